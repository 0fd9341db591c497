"""Sheets never seen before: each row is accepted, and each field of it is understood."""

import datetime
from typing import Any

import pytest

from search.commands import ReportFound
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead, RowSkipped
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table
from tests.search.sheets.layout_files import NAMES, content, load

CONTEXT = SheetContext(today=datetime.date(2024, 6, 1))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_an_unknown_layout_is_understood(name: str) -> None:
    layout = load(name)
    table = read_table(content(layout), layout["filename"])
    asked = propose_mapping(table)
    # The sender says yes to what the cells suggest where the sheet has no header: without an answer it is not sent.
    answers = {f"column.{c.index}": c.suggested.value for c in asked.columns if c.suggested}
    mapping = propose_mapping(table, overrides=answers)
    outcomes = list(read_rows(table, mapping, CONTEXT))
    reports = [outcome.report for outcome in outcomes if isinstance(outcome, RowRead)]
    assert [mapping.language, mapping.kind.value] == [layout["language"], layout["kind"]]
    assert sum(isinstance(outcome, RowSkipped) for outcome in outcomes) == layout["skipped"]
    assert len(reports) == len(layout["expected"])
    for report, expected in zip(reports, layout["expected"], strict=True):
        understood = understood_of(report)
        words = expected.pop("words", "")
        assert words in understood["words"]
        assert {key: understood[key] for key in expected} == expected


def understood_of(report: ReportFound) -> dict[str, Any]:
    """What a report says, in the shapes of the layout files."""
    found, event = report.found, report.found.event
    when, place = (event.when if event else None), (event.place if event else None)
    return {
        "row_kind": report.kind.value,
        "number": report.sender_number,
        "found": when.earliest.isoformat() if when else None,
        "place": place.text if place else None,
        "point": [place.latitude, place.longitude] if place else None,
        "countries": list(place.countries) if place else [],
        "names": sorted([name.kind.value, name.text] for name in found.names),
        "sex": found.sex.value if found.sex else None,
        "birth": [found.birth.earliest.isoformat(), found.birth.latest.isoformat()] if found.birth else None,
        "age": [found.age.low, found.age.high] if found.age else None,
        "nations": list(found.nationalities),
        "height": [found.height.low_cm, found.height.high_cm] if found.height else None,
        "marks": sorted([mark.kind, mark.place, mark.side] for mark in found.marks),
        "effects": sorted([effect.item, effect.colour] for effect in found.effects),
        "phones": [phone.number for phone in report.identifiers.phones],
        "documents": sorted([document.kind, document.number] for document in report.identifiers.documents),
        "languages": list(found.languages),
        "remains": found.remains.value if found.remains else None,
        "wants_contact": report.whereabouts.wants_contact.value if report.whereabouts else None,
        "words": found.words,
    }
