"""Names and sex as clerks write them."""

import re
from collections import Counter
from functools import lru_cache

from matching.record import NameKind, PersonName, Sex
from search.exchange import lexicon
from search.exchange.blanks import is_blank, is_no_name
from search.exchange.folding import fold, plain_digits

UNKNOWN = "unknown"
_ALIAS = re.compile(
    r"\s*[,(\[]?\s*(?:\b(?:alias|a\.?\s?k\.?\s?a\.?|also known as|known as|nickname|conocid[oa] como|apodo|apodad[oa]|dit|dite|surnommée?|detto|detta|"
    r"soprannominat[oa]|alcunha|vulgo|genannt|bijgenaamd|lakapl[ıi]|прозвище|по прозвищу|он же|на прізвисько)\b|المعروف ب|الملقب ب|المشهور ب|الشهير ب|معروف به|مشهور به|ملقب به)[.:]?\s*",
    re.I,
)
_QUOTED = re.compile(r"[\"“”«»„‟]([^\"“”«»„‟]{2,40})[\"“”«»„‟]")
_BRACKETED = re.compile(r"\(([^()]{2,80})\)")
_OR = re.compile(r"\s+(?:or|o|ou|oder|of|veya|или|або|أو|یا)\s+|\s+/\s+|\s*\|\s*|(?<=\w\w)/(?=\w\w)")
_TITLES = re.compile(r"^(?:mr|mrs|ms|miss|sr|sra|srta|don|doña|dona|m|mme|mlle|sig|sig\.ra|signor|signora|herr|frau|hr|fr|dhr|mevr|bay|bayan|κος|κα|السيد|السيدة|آقای|خانم)\.?\s+(?=\S+\s+\S)", re.I)
_CERTAINTY = re.compile(r"^(?:possibly|probably|posible(?:mente)?|probable(?:mente)?|peut[- ]être|forse|possivelmente|vielleicht|vermutlich|mogelijk|muhtemelen|возможно|ربما|احتمالا)\s*:?\s+", re.I)
_MAX_NAME_CHARS = 200
# Letters and figures that mean one thing beside one partner and another beside another; from the whole column.
_PAIRS: tuple[tuple[frozenset[str], dict[str, str]], ...] = (
    (frozenset({"h", "m"}), {"h": "male", "m": "female"}),
    (frozenset({"h", "f"}), {"h": "male", "f": "female"}),
    (frozenset({"m", "f"}), {"m": "male", "f": "female"}),
    (frozenset({"m", "w"}), {"m": "male", "w": "female"}),
    (frozenset({"u", "d"}), {"u": "male", "d": "female"}),
    (frozenset({"e", "k"}), {"e": "male", "k": "female"}),
    (frozenset({"m", "k"}), {"m": "male", "k": "female"}),
    (frozenset({"м", "ж"}), {"м": "male", "ж": "female"}),
    (frozenset({"ч", "ж"}), {"ч": "male", "ж": "female"}),
    (frozenset({"α", "θ"}), {"α": "male", "θ": "female"}),
    (frozenset({"α", "γ"}), {"α": "male", "γ": "female"}),
    (frozenset({"a", "θ"}), {"a": "male", "θ": "female"}),
    (frozenset({"ذ", "ا"}), {"ذ": "male", "ا": "female"}),
    (frozenset({"م", "ز"}), {"م": "male", "ز": "female"}),
    (frozenset({"b", "g"}), {"b": "male", "g": "female"}),
    (frozenset({"h", "d"}), {"h": "male", "d": "female"}),
    (frozenset({"1", "2"}), {"1": "male", "2": "female"}),
    (frozenset({"♂", "♀"}), {"♂": "male", "♀": "female"}),
    (frozenset({"男", "女"}), {"男": "male", "女": "female"}),
    (frozenset({"ז", "נ"}), {"ז": "male", "נ": "female"}),
    (frozenset({"ወ", "ሴ"}), {"ወ": "male", "ሴ": "female"}),
)
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
    """Return male, female, other or unknown for a whole word in any language; "" for letters, figures and other words."""
    folded = fold(text)
    if len(folded) < 2 and folded.isascii():
        return ""
    if (code := _sex_words().get(folded)) is not None:
        return code
    codes = {code for word in folded.split() if len(word) > 2 and (code := _sex_words().get(word)) in ("male", "female")}
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
    for pair, meaning in _PAIRS:
        if pair <= letters:
            return {**meaning, "0": UNKNOWN, "9": UNKNOWN}
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
    text = _CERTAINTY.sub("", " ".join(text.split())[:_MAX_NAME_CHARS])
    if is_no_name(text):
        return ()
    nicknames = [found for found in _QUOTED.findall(text)]
    text = _QUOTED.sub(" ", text)
    main, *aliases = _ALIAS.split(text)
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
    name = _TITLES.sub("", " ".join(name.split()).strip(" ,;:.?¿*-_/[]()"))
    return "" if is_no_name(name) or name.isdigit() else name
