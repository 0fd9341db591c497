"""Signing in by turns: where others go first a page waits by itself, keeps the place, and then lets in."""

import re

import pytest
from flask import Flask

from search.accounts.waiting_tickets import open_ticket
from tests.fixtures.portals import NOW
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files
from web.context import Context
from web.session_cookies import WAITING


@pytest.fixture
def filed(visitor: Visitor) -> dict[str, str]:
    """What a family types to open the search that it has filed."""
    reference, words = files(visitor)
    return {"reference": reference, "words": " ".join(words)}


@pytest.fixture
def phone(family: Flask) -> Visitor:
    """Another phone, at the page that asks for the words."""
    visitor = Visitor(family.test_client())
    visitor.goes_to("/open")
    return visitor


def test_where_others_go_first_a_page_waits_and_goes_on_by_itself(
    context: Context, phone: Visitor, filed: dict[str, str]
) -> None:
    with somebody_else_hashes(context):
        answer = phone.sends("/open", filed)
    assert (answer.status_code, answer.headers["Refresh"]) == (202, "1;url=/open/turn")
    assert "This page goes on by itself" in phone.page
    assert 'href="/open/turn"' in phone.page
    phone.goes_to("/open/turn")
    assert phone.place == "/case"
    assert NAME in phone.page


def test_whoever_has_to_wait_longer_keeps_the_place(context: Context, phone: Visitor, filed: dict[str, str]) -> None:
    with somebody_else_hashes(context):
        phone.sends("/open", filed)
        first = due(context, phone)
        answer = phone.goes_to("/open/turn")
        assert (answer.status_code, answer.headers["Refresh"]) == (202, "2;url=/open/turn")
        assert due(context, phone) == first
    assert phone.goes_to("/open/turn").request.path == "/case"


def test_wrong_words_are_told_after_the_turn_and_stay_in_the_form(
    context: Context, phone: Visitor, filed: dict[str, str]
) -> None:
    with somebody_else_hashes(context):
        phone.sends("/open", {**filed, "words": "a b c d e"})
    phone.goes_to("/open/turn")
    assert "The reference and the words or digits do not fit together." in phone.page
    assert f'value="{filed["reference"]}"' in phone.page
    assert all(f'value="{word}"' in phone.page for word in "abcde")
    with phone.client.session_transaction() as cookie:
        assert WAITING not in cookie


def test_what_waits_is_sealed_in_the_cookie(context: Context, phone: Visitor, filed: dict[str, str]) -> None:
    with somebody_else_hashes(context):
        phone.sends("/open", filed)
    cookie = phone.client.get_cookie("ovillo-family")
    assert cookie is not None
    with phone.client.session_transaction() as kept:
        assert not re.search("|".join(filed["words"].split()), str(dict(kept)))
    assert len(cookie.value) < 2_000


def test_the_longest_that_can_be_typed_fits_into_a_cookie(context: Context, phone: Visitor) -> None:
    with somebody_else_hashes(context):
        phone.sends("/open", {"reference": "ሰ" * 80, "words": "ሰ" * 300})
    cookie = phone.client.get_cookie("ovillo-family")
    assert cookie is not None
    assert len(cookie.value) < 3_900


@pytest.mark.parametrize("waits", [True, False])
def test_a_turn_without_anybody_who_waits_leads_on(phone: Visitor, filed: dict[str, str], *, waits: bool) -> None:
    assert filed
    if waits:
        with phone.client.session_transaction() as cookie:
            cookie[WAITING] = "made up"
    assert phone.goes_to("/open/turn").request.path == "/open"


def test_a_page_that_asks_twice_at_once_opens_once_and_leads_to_the_case(
    context: Context, phone: Visitor, family: Flask, filed: dict[str, str]
) -> None:
    with somebody_else_hashes(context):
        phone.sends("/open", filed)
    cookie = phone.client.get_cookie("ovillo-family")
    assert cookie is not None
    twin = family.test_client()
    twin.set_cookie("ovillo-family", cookie.value)
    phone.goes_to("/open/turn")
    assert phone.place == "/case"
    answer = twin.get("/open/turn")
    assert (answer.status_code, answer.location) == (303, "/case")
    assert "Set-Cookie" not in answer.headers


def test_the_button_under_the_words_waits_for_a_turn_too(context: Context, visitor: Visitor) -> None:
    files(visitor)
    with somebody_else_hashes(context):
        assert visitor.sends("/filed").status_code == 202
    assert visitor.goes_to("/open/turn").request.path == "/case"


def test_guesses_go_behind_each_other_by_network_and_name(
    context: Context, family: Flask, filed: dict[str, str]
) -> None:
    dues = []
    with somebody_else_hashes(context):
        for address in ("192.0.2.1", "192.0.2.200", "198.51.100.1"):
            stranger = Visitor(family.test_client())
            stranger.goes_to("/open")
            typed = {**filed, "reference": filed["reference"].lower()}
            stranger.sends("/open", typed, environ_base={"REMOTE_ADDR": address})
            dues.append(due(context, stranger) - NOW.timestamp())
    assert dues == [0, 2, 2]


def due(context: Context, phone: Visitor) -> float:
    """When the attempt that waits counts as having come."""
    with phone.client.session_transaction() as cookie:
        ticket = open_ticket(context.vault, cookie[WAITING], NOW.timestamp())
    assert ticket is not None
    return ticket.due


def test_whoever_opens_a_search_anew_ends_the_visit_that_the_phone_was_at(
    family: Flask, phone: Visitor, filed: dict[str, str]
) -> None:
    phone.sends("/open", filed)
    other = Visitor(family.test_client())
    with phone.client.session_transaction() as cookie, other.client.session_transaction() as copied:
        copied["token"] = cookie["token"]
    other.goes_to("/case")
    assert other.place == "/case"
    phone.goes_to("/open")
    phone.sends("/open", filed)
    other.goes_to("/case")
    assert (phone.place, other.place) == ("/case", "/open")
