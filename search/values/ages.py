"""Ages as people write them, as ranges of completed years: `20-30`, `aprox. 25`, `menor`, `18 m`, `2 y 3 m`."""

import re
from functools import lru_cache

from matching.record import AgeRange
from search.values import lexicon
from search.values.code_words import is_claimed
from search.values.folding import fold, plain_digits
from search.values.number_ranges import NUMBER, PLUS_MINUS, RANGE, is_about, real
from search.values.number_words import number_in_words, with_figures

MAX_AGE = 120
YEAR, MONTH = "year", "month"
_SHEET_DATE = re.compile(r"^(?:\d{4}-(\d{2})-(\d{2})(?: 00:00:00)?|(\d{1,2})-([A-Za-z]{3})(?:-\d{2,4})?)$")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABOUT_YEARS = 2
# A word that an age has in every unit: *8 tháng tuổi* is eight months, *8 tuổi* eight years.
_OLD = "old"
_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 365}
# A letter alone is a unit right behind its number. `23 M` is a man of that age, where `9 M` can only be months.
_LETTERS = {"a": "year", "y": "year", "j": "year", "m": "month", "w": "week", "d": "day"}
_MOST_MONTHS, _MOST_CAPITAL_MONTHS = 36, 23
_WITH_UNIT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*([^\W\d_][^\s\d,;+/()-]*)")
_ONLY_UNITS = re.compile(
    r"\W*(?:\d{1,3}(?:[.,]\d+)?\s*[^\W\d_][^\s\d,;+/()-]*[\s,;]*(?:\b(?:y|e|et|and|und|en|и|و|con)\b\s*)?)+\W*"
)
_GLUED = re.compile(r"\d([^\W\d_]+)")
# `o` and `a` are numbers in some language; alone they are slips.
_LEAST_OF_NUMBER = 2
_TENS = re.compile(
    r"\d0\s*'?s\b|\d0\s*-?\s*(?:something|(?:y|e)\s+(?:tantos|tantas|pico|poucos))\b|"
    r"\d0\s*['’]?\s*l[iıuü]\s+ya[şs]|"
    r"\b(?:anfang|mitte|ende|begin|midden|eind|early|mid|late|début|principios de los|mediados de los)\s+\d0\b",
    re.IGNORECASE,
)
# Months of a year that a doctor writes, and a code for "not known": neither is an age of anybody.
_NO_AGE = re.compile(r"[-−–]\s*\d+(?:[.,]\d+)?|(?:\d|1[01])\s*/\s*12")


@lru_cache(maxsize=16384)
def read_age(text: str, unit: str = YEAR) -> AgeRange | None:
    """Read completed years; None where the words say no age. A word (`adult`) is the range it can mean.

    `unit` is that of the column (year, month, week, day), for a number without one.
    """
    written = text.strip()[:200]
    plain = _with_figures(_with_plain_units(plain_digits(written).replace("٫", ".")))
    if _NO_AGE.fullmatch(plain):
        return None
    found = _of_units(plain) or _from_sheet_date(plain) or _from_numbers(plain, unit) or _from_words(plain)
    if found is None:
        return None
    low, high, estimated = found
    return AgeRange(low, high, estimated, written) if 0 <= low <= high <= MAX_AGE else None


def unit_of_words(text: str) -> str:
    """The unit that a header or a unit column names (`Age in months`, `Edad (meses)`); "" where it names none."""
    named = {code for word in fold(text).split() if (code := _units().get(word)) in _A_YEAR}
    return named.pop() if len(named) == 1 else ""


@lru_cache(maxsize=2)
def _units() -> dict[str, str]:
    return {fold(w): code for code, _, words in lexicon.rows("unit_words") for w in words}


@lru_cache(maxsize=1)
def _age_words() -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for code, _, words in lexicon.rows("ages"):
        low, high = code.split("-")
        for word in words:
            found.setdefault(fold(word), (int(low), int(high)))
    return found


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    """Words for a unit, and a decade's end, behind which a number in words may stand."""
    return frozenset(word for word, code in _units().items() if code in (*_A_YEAR, _OLD))


def _with_plain_units(plain: str) -> str:
    """Words in which a figure is a letter (`25 3am`, for عام) as plain ones: no figure of them is an age."""
    return _figures_for_letters().sub(lambda word: f" {code} " if (code := _unit_in(word[0])) != _OLD else " ", plain)


def _unit_in(word: str) -> str:
    return _units()[fold(word)]


@lru_cache(maxsize=1)
def _figures_for_letters() -> re.Pattern[str]:
    mixed = (word for word in _units() if word.isascii() and word.isalnum() and not word.isalpha())
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(mixed, key=len, reverse=True)) or '(?!)'})(?!\w)", re.IGNORECASE)


def _with_figures(plain: str) -> str:
    """`trois mois` as `3 mois`, `veintiuno` as `21`: numbers in words alone, or where a unit stands behind them."""
    if any(c.isdigit() for c in plain):
        return plain
    alone = number_in_words(plain) if len(plain.strip()) >= _LEAST_OF_NUMBER + plain.isascii() else None
    if alone is not None:
        return str(alone)
    about = _about_in_words(plain)
    return about if about is not None else with_figures(plain, _ends())


def _about_in_words(plain: str) -> str | None:
    """`about thirty` as `about 30`; None where more is said than a number and that it is about right."""
    first, _, rest = plain.strip().partition(" ")
    number = number_in_words(rest.removeprefix("ال")) if is_about(first) else None
    return f"{first} {number}" if number is not None and number >= _LEAST_OF_NUMBER else None


def _of_units(plain: str) -> tuple[int, int, bool] | None:
    """`1 año 6 meses`, `2y3m`, `18m`: numbers that all have their unit, together as years."""
    if _ONLY_UNITS.fullmatch(plain) is None:
        return None
    parts = [(real(number), _unit_of(word, real(number))) for number, word in _WITH_UNIT.findall(plain)]
    units = [unit for _, unit in parts]
    if not parts or "" in units or len(set(units)) < len(units):
        return None
    years = sum(number / _A_YEAR[unit] for number, unit in parts)
    return int(years + 1e-9), int(years + 1e-9), False


def _unit_of(word: str, number: float) -> str:
    code = _units().get(fold(word), "") if len(word) > 1 else _LETTERS.get(word.lower(), "")
    if len(word) == 1 and code == MONTH and number > (_MOST_MONTHS if word == "m" else _MOST_CAPITAL_MONTHS):
        return ""
    return code if code in _A_YEAR else ""


def _from_sheet_date(plain: str) -> tuple[int, int, bool] | None:
    """Spreadsheets turn `8-12` into the eighth of December or the twelfth of August: two numbers all the same."""
    found = _SHEET_DATE.match(plain)
    if found is None:
        return None
    if found[1]:
        month, day = int(found[1]), int(found[2])
    else:
        name = found[4].lower()
        month, day = _MONTH_NAMES.index(name) + 1 if name in _MONTH_NAMES else 0, int(found[3])
    return (min(month, day), max(month, day), True) if month else None


def _from_numbers(plain: str, unit: str) -> tuple[int, int, bool] | None:
    folded = fold(plain)
    bare = f" {' '.join(re.sub('[0-9]+', ' ', folded).split())} "
    units = {code for word, code in _units().items() if f" {word} " in bare}
    if not units & _A_YEAR.keys():
        units.add(unit)
    if (spread := PLUS_MINUS.search(plain)) is not None:
        middle, width = round(real(spread[1])), round(real(spread[2]))
        return max(0, middle - width) // _per_year(units), (middle + width) // _per_year(units), True
    if (pair := RANGE.search(plain)) is not None:
        low, high = sorted((int(real(pair[1])), int(real(pair[2]))))
        return low // _per_year(units), high // _per_year(units), True
    number = re.search(NUMBER, plain)
    if number is None or len(re.findall(r"\d+", plain)) > 3 or _is_spoilt(plain) or _is_of_two_units(plain, units):
        return None
    return _one_age(real(number[1]), plain, units)


def _is_spoilt(plain: str) -> bool:
    """Letters right behind a figure that are no unit (`2o` may be 20), or one word beside it that nobody knows."""
    if _TENS.search(plain):
        return False
    glued = [fold(word) for word in _GLUED.findall(plain)]
    allowed = _units().keys() | {"s", "a", "y", "j", "ish"}
    if any(word not in allowed for word in glued):
        return True
    beside = re.sub(r"\d+", " ", fold(plain)).split()
    known = allowed | _age_words().keys() | lexicon.words("date_words", "about")
    return len(beside) == 1 and beside[0] not in known


def _is_of_two_units(plain: str, units: set[str]) -> bool:
    """`1 xyz 6 months`: of two numbers one is in months, and nobody knows what the other is in."""
    return bool(units & _A_YEAR.keys() - {YEAR}) and len(re.findall(NUMBER, plain)) > 1


def _one_age(value: float, plain: str, units: set[str]) -> tuple[int, int, bool] | None:
    years = int(value) // _per_year(units)
    if _TENS.search(plain):
        return years, years + 9, True
    if _per_year(units) > 1:
        return years, years, False
    if (
        re.search(r"(?:^|\s)(?:>|≥)|\d\s*\+|\d\s*(?:o|y|ou|or|et)\s+(?:más|mas|plus|more|older)", plain)
        or "more" in units
    ):
        return years, min(MAX_AGE, years + 30), True
    if re.search(r"(?:^|\s)(?:<|≤)", plain) or "less" in units:
        return max(0, years - 18) if years > 18 else 0, max(0, years - 1), True
    if is_about(plain):
        return max(0, years - _ABOUT_YEARS), years + _ABOUT_YEARS, True
    return years, years, False


def _per_year(units: set[str]) -> int:
    """How many of the unit make a year; a year where one is named beside another."""
    if YEAR in units:
        return 1
    return next((_A_YEAR[unit] for unit in ("month", "week", "day") if unit in units), 1)


def _from_words(plain: str) -> tuple[int, int, bool] | None:
    folded = fold(plain)
    if folded in _age_words():
        return *_age_words()[folded], True
    if any(c.isdigit() for c in folded):
        return None
    said = [word for word in _age_words() if f" {word} " in f" {folded} " and is_claimed(plain, word)]
    hits = [_age_words()[word] for word in said]
    if not hits:
        return None
    low, high = min(hits, key=lambda span: span[1] - span[0])
    return low, high, True
