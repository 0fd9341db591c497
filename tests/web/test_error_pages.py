"""Errors on the way become pages in words."""

import pytest
from flask import Flask, abort

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from i18n.translate import gettext
from search.errors import Conflict, NotFound, SealBroken, TooManyAttempts
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from web.error_pages import retry_after, status_of


def test_a_page_that_does_not_exist_says_so_kindly(visitor: Visitor) -> None:
    answer = visitor.goes_to("/no/such/page")
    assert answer.status_code == 404
    assert "We cannot find this page" in answer.text


def test_a_missing_token_says_what_to_do(family: Flask) -> None:
    answer = family.test_client().post("/open", data={"reference": "x"})
    assert answer.status_code == 400
    assert "This page was open for too long" in answer.text


@pytest.mark.parametrize(
    ("fault", "status"),
    [(NotFound("not_found"), 404), (Conflict("proposal_changed"), 409), (RuntimeError("a name"), 500), (None, 404)],
    ids=["domain", "conflict", "ours", "http"],
)
def test_a_page_that_cannot_be_shown_again_is_an_error_of_its_own_kind(
    family: Flask, fault: Exception | None, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(**_arguments: str) -> str:
        if fault is not None:
            raise fault
        abort(404)

    family.extensions["typed_again"]["filing.answer"] = fails
    own = {"Sec-Fetch-Site": "same-origin"}
    answer = family.test_client().post("/search/names", headers=own, follow_redirects=True)
    assert (answer.status_code, "<main" in answer.text) == (status, True)
    assert "a name" not in caplog.text
    assert "/search/names" not in caplog.text


def test_a_body_that_is_too_large_is_refused_with_words(visitor: Visitor) -> None:
    visitor.goes_to("/search/anything-else")
    answer = visitor.sends("/search/anything-else", {"words": "a" * 300_000})
    assert answer.status_code == 413
    assert "That was too much at once" in answer.text
    assert '<a class="button" href="/search/anything-else">Back to the form</a>' in answer.text


@pytest.mark.parametrize(
    ("tag", "words"),
    [("es", "Eso fue demasiado de una sola vez"), ("ar", "كان ذلك كثيرًا في مرة واحدة")],
    ids=["Spanish", "Arabic"],
)
def test_a_body_that_the_server_did_not_read_is_refused_in_the_visitor_s_language(
    family: Flask, tag: str, words: str
) -> None:
    answer = family.test_client().post(
        "/search/names",
        headers={"Accept-Language": tag, "Sec-Fetch-Site": "same-origin"},
        environ_overrides={"CONTENT_LENGTH": "99999999", "CONTENT_TYPE": "application/x-www-form-urlencoded"},
        follow_redirects=True,
    )
    assert answer.status_code == 413
    assert f'lang="{tag}"' in answer.text
    assert words in answer.text
    assert 'href="/search/names"' in answer.text


def test_where_an_address_shows_no_form_nobody_is_led_back_to_it(family: Flask) -> None:
    answer = family.test_client().post(
        "/case/sign-out", headers={"Sec-Fetch-Site": "same-origin"}, environ_overrides={"CONTENT_LENGTH": "99999999"}
    )
    assert answer.status_code in {303, 413}
    assert 'href="/case/sign-out"' not in answer.text


@pytest.mark.parametrize(
    ("error", "status"),
    [(NotFound("not_found"), 404), (Conflict("proposal_changed"), 409), (SealBroken("seal_broken"), 500)],
)
def test_a_domain_error_has_its_status(error: NotFound | Conflict | SealBroken, status: int) -> None:
    assert status_of(error) == status


def test_slowing_down_says_how_long(family: Flask) -> None:
    def slow() -> str:
        raise TooManyAttempts("daily_reads_used", seconds=40)

    family.view_functions["family.how_it_works"] = slow
    answer = family.test_client().get("/how-it-works")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "40"
    assert "You can go on in about 40 seconds: from" in answer.text
    assert "(UTC)." in answer.text


@pytest.mark.parametrize("row", walked(Catalogue.FAMILY), ids=lambda row: row.tag)
def test_until_when_one_has_to_wait_is_said_in_the_readers_language(family: Flask, row: LocaleRow) -> None:
    def slow() -> str:
        raise TooManyAttempts("many_filings", minutes=20, seconds=20 * 60)

    family.view_functions["family.how_it_works"] = slow
    page = family.test_client().get(f"/how-it-works?lang={row.tag}", follow_redirects=True).text
    assert english_left(page, row.tag) == []
    assert "(UTC)" in page
    assert "20" in page


def test_an_error_that_does_not_say_how_long_asks_for_no_wait() -> None:
    assert retry_after(TooManyAttempts("daily_reads_used", seconds=40)) == {"Retry-After": "40"}
    assert retry_after(NotFound("not_found")) == {}


def test_a_method_that_an_address_does_not_take_says_which_it_takes(family: Flask) -> None:
    answer = family.test_client().post("/how-it-works")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(("code", "shown"), [(418, 400), (503, 500)])
def test_an_error_without_a_page_of_its_own_gets_that_of_its_kind(family: Flask, code: int, shown: int) -> None:
    statuses = iter((code, shown))
    family.view_functions["family.how_it_works"] = lambda: abort(next(statuses))
    own, general = (family.test_client().get("/how-it-works") for _time in range(2))
    assert (own.status_code, general.status_code) == (code, shown)
    assert own.text == general.text


@pytest.mark.parametrize("row", walked(), ids=lambda row: row.tag)
def test_an_error_is_told_in_the_readers_language(visitor: Visitor, row: LocaleRow) -> None:
    visitor.goes_to(f"/?lang={row.tag}")
    answer = visitor.goes_to("/no/such/page")
    assert f'<html lang="{row.tag}" dir="{row.direction}">' in answer.text
    assert gettext(row.tag, "We cannot find this page") in answer.text
    assert english_left(answer.text, row.tag) == []
