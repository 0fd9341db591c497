"""The rules of what speaks against one person, whatever compares the names: light enough for the confined reader."""

import datetime
from collections.abc import Callable

from search.documents.description import Description
from search.documents.report_documents import ReportDocuments
from search.vocabulary import LIVING_KINDS

NamedApart = Callable[[Description, Description], bool]
# Ages are estimated, and a birth may be remembered wrongly by as much.
_YEARS_APART = 10
_DAYS_OF_YEAR = 365.25


def contradictions_by(
    kept: ReportDocuments, news: ReportDocuments, today: datetime.date, *, named_apart: NamedApart
) -> tuple[str, ...]:
    """Codes of what contradicts: sex, birth, names, life. What is blank contradicts nothing."""
    one, other = kept.description, news.description
    checks = (
        ("sex", one.sex is not None and other.sex is not None and one.sex != other.sex),
        ("birth", _born_apart(one, other, today)),
        ("names", named_apart(one, other)),
        ("life", (kept.kind in LIVING_KINDS) != (news.kind in LIVING_KINDS)),
    )
    return tuple(code for code, found in checks if found)


def _born_apart(one: Description, other: Description, today: datetime.date) -> bool:
    if one.birth is not None and other.birth is not None:
        return one.birth.latest < other.birth.earliest or other.birth.latest < one.birth.earliest
    first, second = _ages(one, today), _ages(other, today)
    if first is None or second is None:
        return False
    return first[0] > second[1] + _YEARS_APART or second[0] > first[1] + _YEARS_APART


def _ages(described: Description, today: datetime.date) -> tuple[float, float] | None:
    if described.age is not None:
        return described.age.low, described.age.high
    if described.birth is None:
        return None
    latest, earliest = today - described.birth.latest, today - described.birth.earliest
    return latest.days / _DAYS_OF_YEAR, earliest.days / _DAYS_OF_YEAR
