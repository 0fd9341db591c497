"""What a portal's cookie keeps, and for whom."""

from collections.abc import Iterator

import pytest
from flask import Flask, session

from search.access import ANYONE, Actor, ActorKind
from search.summaries import SignedIn
from web.session_cookies import (
    CHANGE,
    DRAFT,
    LANGUAGE,
    RECEIPTS,
    TOKEN,
    close_session,
    current_actor,
    keep_cookie,
    open_session,
    session_token,
    signed_in,
)

READER = SignedIn(token="invented", actor=Actor(kind=ActorKind.REVIEWER))


@pytest.fixture(autouse=True)
def request_with_a_cookie(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who chose a language, began a form, and carries something from before."""
    with unconnected_family.test_request_context():
        session.update({LANGUAGE: "ar", DRAFT: "a draft", CHANGE: "a change", RECEIPTS: ["one"], "planted": "before"})
        yield


def test_nobody_is_anyone() -> None:
    assert (signed_in(), current_actor(), session_token()) == (None, ANYONE, "")


def test_signing_in_starts_anew_but_keeps_the_language_and_the_forms_that_are_being_filled_in() -> None:
    open_session(READER)
    assert dict(session) == {
        LANGUAGE: "ar", DRAFT: "a draft", CHANGE: "a change", RECEIPTS: ["one"], TOKEN: "invented", "_permanent": True,
    }  # fmt: skip
    assert (signed_in(), current_actor(), session_token()) == (READER, READER.actor, "invented")


def test_signing_out_leaves_the_language_alone() -> None:
    open_session(READER)
    close_session()
    assert dict(session) == {LANGUAGE: "ar", "_permanent": True}
    assert (signed_in(), current_actor(), session_token()) == (None, ANYONE, "")


@pytest.mark.parametrize("stays", [True, False])
def test_the_cookie_outlives_the_window_where_the_portal_wants_it(unconnected_family: Flask, *, stays: bool) -> None:
    unconnected_family.config["STAY_SIGNED_IN"] = stays
    keep_cookie()
    assert session.permanent is stays
