"""No second list of fields: whatever the table asks of a found person is at every door, or left out for a reason."""

from collections.abc import Mapping

import pytest
from flask import Flask

from search.documents import Description
from search.fields.table import AskedOf, asked_rows, catalogue, list_of
from web.api.schemas import ReportIn
from web.description_fields import all_fields
from web.partner.report_fields import WHICH, fields_of

FOUND = {row.path: row for asked_of in (AskedOf.LIVING, AskedOf.DEAD) for row in asked_rows(asked_of)}
ALONE = [path for path, row in FOUND.items() if list_of(path) is None]

# Fields that no column of a sheet fills, each with why.
NOT_IN_SHEETS: Mapping[str, str] = {
    "whereabouts.found.when": "columns of a finding fill the event, of which filing makes this",
    "whereabouts.found.place": "columns of a finding fill the event, of which filing makes this",
    "description.residence": "a column of it fills the whereabouts, of which reading a row of the dead makes this",
    "whereabouts.words_placeless": "nobody has looked at the words of each row for places",
    "whereabouts.agreed": "who says no is in no sheet, and what a sheet says of it is words",
    "description.asks_for": "no sheet has been seen that says it in a column of its own",
    "post_mortem.samples": "read of the column for samples as words",
    "post_mortem.parts": "no sheet has been seen that says it in a column of its own",
    "whereabouts.transfers": "no sheet has been seen that says it in a column of its own",
    "post_mortem.completeness": "read of the column for the condition of the body",
    "post_mortem.sex_method": "no sheet has been seen that says it in a column of its own",
    "post_mortem.age_method": "no sheet has been seen that says it in a column of its own",
    "post_mortem.stature_method": "no sheet has been seen that says it in a column of its own",
}


@pytest.mark.parametrize("path", ALONE)
def test_a_field_is_in_the_form_of_those_whom_the_table_asks(path: str) -> None:
    forms = {asked_of for which, asked_of in WHICH.items() if path in [row.path for row in fields_of(which)]}
    assert forms == FOUND[path].asked_of & set(WHICH.values())


@pytest.mark.parametrize("path", ALONE)
def test_a_field_is_filled_by_a_column_of_a_sheet(path: str) -> None:
    assert bool(FOUND[path].sheet) is (path not in NOT_IN_SHEETS)


def test_a_column_of_a_sheet_fills_one_field() -> None:
    targets = [target for row in catalogue().values() if list_of(row.path) is None for target in row.sheet]
    assert len(targets) == len(set(targets))


@pytest.mark.parametrize("path", ALONE)
def test_a_program_can_say_of_a_field_what_no_type_takes(path: str) -> None:
    section = path.partition(".")[0]
    body = {"description": "found", "provenance": ""}.get(section, section)
    notes = [{"field": path, "words": "before Eid"}]
    kind = "mortuary" if FOUND[path].asked_of & {AskedOf.DEAD} and section != "whereabouts" else "shelter"
    ReportIn.model_validate({"kind": kind, **({body: {"notes": notes}} if body else {"provenance_notes": notes})})


def test_a_card_has_every_field_of_a_description(unconnected_family: Flask) -> None:
    with unconnected_family.test_request_context():
        shown = {field.path for field in all_fields(Description())}
    assert {path.partition(":")[0] for path in ALONE if path.startswith("description.")} <= shown
