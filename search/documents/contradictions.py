"""What speaks against two reports under one number being of one person: a bed is given to the next patient."""

import datetime
import re
import unicodedata

from matching.names.name_comparison import compare_names
from matching.names.whole_names import whole_names
from matching.record import PersonName
from search.documents.description import Description
from search.documents.report_documents import ReportDocuments
from search.vocabulary import LIVING_KINDS

# Below this, names are not two writings of one: "Rosa Mora" and "Eva Mora" are sisters.
_LEAST_ALIKE = 0.5
# Ages are estimated, and a birth may be remembered wrongly by as much.
_YEARS_APART = 10
_DAYS_OF_YEAR = 365.25


def person_contradictions(kept: ReportDocuments, news: ReportDocuments, today: datetime.date) -> tuple[str, ...]:
    """Codes of what contradicts: sex, birth, names, life. What is blank contradicts nothing."""
    one, other = kept.description, news.description
    checks = (
        ("sex", one.sex is not None and other.sex is not None and one.sex != other.sex),
        ("birth", _born_apart(one, other, today)),
        ("names", _named_apart(one.names, other.names)),
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


def _named_apart(ones: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> bool:
    """Whether both have names of their own and no two of them are alike; a nickname or a parent's is none."""
    first = [text for text, short in whole_names(ones) if not short]
    second = [text for text, short in whole_names(others) if not short]
    if not first or not second:
        return False
    return not any(_alike(one, other) for one in first for other in second)


def _alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    if first and second and (first <= second or second <= first):
        return True
    return compare_names(one, other).similarity >= _LEAST_ALIKE


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFKC", name).casefold()))
