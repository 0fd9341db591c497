"""What speaks against two reports under one number being of one person: a bed is given to the next patient."""

import datetime
import re
import unicodedata

from matching.names.name_comparison import compare_names
from matching.names.whole_names import whole_names
from matching.record import PersonName
from search.documents.contradiction_rules import contradictions_by
from search.documents.description import Description
from search.documents.report_documents import ReportDocuments

# Below this, names are not two writings of one: "Rosa Mora" and "Eva Mora" are sisters.
_LEAST_ALIKE = 0.5


def person_contradictions(kept: ReportDocuments, news: ReportDocuments, today: datetime.date) -> tuple[str, ...]:
    """Codes of what contradicts: sex, birth, names, life. What is blank contradicts nothing."""
    return contradictions_by(kept, news, today, named_apart=_described_apart)


def _described_apart(one: Description, other: Description) -> bool:
    return _named_apart(one.names, other.names)


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
