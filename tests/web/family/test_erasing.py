"""A family erases its search in its own language; afterwards nothing on the device or the server opens it."""

import datetime
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, update

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.accounts.secret_hashing import secret_fits
from search.accounts.waiting_tickets import open_ticket
from search.models import Draft, Record, SignInSession
from search.storage.database import Database
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.turns import somebody_else_hashes
from tests.fixtures.visitor import Visitor
from tests.web.family.test_new_search import NAME, files
from web.context import Context
from web.session_cookies import WAITING

LANGUAGES = pytest.mark.parametrize("row", walked(Catalogue.FAMILY), ids=lambda row: row.tag)
Spoil = Callable[[dict[str, str]], dict[str, str]]
# What is typed that is not both reference and words of the search, by what is wrong with it.
WRONG: dict[str, Spoil] = {
    "no reference": lambda typed: {**typed, "reference": ""},
    "another reference": lambda typed: {**typed, "reference": "0000-0000-0"},
    "no words": lambda typed: {**typed, "words": ""},
    "other words": lambda typed: {**typed, "words": "a b c d e"},
    "nothing": lambda _typed: {},
}


@pytest.fixture
def typed(visitor: Visitor) -> dict[str, str]:
    """What a family types that has filed a search; it is at its case."""
    reference, words = files(visitor)
    visitor.sends("/filed")
    assert visitor.place == "/case"
    return {"reference": reference, "words": " ".join(words)}


@pytest.fixture
def at_home(visitor: Visitor, typed: dict[str, str]) -> Visitor:
    """A family that has filed and opened its search."""
    assert typed
    return visitor


def is_erased(database: Database) -> bool:
    with database.reading() as session:
        return session.scalars(select(Record.erased_at).order_by(Record.number)).first() is not None


@LANGUAGES
def test_reference_and_words_are_typed_in_whatever_way_and_the_search_is_gone(
    at_home: Visitor, typed: dict[str, str], database: Database, row: LocaleRow
) -> None:
    at_home.goes_to(f"/case/erase?lang={row.tag}")
    assert typed["reference"] in at_home.page
    as_typed = {"reference": typed["reference"].lower().replace("-", " "), "words": f" {typed['words'].upper()} "}
    assert at_home.sends("/case/erase", as_typed).status_code == 200
    assert at_home.place == "/erased"
    with database.reading() as session:
        assert session.scalars(select(Record.erased_at)).one() is not None
        assert session.scalars(select(SignInSession)).all() == []
        assert session.scalars(select(Draft)).all() == []
    assert at_home.goes_to("/case").request.path == "/open"
    assert NAME not in at_home.page


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG.keys())
def test_without_both_nothing_is_erased_what_was_typed_stays_and_the_sentence_is_the_same(
    at_home: Visitor, typed: dict[str, str], database: Database, spoil: Spoil
) -> None:
    at_home.goes_to("/case/erase")
    wrong = spoil(typed)
    assert at_home.sends("/case/erase", wrong).status_code == 400
    assert "These are not the reference and the five words of this search. Nothing was erased." in at_home.page
    assert all(f'value="{value}"' in at_home.page for value in wrong.values() if value)
    assert not is_erased(database)


@LANGUAGES
def test_the_refusal_speaks_the_familys_language(at_home: Visitor, row: LocaleRow) -> None:
    at_home.goes_to(f"/case/erase?lang={row.tag}")
    assert english_left(at_home.page, row.tag) == []
    at_home.sends("/case/erase", {"reference": "0000", "words": "1 2 3"})
    assert english_left(at_home.page, row.tag) == []


def test_another_searchs_reference_and_words_erase_neither(
    at_home: Visitor, typed: dict[str, str], family: Flask, database: Database
) -> None:
    reference, words = files(Visitor(family.test_client()))
    at_home.goes_to("/case/erase")
    for theirs in ({"reference": reference, "words": " ".join(words)}, {**typed, "words": " ".join(words)}):
        assert at_home.sends("/case/erase", theirs).status_code == 400
    with database.reading() as session:
        assert session.scalars(select(Record.erased_at)).all() == [None, None]


def test_wrong_words_cost_one_hash_in_a_turn_of_the_same_queue_and_count_as_at_the_door(
    context: Context, at_home: Visitor, typed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str | None] = []

    def fits(kept: str | None, secret: str) -> bool:
        hashed.append(kept)
        return secret_fits(kept, secret)

    monkeypatch.setattr("search.accounts.sign_in.secret_fits", fits)
    at_home.goes_to("/case/erase")
    for wrong in ({**typed, "words": "a b c d e"}, {**typed, "reference": "ZZZZ-ZZZZ-Z"}):
        at_home.sends("/case/erase", wrong)
    assert [kept is None for kept in hashed] == [False, True]
    with somebody_else_hashes(context):
        at_home.sends("/open", typed)
        at_the_door = due(context, at_home)
        at_home.goes_to("/case/erase")
        at_home.sends("/case/erase", {**typed, "words": "a b c d e"})
        assert due(context, at_home) > at_the_door


def test_where_others_go_first_a_page_waits_and_then_erases(
    context: Context, at_home: Visitor, typed: dict[str, str], database: Database
) -> None:
    at_home.goes_to("/case/erase")
    with somebody_else_hashes(context):
        answer = at_home.sends("/case/erase", typed)
        assert (answer.status_code, answer.headers["Refresh"]) == (202, "1;url=/case/erase/turn")
        assert "nothing is erased yet" in at_home.page
        assert "people are signing in" not in at_home.page
        assert not is_erased(database)
    at_home.goes_to("/case/erase/turn")
    assert at_home.place == "/erased"
    assert is_erased(database)


def test_wrong_words_are_told_after_the_turn_and_stay_in_the_form(
    context: Context, at_home: Visitor, typed: dict[str, str], database: Database
) -> None:
    at_home.goes_to("/case/erase")
    with somebody_else_hashes(context):
        at_home.sends("/case/erase", {**typed, "words": "a b c d e"})
    assert at_home.goes_to("/case/erase/turn").status_code == 400
    assert all(f'value="{word}"' in at_home.page for word in "abcde")
    assert f'value="{typed["reference"]}"' in at_home.page
    assert not is_erased(database)


def test_what_waits_to_come_in_erases_nothing(
    context: Context, at_home: Visitor, typed: dict[str, str], database: Database
) -> None:
    at_home.goes_to("/open")
    with somebody_else_hashes(context):
        assert at_home.sends("/open", typed).status_code == 202
    at_home.goes_to("/case/erase/turn")
    assert at_home.place == "/case/erase"
    assert not is_erased(database)
    at_home.goes_to("/case/erase/turn")
    assert not is_erased(database)


def test_what_waits_to_erase_lets_nobody_in(
    context: Context, at_home: Visitor, typed: dict[str, str], database: Database
) -> None:
    at_home.goes_to("/case/erase")
    with somebody_else_hashes(context):
        at_home.sends("/case/erase", typed)
    with at_home.client.session_transaction() as cookie:
        del cookie["token"]
        assert WAITING in cookie
    at_home.goes_to("/open/turn")
    assert at_home.place == "/open"
    at_home.goes_to("/case/erase/turn")
    assert at_home.place == "/open"
    assert not is_erased(database)


@LANGUAGES
def test_another_language_keeps_what_was_typed(at_home: Visitor, database: Database, row: LocaleRow) -> None:
    at_home.goes_to("/case/erase")
    at_home.sends("/case/erase", {"reference": "half of it", "words": "one two", "lang": row.tag})
    assert f'<html lang="{row.tag}"' in at_home.page
    assert 'value="half of it"' in at_home.page
    assert 'value="one two"' in at_home.page
    assert not is_erased(database)


def test_what_opens_a_search_is_kept_nowhere_for_a_visit_that_had_ended_and_nothing_is_erased(
    context: Context, at_home: Visitor, typed: dict[str, str], database: Database
) -> None:
    at_home.goes_to("/case/erase")
    with context.database.transaction() as session:
        session.execute(update(SignInSession).values(expires_at=NOW - datetime.timedelta(seconds=1)))
    at_home.sends("/case/erase", typed)
    assert at_home.place == "/open"
    at_home.sends("/open", typed)
    assert at_home.place == "/case"
    assert not is_erased(database)
    at_home.goes_to("/case/erase")
    assert not any(f'value="{value}"' in at_home.page for value in typed.values())
    at_home.sends("/case/erase", typed)
    assert is_erased(database)


def test_the_page_says_what_goes_what_stays_and_what_would_be_milder(at_home: Visitor) -> None:
    page = at_home.goes_to("/case/erase").text
    for sentence in ("This cannot be undone", "What goes", "Only this stays", "/case/withdraw"):
        assert sentence in page


def test_a_search_that_was_taken_back_is_not_told_to_be_taken_back(at_home: Visitor) -> None:
    at_home.goes_to("/case/withdraw")
    at_home.sends("/case/withdraw")
    assert "/case/withdraw" not in at_home.goes_to("/case/erase").text


def test_the_page_afterwards_is_the_same_for_everybody(visitor: Visitor) -> None:
    assert visitor.goes_to("/erased").status_code == 200
    assert "Your search is erased" in visitor.page


def due(context: Context, visitor: Visitor) -> float:
    """When whoever waits is due."""
    with visitor.client.session_transaction() as cookie:
        ticket = open_ticket(context.vault, cookie[WAITING], NOW.timestamp())
    assert ticket is not None
    return ticket.due
