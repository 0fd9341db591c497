"""A claim is written down, the claimant is asked, and only then a reader sees what only the family knows."""

import uuid

import pytest
from sqlalchemy import select

from search.access import Action, Actor
from search.accounts.reading_limits import CONTACTS_A_DAY
from search.casework_commands import AnswerClaim, CompareClaim, RecordClaim
from search.commands import RevealIdentifiers
from search.documents import ControlQuestion, Description, Filing, Identifiers
from search.documents.engine_view import sought_view
from search.errors import Conflict, NotFound, Refused, TooManyAttempts
from search.filing.record_storing import Filed, store_revision
from search.models import ClaimCheck, MatchProposal, Reading, Record, SearchRequest
from search.review.claim_checking import (
    ClaimAsked,
    ClaimShown,
    compare_claim,
    open_claim,
    open_claims,
    open_control_fact,
    record_claim,
)
from search.review.contacts_reveal import reveal_identifiers
from search.telling.readings_account import account_of_readings
from search.vocabulary import ClaimKind, ClaimOutcome
from tests.search.review.reading import audited, card
from tests.search.scene import NOW, Scene

WORDS = "a man called and says that he holds her"
FACTS = Filing(
    control_questions=(
        ControlQuestion(question="What was the dog called?", answer="Kibo"),
        ControlQuestion(answer="the door was blue"),
        ControlQuestion(question="Which song?"),
    )
)


@pytest.fixture
def pair(scene: Scene) -> uuid.UUID:
    return scene.propose(filing=FACTS)


def case_of(scene: Scene, pair: uuid.UUID) -> uuid.UUID:
    with scene.database.reading() as session:
        number = session.get_one(MatchProposal, pair).request_number
        return session.scalars(select(SearchRequest.id).where(SearchRequest.number == number)).one()


def claims(scene: Scene, pair: uuid.UUID, actor: Actor | None = None, words: str = WORDS) -> ClaimAsked:
    command = RecordClaim(case_id=case_of(scene, pair), claim=ClaimKind.HOLDS_PERSON, words=words, proposal_id=pair)
    with scene.database.transaction() as session:
        return record_claim(session, actor or scene.reviewers[0], command, now=NOW)


def answers(scene: Scene, check_id: uuid.UUID, said: str = "Rex", actor: Actor | None = None) -> ClaimShown:
    with scene.database.transaction() as session:
        command = AnswerClaim(check_id=check_id, said=said)
        return open_control_fact(session, actor or scene.reviewers[0], command, now=NOW)


def compares(scene: Scene, check_id: uuid.UUID, outcome: ClaimOutcome = ClaimOutcome.NOT_SUPPLIED) -> ClaimOutcome:
    with scene.database.transaction() as session:
        command = CompareClaim(check_id=check_id, outcome=outcome)
        return compare_claim(session, scene.reviewers[0], command, now=NOW)


def test_the_answer_is_shown_once_after_the_claimant_s_and_never_before(scene: Scene, pair: uuid.UUID) -> None:
    with scene.database.transaction() as session:
        page = open_claims(session, scene.reviewers[0], case_of(scene, pair))
        contacts = reveal_identifiers(
            session, scene.reviewers[0], RevealIdentifiers(proposal_id=pair, reason=WORDS), now=NOW
        )
    assert page.questions == 2
    asked = claims(scene, pair)
    assert asked.question == "What was the dog called?"
    with pytest.raises(Conflict):
        compares(scene, asked.check_id)
    with pytest.raises(Refused, match="claimant_said_nothing"):
        answers(scene, asked.check_id, "  ")
    seen = [str(one) for one in (page, contacts, asked, card(scene, pair))]
    assert not any("Kibo" in one or "blue" in one for one in seen)
    shown = answers(scene, asked.check_id)
    assert (shown.said, shown.answer) == ("Rex", "Kibo")
    with pytest.raises(Conflict):
        answers(scene, asked.check_id, "Kibo")
    assert compares(scene, asked.check_id) is ClaimOutcome.NOT_SUPPLIED
    assert compares(scene, asked.check_id) is ClaimOutcome.NOT_SUPPLIED
    with pytest.raises(Conflict):
        compares(scene, asked.check_id, ClaimOutcome.SUPPLIED)
    with scene.database.transaction() as session:
        again = open_claim(session, scene.reviewers[0], asked.check_id, now=NOW)
    assert (again.answered, again.outcome) == (True, ClaimOutcome.NOT_SUPPLIED)
    assert "Kibo" not in str(again)
    assert len(audited(scene, Action.OPEN_CONTROL_FACT)) == 1
    assert claims(scene, pair).question == ""


def test_what_was_said_is_sealed_and_the_reading_waits_until_its_pair_was_told(scene: Scene, pair: uuid.UUID) -> None:
    asked = claims(scene, pair)
    answers(scene, asked.check_id)
    with scene.database.transaction() as session:
        kept = session.scalars(select(ClaimCheck)).one()
        assert b"man called" not in kept.words_sealed
        assert b"Rex" not in (kept.said_sealed or b"")
        readings = session.scalars(select(Reading).where(Reading.purpose == "claim")).all()
        assert {one.caused_by for one in readings} == {pair}
        account = account_of_readings(session, scene.reviewers[0], asked.reference, now=NOW)
    assert account.lines == ()


def test_a_claim_needs_words_and_a_question_and_is_of_whoever_wrote_it_down(scene: Scene, pair: uuid.UUID) -> None:
    with pytest.raises(Refused, match="claim_words_needed"):
        claims(scene, pair, words="so")
    bare = scene.propose(filing=Filing())
    with pytest.raises(Refused, match="no_control_question"):
        claims(scene, bare)
    with pytest.raises(NotFound):
        claims(scene, pair, scene.stranger)
    asked = claims(scene, pair)
    for actor in (scene.reviewers[1], scene.stranger):
        with pytest.raises(NotFound):
            answers(scene, asked.check_id, actor=actor)
    with scene.database.reading() as session:
        assert len(session.scalars(select(ClaimCheck)).all()) == 1


def test_answers_that_only_the_family_knows_count_with_contacts(scene: Scene, pair: uuid.UUID) -> None:
    for left in reversed(range(CONTACTS_A_DAY)):
        assert answers(scene, claims(scene, pair).check_id).reads_left == left
    with pytest.raises(TooManyAttempts, match="contacts_used"):
        answers(scene, claims(scene, pair).check_id)


def test_a_question_that_the_family_took_out_meanwhile_shows_no_answer_and_counts_nothing(
    scene: Scene, pair: uuid.UUID
) -> None:
    asked = claims(scene, pair)
    with scene.database.transaction() as session:
        number = session.get_one(MatchProposal, pair).request_number
        store_revision(
            session,
            Filed(session.get_one(Record, number), (Filing(),), sought_view(Description(), Identifiers())),
        )
    with pytest.raises(Refused, match="no_control_question"):
        answers(scene, asked.check_id)
    assert audited(scene, Action.OPEN_CONTROL_FACT) == []
