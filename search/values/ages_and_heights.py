"""Ages and heights as people write them, as ranges: `20-30`, `aprox. 25`, `menor`, `1,75 m`, `5'8"`."""

import re
from functools import lru_cache

from matching.record import AgeRange, HeightRange
from search.values import lexicon
from search.values.folding import fold, plain_digits

MAX_AGE = 120
_MIN_CM, _MAX_CM = 30.0, 250.0
_NUMBER = r"(\d{1,3}(?:[.,]\d+)?)"
_RANGE = re.compile(
    _NUMBER
    + r"\s*(?:[a-zª°\"'.]{0,6}\s*)?(?:-|–|—|~|/|\.\.+|…|to|a|à|al|y|e|et|and|bis|und|tot|en|до|и|по|έως|ως|"
    + r"εως|με|الى|إلى|الي|و|تا|ile)\s*"
    + _NUMBER,
    re.IGNORECASE,
)
_PLUS_MINUS = re.compile(_NUMBER + r"\s*(?:\+\s*/\s*-|±|\+-)\s*" + _NUMBER)
_SHEET_DATE = re.compile(r"^(?:\d{4}-(\d{2})-(\d{2})(?: 00:00:00)?|(\d{1,2})-([A-Za-z]{3})(?:-\d{2,4})?)$")
_FEET = re.compile(
    r"^\D{0,12}(\d)\s*(?:'|’|′|ft|feet|foot|pies|pieds|fuss|fuß)\.?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|”|″|''|in|inches|pulgadas|pouces)?)?\.?\s*$",
    re.IGNORECASE,
)
_INCHES = re.compile(r"^(\d{2}(?:[.,]\d+)?)\s*(?:\"|”|″|''|in|inch|inches|pulgadas)\.?$", re.IGNORECASE)
_MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "may": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_ABOUT_YEARS = 2


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


@lru_cache(maxsize=16384)
def read_age(text: str) -> AgeRange | None:
    """Read completed years; None where the words say no age. A word (`adult`) is the range it can mean."""
    written = text.strip()[:200]
    plain = plain_digits(written).replace("٫", ".")
    found = _age_from_sheet_date(plain) or _age_from_numbers(plain) or _age_from_words(fold(plain))
    if found is None:
        return None
    low, high, estimated = found
    return AgeRange(low, high, estimated, written) if 0 <= low <= high <= MAX_AGE else None


def _age_from_sheet_date(plain: str) -> tuple[int, int, bool] | None:
    """Spreadsheets turn `8-12` into the eighth of December or the twelfth of August: two numbers all the same."""
    found = _SHEET_DATE.match(plain)
    if found is None:
        return None
    month, day = (int(found[1]), int(found[2])) if found[1] else (_MONTHS.get(found[4].lower(), 0), int(found[3]))
    return (min(month, day), max(month, day), True) if month else None


def _age_from_numbers(plain: str) -> tuple[int, int, bool] | None:
    folded = fold(plain)
    units = {
        code
        for word, code in _units().items()
        if f" {word} " in f" {re.sub('[0-9]+', ' ', folded)} ".replace("  ", " ")
    }
    if (spread := _PLUS_MINUS.search(plain)) is not None:
        middle, width = round(_real(spread[1])), round(_real(spread[2]))
        return max(0, middle - width), middle + width, True
    if (pair := _RANGE.search(plain)) is not None:
        low, high = int(_real(pair[1])), int(_real(pair[2]))
        if units & {"month", "week", "day"}:
            return low // _per_year(units), high // _per_year(units), True
        return min(low, high), max(low, high), True
    number = re.search(_NUMBER, plain)
    if number is None or len(re.findall(r"\d+", plain)) > 3:
        return None
    return _one_age(_real(number[1]), plain, units)


def _one_age(value: float, plain: str, units: set[str]) -> tuple[int, int, bool] | None:
    if units & {"month", "week", "day"}:
        return int(value) // _per_year(units), int(value) // _per_year(units), False
    years = int(value)
    if re.search(r"\d0\s*'?s\b", plain):
        return years, years + 9, True
    if (
        re.search(r"(?:^|\s)(?:>|≥)|\d\s*\+|\d\s*(?:o|y|ou|or|et)\s+(?:más|mas|plus|more|older)", plain)
        or "more" in units
    ):
        return years, min(MAX_AGE, years + 30), True
    if re.search(r"(?:^|\s)(?:<|≤)", plain) or "less" in units:
        return max(0, years - 18) if years > 18 else 0, max(0, years - 1), True
    if _is_about(plain):
        return max(0, years - _ABOUT_YEARS), years + _ABOUT_YEARS, True
    return years, years, False


def _per_year(units: set[str]) -> int:
    return 12 if "month" in units else 52 if "week" in units else 365


def _is_about(plain: str) -> bool:
    if re.search(r"[~≈±?]|\bc\.?\s?\d", plain):
        return True
    about = next(words for code, _, words in lexicon.rows("date_words") if code == "about")
    return bool(set(re.sub(r"\d+", " ", fold(plain)).split()) & {fold(w) for w in about})


def _age_from_words(folded: str) -> tuple[int, int, bool] | None:
    if folded in _age_words():
        return *_age_words()[folded], True
    hits = [span for word, span in _age_words().items() if f" {word} " in f" {folded} "]
    if not hits:
        return None
    low, high = min(hits, key=lambda span: span[1] - span[0])
    return low, high, True


def _real(text: str) -> float:
    return float(text.replace(",", "."))


@lru_cache(maxsize=16384)
def read_height(text: str) -> HeightRange | None:
    """Read a height in metres, centimetres, millimetres, feet or inches; None where no body has such a height."""
    written = text.strip()[:200]
    plain = plain_digits(written).replace("٫", ".")
    plain = re.sub(r"(?<!\d)([12])\s*m\s*(\d{2})(?!\d)", r"\1.\2", plain)
    estimated = _is_about(plain)
    feet = _feet(plain)
    if feet is not None:
        return HeightRange(feet, feet, estimated, written)
    if (spread := _PLUS_MINUS.search(plain)) is not None and (middle := _centimetres(_real(spread[1]))) is not None:
        width = _real(spread[2]) * (100 if _real(spread[2]) < 1 else 1)
        return HeightRange(round(middle - width), round(middle + width), True, written)
    if (pair := _RANGE.search(plain)) is not None:
        low, high = _centimetres(_real(pair[1])), _centimetres(_real(pair[2]))
        if low is not None and high is not None:
            return HeightRange(round(min(low, high)), round(max(low, high)), True, written)
    return _one_height(plain, written, estimated=estimated)


def _one_height(plain: str, written: str, *, estimated: bool) -> HeightRange | None:
    metres = re.search(r"(?<!\d)([12])\s*(?:[.,]|m(?:etros?|ètres?|etri|eter)?\.?)\s*(\d{1,2})(?!\d)", plain)
    number = re.search(r"(?<!\d)(\d{1,4}(?:[.,]\d+)?)", plain)
    value = float(f"{metres[1]}.{metres[2]}") if metres else _real(number[1]) if number else 0.0
    cm = _centimetres(value)
    return HeightRange(round(cm), round(cm), estimated, written) if cm is not None else None


def _feet(plain: str) -> int | None:
    if (found := _FEET.match(plain)) is not None:
        return round(int(found[1]) * 30.48 + _real(found[2] or "0") * 2.54)
    if (found := _INCHES.match(plain)) is not None:
        return round(_real(found[1]) * 2.54)
    return None


def _centimetres(value: float) -> float | None:
    for factor in (1, 100, 0.1):
        if _MIN_CM <= value * factor <= _MAX_CM:
            return value * factor
    return None
