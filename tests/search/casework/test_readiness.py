"""Who asks is known from the case alone."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.access import Actor, ActorKind
from search.casework.readiness import Readiness, readiness
from search.casework.talks import record_talk
from search.casework_commands import RecordTalk
from search.commands import ConsentGiven, GiveConsent, JudgeProposal, WithdrawConsent
from search.consents import Receiver
from search.documents import ControlQuestion, Filing
from search.filing.consenting import give_consent, withdraw_consent
from search.models import MatchProposal, SearchRequest
from search.review.judging_proposals import judge
from search.vocabulary import ConsentPurpose, JudgementKind, JudgementReason, Network, ReceiverKind
from tests.search.scene import NOW, Scene, sought

SHELTERS = Receiver(ReceiverKind.NETWORK, Network.SHELTERS)
MEXICO = Receiver(ReceiverKind.FORENSIC_SERVICES, "MX")


def of(scene: Scene, case_id: uuid.UUID) -> Readiness:
    with scene.database.reading() as session:
        number = session.scalars(select(SearchRequest.number).where(SearchRequest.id == case_id)).one()
        return readiness(session, [number])[number]


def says(scene: Scene, case_id: uuid.UUID, purpose: ConsentPurpose, receiver: Receiver, *, allowed: bool) -> None:
    given = ConsentGiven(purpose=purpose, receiver=receiver, allowed=allowed, text_digest=b"x" * 32, language="en")
    family = Actor(kind=ActorKind.FAMILY, case_id=case_id)
    with scene.database.transaction() as session:
        give_consent(session, family, GiveConsent(case_id=case_id, given=given), now=NOW)


def test_each_part_counts_once_it_is_there_and_no_longer_when_it_is_taken_back(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented", filing=Filing())).case_id
    assert of(scene, case) == Readiness()
    with scene.database.transaction() as session:
        command = RecordTalk(case_id=case, held_on=datetime.date(2026, 2, 1), language="ti")
        record_talk(session, scene.reviewers[0], command, now=NOW)
    assert of(scene, case) == Readiness(talk=True)
    says(scene, case, ConsentPurpose.SHARING, SHELTERS, allowed=True)
    assert of(scene, case) == Readiness(talk=True)
    says(scene, case, ConsentPurpose.NAMING, SHELTERS, allowed=True)
    says(scene, case, ConsentPurpose.FORENSIC, MEXICO, allowed=True)
    assert of(scene, case) == Readiness(talk=True, naming=True, forensic=True)
    withdrawal = WithdrawConsent(case_id=case, purpose=ConsentPurpose.FORENSIC, receiver=MEXICO)
    with scene.database.transaction() as session:
        withdraw_consent(session, Actor(kind=ActorKind.FAMILY, case_id=case), withdrawal, now=NOW)
    assert of(scene, case) == Readiness(talk=True, naming=True)


def test_a_no_is_an_answer_like_a_yes_until_it_is_taken_back(scene: Scene) -> None:
    case = scene.file(sought("Somebody Invented", filing=Filing())).case_id
    says(scene, case, ConsentPurpose.FORENSIC, MEXICO, allowed=False)
    assert of(scene, case) == Readiness(forensic=True)
    says(scene, case, ConsentPurpose.NAMING, SHELTERS, allowed=False)
    assert of(scene, case) == Readiness(naming=True, forensic=True)
    withdrawal = WithdrawConsent(case_id=case, purpose=ConsentPurpose.FORENSIC, receiver=MEXICO)
    with scene.database.transaction() as session:
        withdraw_consent(session, Actor(kind=ActorKind.FAMILY, case_id=case), withdrawal, now=NOW)
    assert of(scene, case) == Readiness(naming=True)


@pytest.mark.parametrize(
    ("filing", "holds"),
    [
        (Filing(control_facts=("the door was blue",)), True),
        (Filing(control_questions=(ControlQuestion(question="Which colour?", answer="blue"),)), True),
        (Filing(control_questions=(ControlQuestion(question="Which colour?"),)), False),
        (Filing(control_facts=("-", "unknown", " ")), False),
    ],
    ids=["a fact", "a question", "no answer", "blank words"],
)
def test_a_control_fact_is_one_that_can_be_asked(scene: Scene, filing: Filing, *, holds: bool) -> None:
    case = scene.file(sought("Somebody Invented", filing=filing)).case_id
    assert of(scene, case).control_fact is holds


def test_nothing_that_is_proposed_or_judged_changes_it(scene: Scene) -> None:
    proposal = scene.propose()
    with scene.database.reading() as session:
        number = session.get_one(MatchProposal, proposal).request_number
        before = readiness(session, [number])[number]
    for reader, revision in zip(scene.reviewers[:2], (1, 2), strict=True):
        command = JudgeProposal(
            proposal_id=proposal,
            seen_revision=revision,
            kind=JudgementKind.POSITIVE,
            reasons=frozenset({JudgementReason.MARKS}),
        )
        with scene.database.transaction() as session:
            judge(session, reader, command, now=NOW)
        with scene.database.reading() as session:
            assert readiness(session, [number])[number] == before
    assert before == Readiness(control_fact=True)
