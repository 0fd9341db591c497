"""Errors on the way: pages in words, logs without them."""

import logging

import pytest
from flask import Flask

from search.errors import Conflict, NotFound, SealBroken, TooManyAttempts
from tests.fixtures.visitor import Visitor
from web.error_pages import status_of

SECRET = "Yohannes-of-the-river"


def test_a_page_that_does_not_exist_says_so_kindly(visitor: Visitor) -> None:
    answer = visitor.goes_to("/no/such/page")
    assert answer.status_code == 404
    assert "We cannot find this page" in answer.text


def test_a_missing_token_says_what_to_do(family: Flask) -> None:
    answer = family.test_client().post("/open", data={"reference": "x"})
    assert answer.status_code == 400
    assert "This page was open for too long" in answer.text


def test_a_body_that_is_too_large_is_refused_with_words(visitor: Visitor) -> None:
    visitor.goes_to("/search/anything-else")
    answer = visitor.sends("/search/anything-else", {"words": "a" * 300_000})
    assert answer.status_code == 413
    assert "That was too much at once" in answer.text


@pytest.mark.parametrize(
    ("error", "status"),
    [(NotFound("not_found"), 404), (Conflict("proposal_changed"), 409), (SealBroken("seal_broken"), 500)],
)
def test_a_domain_error_has_its_status(error: NotFound | Conflict | SealBroken, status: int) -> None:
    assert status_of(error) == status


def test_slowing_down_says_how_long(family: Flask) -> None:
    def slow() -> str:
        raise TooManyAttempts("too_many_attempts", seconds=40)

    family.view_functions["family.how_it_works"] = slow
    answer = family.test_client().get("/how-it-works")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "40"
    assert "Please wait 40 seconds" in answer.text


def test_an_unexpected_error_is_logged_without_what_it_says(family: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> str:
        raise RuntimeError(SECRET)

    family.view_functions["family.how_it_works"] = fail
    with caplog.at_level(logging.INFO):
        answer = family.test_client().get("/how-it-works")
    assert answer.status_code == 500
    assert "RuntimeError" in caplog.text
    assert SECRET not in caplog.text + answer.text


def test_the_log_has_the_route_and_neither_address_nor_query_nor_body(
    visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        visitor.goes_to(f"/search/names?note={SECRET}")
        answer = visitor.sends("/search/names", {"name": SECRET})
        visitor.goes_to(f"/{SECRET}")
    lines = [record.getMessage() for record in caplog.records if record.name == "web.requests"]
    assert any(line.split()[1:4] == ["family", "POST", "/search/<slug>"] for line in lines)
    assert len(lines) == 4
    assert lines[2].startswith(answer.headers["X-Request-Id"])
    assert SECRET not in caplog.text
    assert "127.0.0.1" not in "".join(lines)
