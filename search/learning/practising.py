"""A reader practises on invented cards: an answer, then the known one and why. As often as they like; nobody is read.

What the engine says of a pair is made anew, as it is for real ones. No reading is noted, because nobody is real.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.casework.practice import ENOUGH, cards_answered
from search.documents.engine_view import found_view, sought_view
from search.errors import NotFound, Refused
from search.learning.practice_cards import CARDS
from search.learning_summaries import AnswerPractice, PracticeCard, PracticeList, PracticeResult
from search.models import PracticeAnswer
from search.records.installed_engine import engine_of


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
    return PracticeCard(
        number=number,
        cards=len(CARDS),
        report_kind=pair.kind,
        sought=pair.sought.person,
        found=pair.found.person,
        evidence=explained.evidence,
        match_weight=explained.match_weight,
        match_probability=explained.match_probability,
    )


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
