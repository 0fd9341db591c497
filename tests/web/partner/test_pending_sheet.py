"""A sheet between upload and sending."""

import uuid
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask, session

from search.access import Actor
from search.commands import ImportSheet
from search.filing.waiting_sheets import Answers, Understood
from search.summaries import SignedIn
from web.partner.pending_sheet import (
    answers,
    discard,
    keep,
    read_again,
    show,
    to_send,
    touched,
    understood,
    waiting_sheets,
    waits,
)
from web.session_cookies import DRAFT, remember

SHEET = ImportSheet(filename="libro.csv", content="Folio;Nombre;Edad\n1;Ana Núñez;30\n2;Luis Peña;40\n".encode())
SHOWN = {"kind": "mortuary", "column.0": "full_name", "column.1": "age"}


def test_a_guess_that_nobody_touched_is_no_answer() -> None:
    assert touched(Answers(None, SHOWN), SHOWN) == {}
    assert touched(Answers({"kind": "shelter"}, SHOWN), {"go": "send", "csrf_token": "x"}) == {"kind": "shelter"}


def test_only_what_the_page_asked_is_taken_and_never_at_any_length() -> None:
    given = touched(Answers(None, SHOWN), {"column.7": "planted", "kind": "x" * 500, "column.1": "height"})
    assert given == {"kind": "x" * 200, "column.1": "height"}


def test_a_question_is_answered_by_what_is_chosen_although_the_column_was_read_so() -> None:
    asked = Answers(None, {"column.1": ""})
    assert touched(asked, {"column.1": "phones"}) == {"column.1": "phones"}
    assert touched(asked, {}) == {}


def test_something_else_is_what_is_chosen_beside_it() -> None:
    asked = Answers(None, {"column.1": ""})
    assert touched(asked, {"column.1": "else", "column.1.else": "height"}) == {"column.1": "height"}
    assert touched(asked, {"column.1": "else", "column.1.else": ""}) == {}
    assert touched(asked, {"column.1.else": "height"}) == {}


@pytest.fixture
def visit(partner: Flask, shelter: Actor) -> Iterator[None]:
    """One request of the shelter's clerk."""
    with partner.test_request_context():
        remember(SignedIn(token="invented", actor=shelter))
        yield


@pytest.mark.usefixtures("visit")
def test_a_sheet_waits_until_it_is_forgotten() -> None:
    assert (waits(), understood(), to_send()) == (False, None, None)
    keep(SHEET)
    read = understood()
    assert isinstance(read, Understood)
    assert read.preview is not None
    assert (waits(), read.preview.accepted) == (True, 2)
    waiting = to_send()
    assert waiting is not None
    assert waiting[0].content == SHEET.content
    discard()
    assert (waits(), understood(), to_send()) == (False, None, None)
    discard()


@pytest.mark.usefixtures("visit")
def test_answers_lead_to_another_reading() -> None:
    keep(SHEET)
    understood()
    show(SHOWN)
    read_again({"column.2": "words"})
    assert to_send() is None
    read = understood()
    assert isinstance(read, Understood)
    assert read.preview is not None
    assert read.preview.columns[2].target == "words"
    assert answers() == Answers({"column.2": "words"}, SHOWN)


@pytest.mark.usefixtures("visit")
def test_a_second_sheet_takes_the_place_of_the_first() -> None:
    keep(SHEET)
    first = session[DRAFT]
    keep(ImportSheet(filename="second.csv", content=SHEET.content))
    assert not waiting_sheets().is_there(first)
    waiting = waiting_sheets().sheet(session[DRAFT])
    assert waiting is not None
    assert waiting.filename == "second.csv"


@pytest.mark.usefixtures("visit")
def test_whoever_signs_in_next_at_the_same_computer_finds_no_sheet(shelter: Actor) -> None:
    keep(SHEET)
    assert waits()
    rival = replace(shelter, account_id=uuid.uuid4(), organisation_id=uuid.uuid4())
    for other in (rival, replace(shelter, account_id=uuid.uuid4())):
        remember(SignedIn(token="invented", actor=other))
        assert (waits(), understood(), to_send(), answers()) == (False, None, None, Answers())
    remember(SignedIn(token="invented", actor=shelter))
    assert waits()
