"""No name of a field can hurt a form: what no page sends is passed over, at every portal."""

import io
from typing import cast

import pytest
from flask import Flask, request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart
from wtforms import Form

from tests.fixtures.visitor import Visitor
from web.committee import decision_forms
from web.committee import forms as committee_forms
from web.family.photo_forms import PhotoForm as FamilyPhotoForm
from web.family.photo_forms import UseForm
from web.family.secret_form import SecretForm
from web.form_names import FormRequest, readable_name
from web.forms import every_field
from web.partner.photo_forms import BodyPhotoForm, LivingPhotoForm
from web.staff_sign_in import SignInForm

ALL_FORMS: list[type[Form]] = [
    FamilyPhotoForm,
    UseForm,
    LivingPhotoForm,
    BodyPhotoForm,
    SecretForm,
    SignInForm,
    decision_forms.JudgementForm,
    decision_forms.MeetingForm,
    decision_forms.TakeBackForm,
    committee_forms.DuplicateForm,
    committee_forms.DuplicateTakeBackForm,
    committee_forms.ReasonForm,
]
HUGE = "9" * 5_000
NUMBERS = ["0", "1", "39", "999", "²", "٣", "௧", "①", "-1", "", " 1", "1e3", "4294967296", HUGE, "\x00", "x"]


def names_of(form: type[Form]) -> list[str]:
    """The names of all fields of a form with one row in each list."""
    return [field.name for field in every_field(form())] + [field.name for field in form()]


def mangled(name: str, number: str) -> str:
    """The name with another number where a row's stands, or behind it."""
    parts = name.split("-")
    rows = [at for at, part in enumerate(parts) if part.isdigit()]
    return "-".join(number if at in rows else part for at, part in enumerate(parts)) if rows else f"{name}-{number}"


@pytest.mark.parametrize("form", ALL_FORMS, ids=lambda form: f"{form.__module__}.{form.__name__}")
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_form_stumbles_over_the_name_of_a_field(
    unconnected_family: Flask, form: type[Form], data: st.DataObject
) -> None:
    mangling = st.builds(mangled, st.sampled_from(names_of(form)), st.one_of(st.sampled_from(NUMBERS), st.text()))
    names = data.draw(st.lists(st.one_of(mangling, st.text()), max_size=5))
    with unconnected_family.test_request_context(method="POST", data=MultiDict([(name, "y") for name in names])):
        form(request.form).validate()


@pytest.mark.parametrize("number", ["²", "٣", HUGE, "1000"])
def test_rows_are_numbered_by_up_to_three_plain_digits(number: str) -> None:
    assert not readable_name(f"others-{number}-text")
    assert readable_name("others-999-text")


def test_what_was_sent_with_a_readable_name_arrives_as_it_was_sent(unconnected_family: Flask) -> None:
    fields = MultiDict([("marks-0-kind", "scar"), ("marks-0-kind", "burn"), ("marks-²-kind", "x"), ("words", "ሰላም")])
    with unconnected_family.test_request_context(method="POST", data=fields):
        assert "marks-²-kind" not in request.values
        assert request.form.to_dict(flat=False) == {"marks-0-kind": ["scar", "burn"], "words": ["ሰላም"]}


@pytest.mark.parametrize(
    "fields", [{"others-²-text": "x"}, {"add": "others", f"others-{HUGE}-x": "1"}, {"add": "others-²"}]
)
def test_no_name_makes_a_page_fail_now_or_later(visitor: Visitor, fields: dict[str, str]) -> None:
    visitor.goes_to("/search/names")
    assert visitor.sends("/search/names", {"names-full": "Amina", **fields}).status_code == 200
    for address in ("/search/names", "/search/age", "/search/review", "/"):
        assert visitor.goes_to(address).status_code == 200


def test_no_file_that_is_sent_touches_a_disk(unconnected_family: Flask) -> None:
    sent = FileStorage(io.BytesIO(bytes(2_000_000)), "photo.jpg")
    boundary, body = encode_multipart({"photo": sent, "kind": "portrait"})
    kind = f'multipart/form-data; boundary="{boundary}"'
    with unconnected_family.test_request_context("/", method="POST", data=body, content_type=kind):
        request.max_content_length = 3_000_000
        assert isinstance(request.files["photo"].stream, io.BytesIO)
        assert request.form["kind"] == "portrait"


def test_of_a_file_that_is_too_large_only_the_beginning_is_kept_and_what_was_typed_behind_it_is_read(
    unconnected_family: Flask,
) -> None:
    sent = FileStorage(io.BytesIO(b"x" * 2_000_000), "photo.jpg")
    boundary, body = encode_multipart({"photo": sent, "words": "a rose"})
    kind = f'multipart/form-data; boundary="{boundary}"'
    with unconnected_family.test_request_context("/", method="POST", data=body, content_type=kind):
        request.max_content_length = 3_000_000
        cast("FormRequest", request).most_file_bytes = 1_000
        assert request.form["words"] == "a rose"
        assert len(request.files["photo"].read()) == 1_001
