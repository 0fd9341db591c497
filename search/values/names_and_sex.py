"""Sex as clerks write it: words, and letters as the whole column means them."""

from collections import Counter
from functools import lru_cache

from matching.record import Sex
from search.values import lexicon
from search.values.blanks import is_blank
from search.values.code_words import claimed_words
from search.values.folding import fold, plain_digits

UNKNOWN = "unknown"
_ALONE_ONLY = "_alone"
_SEXES_NAMED = 2
_BINARY = frozenset({"male", "female"})
# Beside two letters for the sexes: not known, indeterminate.
_NOT_KNOWN = frozenset({"0", "9", "u", "i", "н"})
_V_AND_M = {"nl": {"v": "female", "m": "male"}}
_ALONE = {
    "m": "male", "f": "female", "h": "male", "w": "female", "м": "male", "ж": "female", "ч": "male", "θ": "female",
    "α": "male", "e": "male", "k": "female", "ذ": "male", "♂": "male", "♀": "female", "男": "male", "女": "female",
}  # fmt: skip


@lru_cache(maxsize=1)
def _sex_words() -> dict[str, str]:
    return {fold(word): code.removesuffix(_ALONE_ONLY) for code, _, words in lexicon.rows("sex") for word in words}


@lru_cache(maxsize=1)
def _only_alone() -> frozenset[str]:
    """Words that beside others are something else: *Nam* of Việt Nam."""
    return frozenset(
        fold(word) for code, _, words in lexicon.rows("sex") if code.endswith(_ALONE_ONLY) for word in words
    )


@lru_cache(maxsize=4096)
def sex_word(text: str) -> str:
    """Return male, female, other or unknown for a word in any language; "" for letters, figures and other words."""
    folded = fold(text)
    if len(folded) < 2 and folded.isascii():
        return ""
    if (code := _sex_words().get(folded)) is not None:
        return code
    # Whoever names both sexes, also to deny one or both, is not read: *لا أنثى ولا ذكر*.
    named = {_sex_words().get(word) for word in folded.split()} & _BINARY
    said = {_sex_words().get(word) for word in claimed_words(text) - _only_alone() if len(word) > 2} & _BINARY
    return said.pop() or "" if len(said) == len(named | said) == 1 else ""


def sex_coding(values: list[str], language: str, legend: str = "") -> dict[str, str]:
    """Return what each distinct value of a sex column means, decided from all of them together.

    `M` beside `H` is mujer, beside `F` it is male. `legend`: the column's header, which may name its letters
    (`Sexo (H/M)`). Values that stay unclear are left out.
    """
    found = Counter(_sex_key(value) for value in values)
    letters = frozenset(key for key in found if key and len(key) == 1)
    coding = {key: code for key in found if (code := sex_word(key))}
    for key, code in _letters(letters | _named(legend), language).items():
        coding.setdefault(key, code)
    return coding


def sex_unclear(values: list[str], language: str, legend: str = "") -> bool:
    """Letters that mean one sex in one list and another in the next: `M` beside `H` and `F`, or alone in Spanish."""
    letters = frozenset(key for value in values if len(key := _sex_key(value)) == 1)
    named = _named(legend)
    if {"h", "f", "m"} <= letters | named:
        return "m" in letters
    return letters == {"m"} and language == "es" and not named & {"h", "f"}


def _named(legend: str) -> frozenset[str]:
    """The two letters that a header gives: `Genre (H/F)`, `Sexo M/F`."""
    letters = [word for word in fold(legend).split() if len(word) == 1]
    return frozenset(letters) if len(letters) == _SEXES_NAMED else frozenset()


def _letters(letters: frozenset[str], language: str) -> dict[str, str]:
    if {"v", "m"} <= letters or ("v" in letters and language in ("nl", "es")):
        return _V_AND_M.get(language, {"v": "male", "m": "female"})
    if "m" in letters and "h" in letters and "f" in letters:
        return {"h": "male", "f": "female", "m": "male"}
    for pair, _, codes in lexicon.rows("sex_letters"):
        if set(pair.split()) <= letters:
            return {
                **dict.fromkeys(_NOT_KNOWN - set(pair.split()), UNKNOWN),
                **dict(zip(pair.split(), codes, strict=True)),
            }
    if language == "es" and letters == {"h"}:
        return {"h": "male"}
    return {letter: code for letter in letters if (code := _ALONE.get(letter))}


def _sex_key(value: str) -> str:
    text = plain_digits(value.strip()).removesuffix(".0")
    return fold(text) or text


def read_sex(text: str, coding: dict[str, str]) -> tuple[Sex | None, bool]:
    """Return the sex and whether the value was understood (an explicit `unknown` is understood, and None)."""
    code = coding.get(_sex_key(text)) or sex_word(text)
    if code in ("male", "female", "other"):
        return Sex(code), True
    return None, code == UNKNOWN or is_blank(text)
