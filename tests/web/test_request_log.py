"""The log of requests: which route, which status, and nothing that a person typed."""

import logging

import pytest
from flask import Flask

from tests.fixtures.visitor import Visitor

SECRET = "Yohannes-of-the-river"


def test_an_unexpected_error_is_logged_without_what_it_says(family: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> str:
        raise RuntimeError(SECRET)

    family.view_functions["family.how_it_works"] = fail
    with caplog.at_level(logging.INFO):
        answer = family.test_client().get("/how-it-works")
    assert answer.status_code == 500
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text + answer.text


def test_an_error_of_an_errors_own_page_is_logged_by_kind_and_place_alone(
    family: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_error: Exception) -> str:
        raise RuntimeError(SECRET)

    family.register_error_handler(404, fail)
    answer = family.test_client().get(f"/{SECRET}")
    assert answer.status_code == 500
    assert "RuntimeError at" in caplog.text
    assert SECRET not in caplog.text + answer.text


def test_the_log_has_the_route_and_neither_address_nor_query_nor_body(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        visitor.goes_to(f"/search/names?note={SECRET}")
        answer = visitor.sends("/search/names", {"names-full": SECRET})
        visitor.goes_to(f"/{SECRET}")
    lines = [record.getMessage() for record in caplog.records if record.name == "web.requests"]
    assert any(line.split()[1:4] == ["family", "POST", "/search/<slug>"] for line in lines)
    assert len(lines) == 4
    assert lines[2].startswith(answer.headers["X-Request-Id"])
    assert SECRET not in caplog.text
    assert "127.0.0.1" not in "".join(lines)


def test_every_answer_carries_an_id_of_its_own(passer_by: Visitor) -> None:
    ids = {passer_by.goes_to("/").headers["X-Request-Id"] for _time in range(3)}
    assert len(ids) == 3


def test_the_id_of_an_answer_is_the_one_in_the_log(unconnected_family: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        answer = unconnected_family.test_client().get("/how-it-works")
    (line,) = [record.getMessage() for record in caplog.records if record.name == "web.requests"]
    request_id, portal, method, route, status, milliseconds = line.split()
    assert request_id == answer.headers["X-Request-Id"]
    assert (portal, method, route, status) == ("family", "GET", "/how-it-works", "200")
    assert milliseconds.isdecimal()


def test_a_made_up_method_is_not_written(unconnected_family: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        unconnected_family.test_client().open("/how-it-works", method="PLANTED")
    assert "PLANTED" not in caplog.text
    assert " family - - 405 " in caplog.text


def test_an_unexpected_error_is_traced_to_its_place(family: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> str:
        raise RuntimeError(SECRET)

    family.view_functions["family.how_it_works"] = fail
    with caplog.at_level(logging.INFO):
        answer = family.test_client().get("/how-it-works")
    (line,) = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert line.startswith(f"{answer.headers['X-Request-Id']} failed: RuntimeError at test_request_log.py:")
