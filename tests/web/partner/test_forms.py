"""The forms for a living person and for a body."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from search.vocabulary import LIVING_KINDS, ReportKind
from web.partner.forms import FORMS, BodyForm, LivingForm


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Dates are read by the portal's clock."""
    with unconnected_family.test_request_context():
        yield


@pytest.mark.parametrize("kind", list(ReportKind))
def test_each_kind_of_place_belongs_to_exactly_one_form(kind: ReportKind) -> None:
    valid = {name for name, form in FORMS.items() if form(MultiDict({"kind": kind.value})).validate()}
    assert valid == {"living" if kind in LIVING_KINDS else "body"}


@pytest.mark.parametrize("form", [LivingForm, BodyForm])
@pytest.mark.parametrize("kind", ["", "barracks"])
def test_the_kind_of_place_cannot_be_left_open(form: type[LivingForm | BodyForm], kind: str) -> None:
    typed = form(MultiDict({"kind": kind}))
    assert not typed.validate()
    assert list(typed.errors) == ["kind"]
    assert typed.kind.errors[0] == "Please choose the kind of place."


def test_a_living_person_is_asked_for_consent_and_a_body_for_its_numbers() -> None:
    living, body = set(LivingForm()._fields), set(BodyForm()._fields)
    assert living - body == {"wants_contact", "present_place", "condition", "minor"}
    assert body - living == {
        "remains", "body_tag", "mortuary_number", "prosecutor_number", "completeness", "interval", "sex_method",
        "age_method", "stature_method", "samples_taken", "burial_place", "cause",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("which", "before", "after"), [("names", 2, 5), ("marks", 1, 4), ("phones", 1, 4), ("documents", 1, 4)]
)
def test_a_button_adds_three_rows(which: str, before: int, after: int) -> None:
    form = LivingForm()
    assert len(form.data[which]) == before
    form.add_rows(which)
    assert len(form.data[which]) == after


def test_rows_are_added_up_to_forty_and_only_to_lists() -> None:
    form = LivingForm(MultiDict({f"marks-{row}-words": "x" for row in range(39)}))
    form.add_rows("marks")
    form.add_rows("marks")
    assert len(form.marks) == 40
    form.add_rows("sex")
    form.add_rows("csrf_token")
    assert "csrf_token" not in form
