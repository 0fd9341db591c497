"""Dates of a report that can hardly be meant: days that have not come yet, somebody found before their birth."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from search.documents.description import Description

BIRTH_IN_FUTURE, DATE_IN_FUTURE, FOUND_BEFORE_BIRTH = "birth_in_future", "date_in_future", "found_before_birth"
# Where the day begins earliest it is tomorrow already.
_AHEAD = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OddDate:
    """The path of a field whose date is odd, and how."""

    path: str
    code: str


def odd_dates(found: Description, source_date: datetime.date | None, today: datetime.date) -> Iterator[OddDate]:
    """The dates of a report that ask for a second look; a birth that has not come is never meant."""
    newest = today + _AHEAD
    when = found.event.when if found.event else None
    if found.birth and found.birth.earliest > newest:
        yield OddDate("description.birth", BIRTH_IN_FUTURE)
    if when and when.earliest > newest:
        yield OddDate("description.event.when", DATE_IN_FUTURE)
    if source_date and source_date > newest:
        yield OddDate("provenance.source_date", DATE_IN_FUTURE)
    if found.birth and when and found.birth.earliest > when.latest:
        yield OddDate("description.event.when", FOUND_BEFORE_BIRTH)
