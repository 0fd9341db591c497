"""Names and sex as clerks write them."""

import re
from collections import Counter
from functools import lru_cache

from matching.record import NameKind, PersonName, Sex
from search.values import lexicon
from search.values.blanks import is_blank, is_no_name
from search.values.code_words import claimed_words
from search.values.folding import fold, plain_digits

UNKNOWN = "unknown"
_QUOTED = re.compile(r"[\"“”«»„‟]([^\"“”«»„‟]{2,40})[\"“”«»„‟]")
_BRACKETED = re.compile(r"\(([^()]{2,80})\)")
_OR = re.compile(r"\s+(?:or|o|ou|oder|of|veya|или|або|أو|یا)\s+|\s+/\s+|\s*\|\s*|(?<=\w\w)/(?=\w\w)")
_MAX_NAME_CHARS = 200
_V_AND_M = {"nl": {"v": "female", "m": "male"}}
_ALONE = {
    "m": "male", "f": "female", "h": "male", "w": "female", "м": "male", "ж": "female", "ч": "male", "θ": "female",
    "α": "male", "e": "male", "k": "female", "ذ": "male", "♂": "male", "♀": "female", "男": "male", "女": "female",
}  # fmt: skip


@lru_cache(maxsize=1)
def _sex_words() -> dict[str, str]:
    return {fold(word): code for code, _, words in lexicon.rows("sex") for word in words}


@lru_cache(maxsize=4096)
def sex_word(text: str) -> str:
    """Return male, female, other or unknown for a word in any language; "" for letters, figures and other words."""
    folded = fold(text)
    if len(folded) < 2 and folded.isascii():
        return ""
    if (code := _sex_words().get(folded)) is not None:
        return code
    said = (_sex_words().get(word) for word in claimed_words(text) if len(word) > 2)
    codes = {code for code in said if code in ("male", "female")}
    return codes.pop() or "" if len(codes) == 1 else ""


def sex_coding(values: list[str], language: str) -> dict[str, str]:
    """Return what each distinct value of a sex column means, decided from all of them together.

    `M` beside `H` is mujer, beside `F` it is male. Values that stay unclear are left out.
    """
    found = Counter(_sex_key(value) for value in values)
    letters = frozenset(key for key in found if key and len(key) == 1)
    coding = {key: code for key in found if (code := sex_word(key))}
    for key, code in _letters(letters, language).items():
        coding.setdefault(key, code)
    return coding


def _letters(letters: frozenset[str], language: str) -> dict[str, str]:
    if {"v", "m"} <= letters or ("v" in letters and language in ("nl", "es")):
        return _V_AND_M.get(language, {"v": "male", "m": "female"})
    if "m" in letters and "h" in letters and "f" in letters:
        return {"h": "male", "f": "female", "m": "male" if language == "fr" else "female"}
    for pair, _, codes in lexicon.rows("sex_letters"):
        if set(pair.split()) <= letters:
            return {**dict(zip(pair.split(), codes, strict=True)), "0": UNKNOWN, "9": UNKNOWN}
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


def read_names(text: str, kind: NameKind = NameKind.FULL) -> tuple[PersonName, ...]:
    """Split a name cell into the name and its other forms: aliases, nicknames in quotes, `or` variants.

    What stands for no name gives none. Spelling, order, case and script stay as written.
    """
    text = _certainty().sub("", " ".join(text.split())[:_MAX_NAME_CHARS])
    if is_no_name(text):
        return ()
    nicknames = list(_QUOTED.findall(text))
    text = _QUOTED.sub(" ", text)
    main, *aliases = _alias().split(text)
    nicknames += [alias.strip(" ()[]") for alias in aliases]
    others: list[str] = []
    for inside in _BRACKETED.findall(main):
        (others if len(inside.split()) > 1 else nicknames).append(inside)
    main = _BRACKETED.sub(" ", main)
    forms = [form for part in [*_OR.split(main), *others] if (form := _tidy(part))]
    names = [PersonName(form, kind) for form in forms]
    names += [PersonName(form, NameKind.NICKNAME) for word in nicknames if (form := _tidy(word))]
    return tuple(dict.fromkeys(names))


def _tidy(name: str) -> str:
    name = _titles().sub("", " ".join(name.split()).strip(" ,;:.?¿*-_/[]()"))
    return "" if is_no_name(name) or name.isdigit() else name


def _choice(code: str) -> str:
    """The words of one code as the alternatives of a pattern, the longest first."""
    words = [word for found, _, words in lexicon.rows("name_words") if found == code for word in words]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _alias() -> re.Pattern[str]:
    words = rf"\b(?:{_choice('alias')})(?!\w)|(?:{_choice('alias_joined')})"
    return re.compile(rf"\s*[,(\[]?\s*(?:{words})[.:]?\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _titles() -> re.Pattern[str]:
    """A title stands before two words at least: `Don` alone is a name."""
    return re.compile(rf"^(?:{_choice('title')})\.?\s+(?=\S+\s+\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _certainty() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_choice('perhaps')})\s*:?\s+", re.IGNORECASE)
