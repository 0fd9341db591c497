"""Which fields a report's form has, and how they come out of what a browser sends."""

import pytest
from werkzeug.datastructures import MultiDict

from search.fields.table import AskedOf, asked_rows, catalogue, list_of
from search.vocabulary import ReportKind
from web.fields.drawing import control_name
from web.partner.report_fields import KIND, KINDS, WHICH, fields_of, sent_report


def test_each_kind_of_place_belongs_to_exactly_one_form() -> None:
    # What a witness saw is asked part by part alone: a page of everything asks about somebody who was met.
    assert sorted(kind for kinds in KINDS.values() for kind in kinds) == sorted(set(ReportKind) - {ReportKind.WITNESS})
    assert set(KINDS) == set(WHICH)


@pytest.mark.parametrize(("which", "asked_of"), WHICH.items())
def test_a_form_asks_for_every_field_that_the_table_asks_of_such_a_record(which: str, asked_of: AskedOf) -> None:
    asked = [row.path for row in asked_rows(asked_of) if list_of(row.path) is None]
    assert [row.path for row in fields_of(which)] == asked
    assert asked


@pytest.mark.parametrize("which", WHICH)
def test_no_two_fields_of_a_form_send_under_one_name(which: str) -> None:
    names = [KIND, "seen", "removed", *(control_name(row.path) for row in fields_of(which))]
    assert len(names) == len(set(names))
    assert [(one, other) for one in names for other in names if other.startswith(f"{one}-")] == []


def test_elements_are_known_by_their_numbers_and_taken_out_by_their_names() -> None:
    form = MultiDict(
        [("marks-3-kind", "scar"), ("marks-0-words", "x"), ("marks-answer", "none"), ("removed", "marks-3")]
    )
    sent = sent_report("living", form)
    marks = catalogue()["description.marks"]
    assert list(sent.items["description.marks"]) == [0, 3]
    assert sent.standing(marks) == {0: {"description.marks.words": {"": ["x"]}}}
    assert sent.taken_out(marks) == {3: {"description.marks.kind": {"": ["scar"]}}}
    assert sent.fields["description.marks"]["answer"] == ["none"]


def test_of_a_list_no_more_elements_are_read_than_a_page_offers() -> None:
    form = MultiDict({f"marks-{number}-words": "x" for number in range(900)})
    assert len(sent_report("living", form).items["description.marks"]) == 40
