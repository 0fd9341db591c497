"""Sheets never seen before: each row is accepted, and each field of it is understood."""

import datetime
from typing import Any

import pytest

from search.commands import ReportFound
from search.exchange.columns import propose_mapping
from search.exchange.rows import RowRead, RowSkipped, SheetContext, read_rows
from search.exchange.sheets import read_table
from tests.search.exchange.layouts import LAYOUTS, Layout

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))


def _understood(report: ReportFound) -> dict[str, Any]:
    """What a report says, in the words of the expectations."""
    found, event = report.found, report.found.event
    when, place = (event.when if event else None), (event.place if event else None)
    return {
        "number": report.sender_number,
        "found": when.earliest if when else None,
        "place": place.text if place else None,
        "point": (place.latitude, place.longitude) if place else None,
        "countries": place.countries if place else (),
        "names": {(name.kind.value, name.text) for name in found.names},
        "sex": found.sex.value if found.sex else None,
        "birth": (found.birth.earliest, found.birth.latest) if found.birth else None,
        "age": (found.age.low, found.age.high) if found.age else None,
        "nations": found.nationalities,
        "height": (found.height.low_cm, found.height.high_cm) if found.height else None,
        "marks": {(mark.kind, mark.place, mark.side) for mark in found.marks},
        "effects": {(effect.item, effect.colour) for effect in found.effects},
        "phones": tuple(phone.number for phone in report.identifiers.phones),
        "documents": {(document.kind, document.number) for document in report.identifiers.documents},
        "languages": found.languages,
        "remains": found.remains.value if found.remains else None,
        "wants_contact": report.whereabouts.wants_contact.value if report.whereabouts else None,
        "words": found.words,
    }


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_row_of_an_unknown_layout_is_understood(layout: Layout) -> None:
    table = read_table(layout.content, layout.filename)
    mapping = propose_mapping(table)
    outcomes = list(read_rows(table, mapping, CONTEXT))
    read = [outcome for outcome in outcomes if isinstance(outcome, RowRead)]
    assert [mapping.language, mapping.kind.value] == [layout.language, layout.kind]
    assert len(read) == len(layout.rows)
    assert sum(isinstance(outcome, RowSkipped) for outcome in outcomes) == layout.skipped
    for outcome, expected in zip(read, layout.rows, strict=True):
        understood = _understood(outcome.report)
        assert {key: understood[key] for key in expected} | _words_of(expected, understood) == expected


def _words_of(expected: dict[str, Any], understood: dict[str, Any]) -> dict[str, Any]:
    """Words are expected to be among the others that were kept."""
    return {"words": expected["words"]} if "words" in expected and expected["words"] in understood["words"] else {}
