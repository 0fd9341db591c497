"""A name in Latin letters, and as it is said: for readers who do not know its script, or the spelling of its language.

The readings are those by which the engine compares. They are aids to the eye: what was written stands before them.
"""

from collections.abc import Iterable
from functools import lru_cache

from matching.names.readings.by_script import read, written_in
from matching.names.readings.reading_result import Group, Groups
from matching.names.scripts import Script, script_of
from matching.names.segmentation import segmentations_of

# A vowel that the script does not tell is said in some way, one that may be silent mostly is not.
_UNTOLD = str.maketrans({"@": "a", "~": "", "'": ""})
# Letters of languages in Latin script that say something else to most readers; the longest spelling first.
_LETTERS_OF: dict[str, tuple[tuple[str, str], ...]] = {
    "so": (("dh", "d"), ("x", "h"), ("c", ""), ("ee", "e"), ("oo", "o"), ("aa", "a"), ("uu", "u")),
    "tr": (("ch", "ch"), ("c", "j"), ("ç", "ch"), ("ş", "sh"), ("ğ", "gh"), ("ı", "i"), ("j", "zh")),
    "az": (("c", "j"), ("ç", "ch"), ("ş", "sh"), ("ə", "a"), ("x", "kh"), ("q", "g"), ("ı", "i")),
    "ku": (("c", "j"), ("ç", "ch"), ("ş", "sh"), ("x", "kh"), ("ê", "e"), ("î", "i"), ("û", "u")),
    "it": (("gli", "lyi"), ("gn", "ny"), ("chi", "ki"), ("che", "ke"), ("ghi", "gi"), ("ci", "chi"), ("ce", "che")),
    "fr": (("ouss", "uss"), ("ou", "u"), ("dj", "j"), ("ch", "sh"), ("é", "e"), ("ï", "i")),
    "pl": (("sz", "sh"), ("cz", "ch"), ("rz", "zh"), ("w", "v"), ("ł", "w"), ("c", "ts"), ("j", "y")),
}
_OF_HAN: dict[str, Groups] = {
    "ja": frozenset({Group.JAPANESE}),
    "ko": frozenset({Group.KOREAN}),
    "zh": frozenset({Group.MANDARIN}),
    "yue": frozenset({Group.CANTONESE}),
}
# Short words between Arabic names, whose vowels their script leaves out.
_BETWEEN = {
    "بن": "bin",
    "ابن": "ibn",
    "بنت": "bint",
    "ولد": "ould",
    "بو": "bou",
    "أبو": "abu",
    "ابو": "abu",
    "أم": "umm",
    "الله": "Allah",
}
_ARTICLE, _LONGER_THAN_ARTICLE = "ال", 4
_WITHOUT_SPACES = frozenset({Script.HAN, Script.KANA, Script.HANGUL})


def is_in_latin(text: str) -> bool:
    """Whether whoever knows Latin letters alone can read a text."""
    return all(script_of(letter) is Script.LATIN for letter in text if letter.isalpha())


@lru_cache(maxsize=8192)
def in_latin_letters(name: str, languages: tuple[str, ...] = ()) -> str:
    """A name of another script in Latin letters, word by word in its order; empty for one that is in them already."""
    if is_in_latin(name):
        return ""
    return " ".join(_words(name, languages))


@lru_cache(maxsize=8192)
def as_said(name: str, languages: tuple[str, ...] = ()) -> str:
    """How a name in Latin letters is said, where the spelling of a language its bearer speaks says it otherwise."""
    if not is_in_latin(name):
        return ""
    for language in languages:
        said = " ".join(_respelt(word, _LETTERS_OF.get(language, ())) for word in name.split())
        if said.casefold() != name.casefold():
            return said
    return ""


def _words(name: str, languages: Iterable[str]) -> Iterable[str]:
    words = name.split()
    if len(words) == 1 and written_in(name) in _WITHOUT_SPACES:
        segmentation = segmentations_of(name)[0]
        groups = next((_OF_HAN[one] for one in languages if one in _OF_HAN), segmentation.groups)
        yield from (_in_capitals(read(part, groups)[0].text) for part in segmentation.parts)
        return
    for word in words:
        plain = "".join(letter for letter in word if letter.isalpha() or not letter.isascii()).casefold()
        if plain:
            yield _BETWEEN.get(plain) or _with_article(plain)


def _with_article(word: str) -> str:
    said = _in_capitals(read(word)[0].text) if read(word) else ""
    return f"al-{said}" if word.startswith(_ARTICLE) and len(word) >= _LONGER_THAN_ARTICLE else said


def _in_capitals(text: str) -> str:
    plain = text.translate(_UNTOLD).lower()
    return plain[:1].upper() + plain[1:]


def _respelt(word: str, letters: tuple[tuple[str, str], ...]) -> str:
    plain, said, at = word.casefold(), "", 0
    while at < len(plain):
        spelling, sound = next((one for one in letters if plain.startswith(one[0], at)), (plain[at], plain[at]))
        said += sound
        at += len(spelling)
    return said[:1].upper() + said[1:] if word[:1].isupper() else said
