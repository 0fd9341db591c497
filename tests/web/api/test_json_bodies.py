import json
from typing import Annotated, Any

import pytest
from flask import Flask
from pydantic import BaseModel, ConfigDict, Field
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from web.api.json_bodies import DoesNotFit, answer, asked_for, sent_body


class Stop(BaseModel):
    model_config = ConfigDict(extra="forbid")
    town: Annotated[str, Field(max_length=20)]


class Journey(BaseModel):
    model_config = ConfigDict(extra="forbid")
    stops: tuple[Stop, ...] = ()
    page: int = 1


@pytest.fixture
def app() -> Flask:
    return Flask("alone")


@pytest.mark.parametrize("called", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_a_body_that_is_called_json_is_read(app: Flask, called: str) -> None:
    with app.test_request_context(data=b'{"stops": [{"town": "Tapachula"}]}', content_type=called):
        assert sent_body(Journey) == Journey(stops=(Stop(town="Tapachula"),))


@pytest.mark.parametrize("called", ["text/plain", "application/x-www-form-urlencoded", "image/png", None])
def test_a_body_that_is_called_something_else_is_not_read(app: Flask, called: str | None) -> None:
    with app.test_request_context(data=b"{}", content_type=called), pytest.raises(UnsupportedMediaType):
        sent_body(Journey)


def test_a_body_that_was_packed_is_not_read(app: Flask) -> None:
    with app.test_request_context(json={}, headers={"Content-Encoding": "gzip"}), pytest.raises(UnsupportedMediaType):
        sent_body(Journey)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"{'page': 1}", b'{"page": NaN}', b'{"page": -Infinity}'])
def test_what_is_no_json_is_a_bad_request(app: Flask, body: bytes) -> None:
    with app.test_request_context(data=body, content_type="application/json"), pytest.raises(BadRequest):
        sent_body(Journey)


def test_complaints_come_by_field_and_do_not_repeat_what_was_sent(app: Flask) -> None:
    sent = {"stops": [{"town": "a planted marker, and a long one"}, {"town": "Tuxtla", "marker": 1}], "page": "marker"}
    with app.test_request_context(json=sent), pytest.raises(DoesNotFit) as refusal:
        sent_body(Journey)
    assert sorted(refusal.value.fields) == ["page", "stops.0.town", "stops.1.marker"]
    assert "marker" not in str(list(refusal.value.fields.values())) + str(refusal.value)
    assert refusal.value.__cause__ is None


@pytest.mark.parametrize("body", [[], "text", 7, False, None])
def test_a_complaint_about_the_whole_body_has_a_place_too(app: Flask, body: object) -> None:
    sent: dict[str, Any] = {"data": json.dumps(body), "content_type": "application/json"}
    with app.test_request_context(**sent), pytest.raises(DoesNotFit) as refusal:
        sent_body(Journey)
    assert list(refusal.value.fields) == ["_schema"]


def test_a_query_string_is_read_as_what_it_stands_for(app: Flask) -> None:
    with app.test_request_context("/?page=7"):
        assert asked_for(Journey).page == 7
    with app.test_request_context("/?page=x&more=2"), pytest.raises(DoesNotFit) as refusal:
        asked_for(Journey)
    assert sorted(refusal.value.fields) == ["more", "page"]
    with app.test_request_context("/?page=7&page=8"), pytest.raises(DoesNotFit) as refusal:
        asked_for(Journey)
    assert refusal.value.fields == {"page": ["stands twice"]}


def test_an_answer_carries_its_status(app: Flask) -> None:
    with app.test_request_context():
        given = answer(Stop(town="ሰላም"), 201)
    assert (given.status_code, given.json) == (201, {"town": "ሰላም"})
