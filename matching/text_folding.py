"""Letters in one form however they were typed: what every reader of names, places and words does to them first.

What two texts lose here cannot tell them apart any more, so only that goes which says nothing in its own script: case,
European accents, the keyboard's own code for a letter, signs that nobody sees. Sounds stay: between scripts nothing is
compared here, and `ş` becomes `s` only because its accent is one.
"""

import re
import unicodedata

# Marks of direction, joiners, soft hyphens: they show nothing, and two texts that look alike may differ in them.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

# Points under Hebrew letters, without the rafe.
_HEBREW_POINTS = "".join(map(chr, (*range(0x0591, 0x05BE), 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7)))
# Letters that one keyboard writes for another, within a script: Arabic yeh, kaf and heh of Persian, Urdu and Pashto
# keyboards, alef forms, vowel signs and a hamza that stands alone, yo, and katakana for hiragana.
_SAME_LETTER = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیېۍ", "ي"),
        **dict.fromkeys("ةۀھہە", "ه"),
        "ک": "ك",
        "ё": "е",
        **{chr(point): chr(point - 0x60) for point in range(0x30A1, 0x30F7)},
        **dict.fromkeys("ءـًٌٍَُِّْٰ" + _HEBREW_POINTS, None),
    }
)
# Ethiopic series that sound alike; Amharic writes them at will.
_ETHIOPIC_TWINS = {0x1210: 0x1200, 0x1280: 0x1200, 0x1220: 0x1230, 0x12D0: 0x12A0, 0x1340: 0x1338}
# Latin letters that Unicode does not take apart, as whoever has no such key writes them. Schwa is an a: GeoNames writes
# the schwas of 90 Azerbaijani towns with a 103 times and with e 16 times (Gəncə, Ganja), and so do passports (Əliyev,
# Aliyev); the Turkish habit of e loses.
_PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "ng"}
    | dict.fromkeys("əǝ", "a")
    # Arabic signs above and below, left over when a letter was taken apart: the hamza of one that carries it, and those
    # of recitation.
    | dict.fromkeys(map(chr, (*range(0x0610, 0x061B), *range(0x0653, 0x0660), *range(0x06D6, 0x06EE))), "")
)


def fold_letters(text: str, *, plain: bool = False) -> str:
    """Return the text in lower case, with one spelling for letters that mean the same within their own script.

    Takes apart no compatibility forms (`NFKC` first, where the text is not one's own) and drops neither spaces nor
    punctuation. The vowel signs of Indic, Thai and Ethiopic scripts carry sound and stay.

    plain: also without what only some writers of a language write: a letter such as `ø`, `ł`, `ə`, the seat of a hamza.
    For words that are looked up in a table. Names keep these letters, because there they are weighed: how often an
    `ø` is taken for an o and an `ئ` for a y was learned from pairs of names.
    """
    # Composed first: a Hebrew letter that holds its point in one sign gives it up as any other does.
    folded = _ethiopic_as_spoken(unicodedata.normalize("NFC", text.casefold()).translate(_SAME_LETTER))
    if folded.isascii():
        return folded
    decomposed = "".join(c for c in unicodedata.normalize("NFD", folded) if not _is_accent(c))
    return unicodedata.normalize("NFC", decomposed.translate(_PLAIN_LETTERS) if plain else decomposed)


def _is_accent(letter: str) -> bool:
    """A combining mark of the European scripts."""
    return "\u0300" <= letter <= "\u036f"


def _ethiopic_as_spoken(text: str) -> str:
    if not any("\u1200" <= letter <= "\u135a" for letter in text):
        return text
    return "".join(
        chr(_ETHIOPIC_TWINS.get(ord(c) & ~7, ord(c) & ~7) | (ord(c) & 7)) if c >= "\u1200" else c for c in text
    )
