import datetime

import pytest

from matching.record import Event, PartialDate
from search.documents import Description
from search.documents.odd_dates import odd_dates

TODAY = datetime.date(2026, 11, 22)


def day(text: str) -> PartialDate:
    first, _, last = text.partition("/")
    return PartialDate(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last or first))


@pytest.mark.parametrize(
    ("birth", "found", "source", "odd"),
    [
        (None, None, None, []),
        ("1990-05-12", "2026-11-22", "2026-11-22", []),
        ("1990-05-12", "2026-11-23", "2026-11-23", []),
        ("1990-05-12", "2026-11-24", None, [("description.event.when", "date_in_future")]),
        ("1990-05-12", "2026-11-20/2027-01-01", None, []),
        (None, None, "2026-11-24", [("provenance.source_date", "date_in_future")]),
        ("2030-01-01", None, None, [("description.birth", "birth_in_future")]),
        ("2026-01-01/2030-01-01", None, None, []),
        ("1990-05-12", "1990-05-11", None, [("description.event.when", "found_before_birth")]),
        ("1990-05-12", "1990-05-12", None, []),
        ("1990-01-01/1990-12-31", "1990-03-01", None, []),
        (
            "2030-01-01",
            "2029-01-01",
            None,
            [
                ("description.birth", "birth_in_future"),
                ("description.event.when", "date_in_future"),
                ("description.event.when", "found_before_birth"),
            ],
        ),
    ],
)
def test_a_date_is_odd_when_it_has_not_come_or_lies_before_the_birth(
    birth: str | None, found: str | None, source: str | None, odd: list[tuple[str, str]]
) -> None:
    described = Description(
        birth=day(birth) if birth else None, event=Event(when=day(found), place=None) if found else None
    )
    told = odd_dates(described, datetime.date.fromisoformat(source) if source else None, TODAY)
    assert [(one.path, one.code) for one in told] == odd
