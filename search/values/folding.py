"""One comparable form for words of any script: no case, no accents, no punctuation, plain digits."""

import re
import unicodedata
from functools import lru_cache

from matching.text_folding import INVISIBLE, fold_letters

_NOT_WORD = re.compile(r"[^\w]+|_+")
# Numerals of Ge'ez, which have no places: a run of them is one number.
_ETHIOPIC, _HUNDRED = re.compile("[\u1369-\u137c]{1,12}"), 100
# Amharic and Tigrinya write these at will for others, as they write the series that sound alike.
_ETHIOPIC_AT_WILL = str.maketrans("ሃኃኣኰጐቈኈቍዉ", "ሀሀአኮጎቆሆቁው")
# Vietnamese, Kurdish, Haitian and Turkish words that are words of others without their signs (an eye is no face, blue
# is no `sin`, and who died did not become something): written with them they are kept apart, written without them
# nobody can tell.
_TOLD_BY_SIGNS = {
    "mắt": "maet", "mặt": "maat", "mất": "maot", "cổ": "coqq", "đầu": "dauq", "đỏ": "doq", "nữ": "nuq", "gầy": "gayq",
    "có": "coj", "sống": "songq", "đen": "denq", "giấy": "giayq", "không": "khongq", "năm": "namq",
    "tám": "tamq", "bốn": "bonq", "đây": "dayq",
    "öldü": "oeldu", "ölmüş": "oelmus", "ölmüştür": "oelmustur",
    "şîn": "sjin", "şînê": "sjine", "nîne": "niine", "zêr": "zeyr", "zêrê": "zeyre", "mò": "moq",
}  # fmt: skip
_WITH_SIGNS = re.compile(rf"\b(?:{'|'.join(_TOLD_BY_SIGNS)})\b")
_BLANKS, _LINES = re.compile(r"[^\S\n\r]+"), re.compile(r" ?[\n\r][\n\r ]*")


def single_blanks(text: str) -> str:
    """Make one blank of each run of them, and one new line of each run of lines, with what blanks are round it.

    Many blanks say no more than one, and a pattern that may begin at each of them looks at all the others every time.
    """
    return _LINES.sub("\n", _BLANKS.sub(" ", text))


def plain_digits(text: str) -> str:
    """Turn the digits of every script into 0 to 9 and drop invisible direction marks."""
    text = INVISIBLE.sub("", text)
    if text.isascii():
        return text
    text = _ETHIOPIC.sub(lambda found: str(_ethiopic_number(found[0])), text)
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, None) is not None else c for c in text
    )


def _ethiopic_number(numerals: str) -> int:
    """Ones and tens beside signs for a hundred and ten thousand: ፳፻፲፭ is 2015, and a hundred alone is one hundred."""
    whole = part = hundreds = 0
    for sign in numerals:
        value = int(unicodedata.numeric(sign))
        if value == _HUNDRED:
            hundreds, part = max(1, part) * _HUNDRED, 0
        elif value > _HUNDRED:
            whole, part, hundreds = (whole + max(1, hundreds + part)) * value, 0, 0
        else:
            part += value
    return whole + hundreds + part


@lru_cache(maxsize=131072)
def fold(text: str) -> str:
    """Return the words of `text` in their comparable form, separated by single spaces; may be empty."""
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    # Persian parts words of one meaning by a joiner; and a number sign is glued to its number.
    # Ukraine's own apostrophe is a letter to Unicode, and stands where others type a plain one.
    apart = text.replace("\u200c", " ").replace("№", " no ").replace("ʼ", "'")
    # A Pashto gaf is the Persian one of another keyboard.
    plain = plain_digits(unicodedata.normalize("NFKC", apart)).translate(_ETHIOPIC_AT_WILL).replace("ګ", "گ")
    folded = fold_letters(_WITH_SIGNS.sub(lambda word: _TOLD_BY_SIGNS[word[0]], plain.lower()), plain=True)
    return " ".join("".join(c if _is_of_word(c) else " " for c in folded).split())


def _is_of_word(char: str) -> bool:
    """A letter, a digit, or a combining sign, which regular expressions take for a gap within Indic and Thai words."""
    return char.isalnum() or unicodedata.category(char) in ("Mn", "Mc")
