"""What a reader's forms make of what is sent."""

import uuid

import pytest
from werkzeug.datastructures import MultiDict

from search.vocabulary import JudgementKind
from web.committee.forms import (
    ANSWERS,
    DuplicateForm,
    ReasonForm,
    chosen_page,
)

CARD = uuid.UUID(int=7)


def sent(**fields: str | list[str]) -> "MultiDict[str, str]":
    return MultiDict(fields)


def test_two_records_of_one_side_have_three_answers_and_no_family_to_ask() -> None:
    kinds = {kind: DuplicateForm(sent(kind=kind.value, seen_revision="1")).validate() for kind in JudgementKind}
    assert {kind for kind, valid in kinds.items() if valid} == set(ANSWERS)
    assert JudgementKind.ASK_FAMILY not in ANSWERS


def test_an_answer_about_duplicates_is_a_command_about_that_pair() -> None:
    command = DuplicateForm(sent(kind="negative", seen_revision="4")).command(CARD)
    assert (command.duplicate_id, command.kind, command.seen_revision) == (CARD, JudgementKind.NEGATIVE, 4)


@pytest.mark.parametrize(("typed", "card"), [(str(CARD), CARD), ("", None), ("../elsewhere", None)])
def test_an_answer_leads_back_to_its_card_and_nowhere_else(typed: str, card: uuid.UUID | None) -> None:
    assert DuplicateForm(sent(kind="negative", seen_revision="1", card=typed)).card_id == card


def test_a_reason_is_handed_on_as_it_was_written() -> None:
    form = ReasonForm(sent(reason=" To ask about the scar "))
    assert form.validate()
    command = form.command(CARD)
    assert (command.proposal_id, command.reason) == (CARD, "To ask about the scar")


@pytest.mark.parametrize(
    ("typed", "page"), [("1", 1), ("12", 12), ("0", 1), ("-3", 1), ("x", 1), ("", 1), ("9" * 6, 999_999), ("9" * 7, 1)]
)
def test_a_page_that_cannot_be_is_the_first(typed: str, page: int) -> None:
    assert chosen_page(typed) == page
