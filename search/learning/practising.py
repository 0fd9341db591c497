"""A reader practises on invented cards: an answer, then the known one and why. As often as they like; nobody is read.

What the engine says of a pair is made anew, as it is for real ones. No reading is noted, because nobody is real.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Evidence
from matching.model import probability
from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.practice import ENOUGH, cards_answered
from search.documents.engine_view import found_view, sought_view
from search.errors import NotFound, Refused
from search.fields import is_placeless, placeless, placeless_evidence
from search.fields.placeless import with_whereabout
from search.learning.practice_cards import CARDS, InventedPair
from search.learning_summaries import AnswerPractice, PracticeCard, PracticeList, PracticeResult
from search.models import PracticeAnswer
from search.records.installed_engine import engine_of
from search.records.shown_weights import weight_to_show


def read_practice(session: Session, actor: Actor) -> PracticeList:
    """The invented cards, and which of them the reader answered."""
    require(actor, Action.PRACTISE, Subject(committee_id=actor.organisation_id))
    answered = select(PracticeAnswer.card).where(PracticeAnswer.account_id == actor.account_id).distinct()
    return PracticeList(
        cards=len(CARDS),
        answered=frozenset(session.scalars(answered)),
        still_needed=max(0, ENOUGH - cards_answered(session, actor)),
    )


def open_practice(session: Session, actor: Actor, number: int) -> PracticeCard:
    """One invented card, numbered from 1, as the engine weighs it."""
    require(actor, Action.PRACTISE, Subject(committee_id=actor.organisation_id))
    if not 1 <= number <= len(CARDS):
        raise NotFound("not_found")
    pair, engine = CARDS[number - 1], engine_of(session)
    sought = engine.prepare(sought_view(pair.sought.person, pair.sought.numbers))
    found = engine.prepare(found_view(pair.kind, pair.found.person, pair.found.numbers))
    explained = engine.explain(sought, found)
    weight = weight_to_show(explained, pair.kind, engine.prior_weight)
    return PracticeCard(
        number=number,
        cards=len(CARDS),
        report_kind=pair.kind,
        sought=pair.sought.person,
        found=placeless(pair.found.person) if is_placeless(pair.kind) else pair.found.person,
        evidence=_told(pair, explained.evidence),
        match_weight=weight,
        match_probability=probability(weight),
    )


def _told(pair: InventedPair, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """The lines as a real card has them: of somebody living nothing that moves with the place."""
    if not is_placeless(pair.kind):
        return evidence
    return with_whereabout(placeless_evidence(evidence), pair.sought.person, pair.found.person)


def answer_practice(
    session: Session, actor: Actor, command: AnswerPractice, *, now: datetime.datetime
) -> PracticeResult:
    """Keep an answer to an invented card; returns the known one and what the card teaches."""
    require(actor, Action.PRACTISE, Subject(committee_id=actor.organisation_id))
    if actor.account_id is None:
        raise Refused("no_account")
    if not 1 <= command.card <= len(CARDS):
        raise NotFound("not_found")
    pair = CARDS[command.card - 1]
    right = command.kind is pair.answer
    session.add(
        PracticeAnswer(
            id=uuid.uuid4(),
            account_id=actor.account_id,
            card=command.card,
            kind=command.kind.value,
            right=right,
            made_at=now,
        )
    )
    session.flush()
    record_act(session, actor, Action.PRACTISE, subject=("registry", "practice"), now=now)
    return PracticeResult(right=right, answer=pair.answer, trap=pair.trap)
