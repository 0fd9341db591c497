"""A sheet between upload and sending."""

from collections.abc import Iterator

import pytest
from flask import Flask, session

from search.access import Actor
from search.commands import ImportSheet
from search.summaries import SignedIn
from web.partner.pending_sheet import Pending, discard, keep, pending, waits
from web.session_cookies import DRAFT, remember

SHEET = ImportSheet(filename="libro.csv", content=b"Nombre;Edad")
SHOWN = {"kind": "mortuary", "column.0": "full_name", "column.1": "age"}
WAITING = Pending(SHEET, SHOWN)


def test_a_page_sent_back_as_it_was_agrees_with_all_that_was_shown() -> None:
    assert WAITING.unchanged(SHOWN)
    assert WAITING.unchanged({"go": "send", "csrf_token": "x"})
    assert WAITING.answered({}).profile == SHOWN


def test_one_changed_choice_is_no_agreement() -> None:
    assert not WAITING.unchanged({**SHOWN, "column.1": "height"})
    assert WAITING.answered({"column.1": "height"}).profile == {**SHOWN, "column.1": "height"}


def test_only_what_the_page_asked_is_taken_and_never_at_any_length() -> None:
    answered = WAITING.answered({"column.7": "planted", "kind": "x" * 500})
    assert answered.profile is not None
    assert set(answered.profile) == set(SHOWN)
    assert len(answered.profile["kind"]) == 200
    assert (answered.filename, answered.content) == (SHEET.filename, SHEET.content)


@pytest.fixture
def visit(partner: Flask, shelter: Actor) -> Iterator[None]:
    """One request of the shelter's clerk."""
    with partner.test_request_context():
        remember(SignedIn(token="invented", actor=shelter))
        yield


@pytest.mark.usefixtures("visit")
def test_a_sheet_waits_until_it_is_forgotten() -> None:
    assert (waits(), pending()) == (False, None)
    keep(WAITING)
    assert (waits(), pending()) == (True, WAITING)
    discard()
    assert (waits(), pending()) == (False, None)
    discard()


@pytest.mark.usefixtures("visit")
def test_a_second_sheet_takes_the_place_of_the_first() -> None:
    keep(WAITING)
    token = session[DRAFT]
    keep(Pending(ImportSheet(filename="second.csv", content=b""), {}))
    assert session[DRAFT] == token
    waiting = pending()
    assert waiting is not None
    assert waiting.sheet.filename == "second.csv"
