"""What a portal's cookie keeps, and for whom."""

import datetime
from collections.abc import Iterator

import pytest
from flask import Flask, session

from search.access import ANYONE, Actor, ActorKind
from search.summaries import SignedIn
from web.session_cookies import (
    CHANGE,
    DRAFT,
    LANGUAGE,
    LEFT,
    OWN_PHONE,
    RECEIPTS,
    TOKEN,
    TYPED,
    WAITING,
    WITNESS,
    close_session,
    current_actor,
    draft_lasts,
    forget_visit,
    go_on_here,
    keep_cookie,
    open_session,
    session_token,
    signed_in,
    tokens_to_forget,
    was_left,
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
        LANGUAGE: "ar", DRAFT: "a draft", CHANGE: "a change", RECEIPTS: ["one"], TOKEN: "invented", "_permanent": False,
    }  # fmt: skip
    assert (signed_in(), current_actor(), session_token()) == (READER, READER.actor, "invented")


def test_signing_out_leaves_the_language_alone() -> None:
    open_session(READER)
    close_session()
    assert dict(session) == {LANGUAGE: "ar", "_permanent": False}
    assert (signed_in(), current_actor(), session_token()) == (None, ANYONE, "")


@pytest.mark.parametrize("stays", [True, False])
@pytest.mark.parametrize(("said", "own"), [("yes", True), ("no", False), ("Yes", False), (None, False)])
def test_the_cookie_outlives_the_window_where_the_portal_wants_it_and_the_phone_is_ones_own(
    unconnected_family: Flask, *, stays: bool, said: str | None, own: bool
) -> None:
    unconnected_family.config["STAY_SIGNED_IN"] = stays
    session[OWN_PHONE] = said
    keep_cookie()
    assert session.permanent is (stays and own)
    assert draft_lasts() == (datetime.timedelta(days=7) if own else datetime.timedelta(hours=4))


def test_leaving_empties_the_cookie_of_a_phone_that_others_use_too() -> None:
    session.update({OWN_PHONE: "no", TOKEN: "invented", WITNESS: "told", "undo-draft": "earlier", "new-words": "words"})
    assert tokens_to_forget() == ["a draft", "a change", "told", "words", "earlier", "one"]
    forget_visit()
    assert dict(session) == {}


def test_leaving_keeps_on_ones_own_phone_what_was_begun_and_no_visit() -> None:
    session.update({OWN_PHONE: "yes", TOKEN: "invented", TYPED: "a text", WAITING: "words", "undo-draft": "earlier"})
    assert tokens_to_forget() == ["a change", "a text", "earlier"]
    forget_visit()
    assert dict(session) == {
        LANGUAGE: "ar", OWN_PHONE: "yes", DRAFT: "a draft", RECEIPTS: ["one"], LEFT: "yes", "_permanent": True,
    }  # fmt: skip
    open_session(READER)
    assert was_left()
    go_on_here()
    assert not was_left()


def test_leaving_closes_nothing_on_ones_own_phone_where_nothing_stays() -> None:
    session.clear()
    session[OWN_PHONE] = "yes"
    forget_visit()
    assert not was_left()
