"""What a reader's decision makes of what is sent."""

import uuid

import pytest
from werkzeug.datastructures import MultiDict

from search.decision_summaries import Decisions
from search.vocabulary import JudgementKind, JudgementReason, ProposalState, RuledOutBy
from web.committee.decision_forms import JudgementForm, MeetingForm, TakeBackForm, answers_to
from web.committee.forms import ANSWERS

CARD = uuid.UUID(int=7)


def sent(**fields: str | list[str]) -> "MultiDict[str, str]":
    return MultiDict(fields)


@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("as_meeting", [False, True])
def test_each_button_is_a_judgement_of_its_kind(kind: JudgementKind, *, as_meeting: bool) -> None:
    typed = sent(
        kind=kind.value, seen_revision="3", reasons=["names", "a hunch"], words=" sure ", ruled_out_by=["dna", "x"]
    )
    form = (MeetingForm if as_meeting else JudgementForm)(typed)
    assert form.validate()
    command = form.command(CARD, as_meeting=as_meeting)
    assert (command.proposal_id, command.kind, command.seen_revision, command.words) == (CARD, kind, 3, "sure")
    assert (command.reasons, command.as_meeting) == (frozenset({JudgementReason.NAMES}), as_meeting)
    assert command.ruled_out_by == ({RuledOutBy.DNA} if kind is JudgementKind.NEGATIVE else set())


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "perhaps", "seen_revision": "3"},
        {"kind": "ask_family", "seen_revision": "3"},
        {"seen_revision": "3"},
        {"kind": "positive"},
    ],
)
def test_a_judgement_needs_one_of_the_answers_and_the_revision_that_was_read(fields: dict[str, str]) -> None:
    assert not JudgementForm(sent(**fields)).validate()


def test_nobody_is_offered_what_only_an_examination_finds_as_their_own_reading() -> None:
    assert not {"dna", "teeth", "fingerprints"} & {choice[0] for choice in JudgementForm().reasons.iter_choices()}
    assert {"dna", "teeth", "fingerprints"} <= {choice[0] for choice in JudgementForm().ruled_out_by.iter_choices()}


def test_nothing_is_chosen_before_a_reader_chooses() -> None:
    form = JudgementForm()
    assert (form.reasons.data, form.ruled_out_by.data, form.kind.data) == (None, None, None)


def test_what_is_taken_back_was_read_on_a_revision_and_may_say_why() -> None:
    form = TakeBackForm(sent(seen_revision="2", words="mixed up"))
    assert form.validate()
    command = form.command(CARD)
    assert (command.judgement_id, command.seen_revision, command.words) == (CARD, 2, "mixed up")
    assert not TakeBackForm(sent()).validate()
    assert not TakeBackForm(sent(seen_revision="two")).validate()


def test_what_two_agreed_on_can_only_be_contradicted() -> None:
    given = {state: answers_to(Decisions(state=state)) for state in ProposalState}
    assert given.pop(ProposalState.AGREED) == (JudgementKind.NEGATIVE,)
    assert set(given.values()) == {ANSWERS}
