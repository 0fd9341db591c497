"""A report's form as its page draws it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from search.fields.table import catalogue
from search.vocabulary import NUMBERED_TEETH, ReportKind
from web.fields.drawing import DrawnField
from web.labels.field_words import found_person
from web.partner.report_checking import unread
from web.partner.report_fields import WHICH, fields_of, sent_report
from web.partner.report_page import DrawnList, every_field, kind_field, parts_of_report, pictured_fields


@pytest.fixture(autouse=True)
def request_of_today(unconnected_partner: Flask) -> Iterator[None]:
    """Dates are read by the portal's clock, and words are the reader's."""
    with unconnected_partner.test_request_context():
        yield


def field(which: str, name: str, **typed: str) -> DrawnField:
    fields = every_field(parts_of_report(sent_report(which, MultiDict(typed))))
    return next(one for one in fields if isinstance(one, DrawnField) and one.name == name)


def marks(**typed: str) -> DrawnList:
    parts = parts_of_report(sent_report("living", MultiDict(typed)), added=typed.get("add", ""))
    (found,) = [one for part in parts for one in part.fields if isinstance(one, DrawnList) and one.name == "marks"]
    return found


@pytest.mark.parametrize("which", WHICH)
def test_the_parts_of_a_report_stand_together_and_have_their_headings(which: str) -> None:
    groups = list(dict.fromkeys(row.group for row in fields_of(which)))
    assert len(parts_of_report(sent_report(which, MultiDict()))) == len(groups)
    assert set(groups) <= set(found_person.REPORT_PARTS)


def test_long_choices_open_as_a_list_that_has_nothing_chosen() -> None:
    (kind,) = field("living", "marks-0-kind").controls
    assert kind.kind == "select"
    assert [option.value for option in kind.options if option.chosen] == []
    assert kind.options[0].value == ""
    (sex,) = field("living", "sex").controls
    assert sex.kind == "radios"


def test_a_numbered_tooth_stands_in_the_list_only_where_it_was_chosen_on_the_picture() -> None:
    def teeth(**typed: str) -> list[str]:
        return [
            one.value
            for one in field("body", "marks-0-place", **typed).controls[0].options
            if one.value in NUMBERED_TEETH
        ]

    assert teeth() == []
    assert teeth(**{"marks-0-place": "tooth_21"}) == ["tooth_21"]


def test_an_organisation_is_offered_its_own_kinds_of_names() -> None:
    assert "as_heard" in [one.value for one in field("living", "names-0-kind").controls[0].options]


def test_a_list_shows_one_empty_element_and_one_more_with_the_button() -> None:
    assert [one.number for one in marks().elements] == [0]
    typed = {"marks-0-words": "x", "marks-4-words": "y"}
    assert [one.number for one in marks(**typed).elements] == [0, 4]
    assert [one.number for one in marks(**typed, add="marks").elements] == [0, 4, 5]
    assert [one.title for one in marks(**typed).elements] == ["Mark 1", "Mark 2"]


def test_what_was_taken_out_is_kept_with_all_that_was_typed() -> None:
    shown = marks(**{"marks-0-words": "x", "marks-0-kind": "scar", "removed": "marks-0"})
    assert shown.removed == (("marks-0", "Scar · x", (("marks-0-words", "x"), ("marks-0-kind", "scar"))),)
    assert [one.number for one in shown.elements] == [1]


def test_a_text_that_cannot_be_read_has_a_mark_of_its_own() -> None:
    def marked(**typed: str) -> list[str]:
        return unread(sent_report("living", MultiDict(typed)))

    assert marked(age="30") == []
    (one,) = marked(age="ageless")
    assert one.startswith("age:")
    assert marked(age="ageless", height="170") == [one]
    assert marked(age="timeless") != [one]
    assert [mark.partition(":")[0] for mark in marked(**{"phones-1-number": "later"})] == ["phones-1-number"]


def test_the_only_kind_of_place_is_chosen_already_and_another_is_asked_for_again() -> None:
    empty = sent_report("living", MultiDict())
    assert [one.chosen for one in kind_field(empty, [ReportKind.SHELTER], check=True).controls[0].options] == [True]
    both = kind_field(
        sent_report("living", MultiDict({"kind": "x"})), [ReportKind.SHELTER, ReportKind.OTHER], check=True
    )
    assert both.problem == "Please choose the kind of place."
    assert [one.chosen for one in both.controls[0].options] == [False, False]


def test_the_pictures_of_a_mark_ask_for_its_kind_place_and_motif_and_not_to_know_can_be_chosen() -> None:
    sent = sent_report("body", MultiDict({"marks-2-side": "left"}))
    kind, place, motif = pictured_fields(catalogue()["description.marks"], sent, 2)
    assert (kind.name, place.name, motif.name) == ("marks-2-kind", "marks-2-place", "marks-2-motif")
    assert place.side == ("marks-2-side", "left")
    assert kind.controls[0].options[-1].value == ""
