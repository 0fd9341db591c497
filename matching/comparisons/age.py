"""Age where one side has no birth date: stated or assessed ages against birth dates or other ages."""

from matching.comparisons.levels import BLANK, LevelComparison, reason_of
from matching.evidence import AlignedPart
from matching.prepared import Days, Has, PreparedRecord

_YEAR = 365.25
# A range this wide was estimated from a body or a look, not stated by anybody.
_STATED_WIDTH = 1


class AgeComparison(LevelComparison):
    """How many years lie between the two spans of possible births; assessed ranges are apart from stated ages."""

    code = "age"
    needs = Has.AGE
    levels = tuple(
        f"{how}_{far}"
        for how in ("stated", "assessed")
        for far in ("within", "one_year", "two_years", "four_years", "seven_years", "twelve_years", "far")
    )
    disagreeing = frozenset(
        f"{how}_{far}" for how in ("stated", "assessed") for far in ("seven_years", "twelve_years", "far")
    )

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if sought.birth is not None and found.birth is not None:
            return BLANK  # said already by the birth dates
        one, other = _born(sought), _born(found)
        if one is None or other is None:
            return BLANK
        how = "assessed" if _assessed(sought) or _assessed(found) else "stated"
        return f"{how}_{_band(_years_apart(one, other))}"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought), _shown(found), reason_of(level, self.disagreeing)),)


def _born(record: PreparedRecord) -> Days | None:
    return record.birth or record.birth_from_age


def _assessed(record: PreparedRecord) -> bool:
    age = record.stated_age
    return record.birth is None and age is not None and age.high - age.low > _STATED_WIDTH


def _years_apart(one: Days, other: Days) -> float:
    return max(one.first - other.last, other.first - one.last, 0) / _YEAR


def _band(years: float) -> str:
    if years <= 0:
        return "within"
    for limit, band in ((1, "one_year"), (2, "two_years"), (4, "four_years"), (7, "seven_years"), (12, "twelve_years")):
        if years <= limit:
            return band
    return "far"


def _shown(record: PreparedRecord) -> str:
    birth, age = record.record.birth, record.record.age
    if birth is not None:
        return birth.written or str(birth.earliest.year)
    if age is None:
        return ""
    return age.written or (str(age.low) if age.low == age.high else f"{age.low}-{age.high}")
