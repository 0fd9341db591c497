"""Somebody claims to be the family, or to hold the person: what they answer is written down before the answer is shown.

A claim is recorded first, with who made it and how. Only then is there a question to ask, one of those that the family
left; the right answer is shown once what the claimant said is kept, in that one answer of the page and never again, and
counts like a reading of contacts. The reader compares the two. A family that left no question cannot be told apart.
"""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CONTACTS, count_one
from search.accounts.reason_words import says_why
from search.casework.control_questions import can_be_asked, next_question
from search.casework.open_cases import open_case
from search.casework_commands import AnswerClaim, CompareClaim, RecordClaim
from search.documents import ControlQuestion, Filing
from search.errors import Conflict, NotFound, Refused
from search.fields import Purpose, visible
from search.models import ClaimCheck, MatchProposal, SearchRequest
from search.records.associated_data import claim_answer_place, claim_words_place
from search.records.sections import read_section, seal_words
from search.review.two_reader_rule import reader_of
from search.vocabulary import ClaimKind, ClaimOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """Where a claim can be written down, and how many questions the family left to check it by."""

    case_id: uuid.UUID
    reference: str
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimAsked:
    """One claim and the question to ask, empty for "what only you know". It holds no answer of anybody."""

    check_id: uuid.UUID
    case_id: uuid.UUID
    reference: str
    claim: ClaimKind
    question: str
    answered: bool
    outcome: ClaimOutcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """The right answer, this once, beside what was said."""

    asked: ClaimAsked
    said: str
    answer: str
    reads_left: int


def open_claims(session: Session, actor: Actor, case_id: uuid.UUID) -> ClaimPage:
    """Where a claim about a case of the actor's committee is written down; nothing of the case is shown."""
    request = open_case(session, actor, Action.CHECK_CLAIM, case_id)
    left = (read_section(session, request.number, Filing) or Filing()).control_questions
    return ClaimPage(case_id=request.id, reference=request.reference, questions=sum(map(can_be_asked, left)))


def record_claim(session: Session, actor: Actor, command: RecordClaim, *, now: datetime.datetime) -> ClaimAsked:
    """Keep who claims what and how; the question to ask follows from it.

    Refused `claim_words_needed` without words that say something, and `no_control_question` where the family left none.
    """
    request = open_case(session, actor, Action.CHECK_CLAIM, command.case_id)
    if not says_why(command.words):
        raise Refused("claim_words_needed")
    earlier = session.scalars(select(ClaimCheck.question).where(ClaimCheck.record_number == request.number)).all()
    place = next_question(_questions(session, actor, request), earlier)
    if place is None:
        raise Refused("no_control_question")
    identifier = uuid.uuid4()
    check = ClaimCheck(
        id=identifier,
        record_number=request.number,
        proposal_id=_pair_of(session, request, command.proposal_id),
        account_id=reader_of(actor),
        claim=command.claim.value,
        words_sealed=seal_words(session, request.number, command.words, claim_words_place(identifier)),
        question=place,
        made_at=now,
    )
    session.add(check)
    session.flush()
    asked = _asked(session, actor, request, check, now)
    _audit(session, actor, Action.CHECK_CLAIM, check, now, claim=command.claim.value)
    return asked


def open_claim(session: Session, actor: Actor, check_id: uuid.UUID, *, now: datetime.datetime) -> ClaimAsked:
    """An own claim as far as it has come, without any answer."""
    check, request = _own_check(session, actor, check_id)
    asked = _asked(session, actor, request, check, now)
    _audit(session, actor, Action.CHECK_CLAIM, check, now)
    return asked


def open_control_fact(session: Session, actor: Actor, command: AnswerClaim, *, now: datetime.datetime) -> ClaimShown:
    """Keep what the claimant said, and show the right answer this once; counted like a reading of contacts.

    Refused `claimant_said_nothing` before anything was said and `no_control_question` where the family has taken the
    question out, and Conflict where it was shown before.
    """
    check, request = _own_check(session, actor, command.check_id)
    if not command.said.strip():
        raise Refused("claimant_said_nothing")
    if check.shown_at is not None:
        raise Conflict("changed_meanwhile")
    right = _question(session, actor, request, check)
    if not can_be_asked(right):
        raise Refused("no_control_question")
    left = count_one(session, actor.account_id, CONTACTS, str(check.id), now=now)
    check.said_sealed = seal_words(session, request.number, command.said, claim_answer_place(check.id))
    check.shown_at = now
    session.flush()
    asked = _asked(session, actor, request, check, now)
    _audit(session, actor, Action.OPEN_CONTROL_FACT, check, now)
    return ClaimShown(asked=asked, said=command.said, answer=right.answer, reads_left=left)


def compare_claim(session: Session, actor: Actor, command: CompareClaim, *, now: datetime.datetime) -> ClaimOutcome:
    """Keep how the reader compared both answers; said once, it stands."""
    check, _request = _own_check(session, actor, command.check_id)
    if check.shown_at is None or check.outcome not in (None, command.outcome.value):
        raise Conflict("changed_meanwhile")
    check.outcome = command.outcome.value
    session.flush()
    _audit(session, actor, Action.CHECK_CLAIM, check, now, outcome=command.outcome.value)
    return command.outcome


def _own_check(session: Session, actor: Actor, check_id: uuid.UUID) -> tuple[ClaimCheck, SearchRequest]:
    """A claim that the actor wrote down, held until the end; NotFound for anybody else's."""
    check = session.scalars(select(ClaimCheck).where(ClaimCheck.id == check_id).with_for_update()).one_or_none()
    request = None if check is None else session.get(SearchRequest, check.record_number)
    require(actor, Action.CHECK_CLAIM, Subject(committee_id=request.committee_id if request else None))
    if check is None or request is None or check.account_id != actor.account_id:
        raise NotFound("not_found")
    return check, open_case(session, actor, Action.CHECK_CLAIM, request.id)


def _questions(session: Session, actor: Actor, request: SearchRequest) -> tuple[ControlQuestion, ...]:
    own = Subject(case_id=request.id, committee_id=request.committee_id)
    filing = read_section(session, request.number, Filing) or Filing()
    return visible(filing, actor, own, Purpose.REVEAL).control_questions


def _question(session: Session, actor: Actor, request: SearchRequest, check: ClaimCheck) -> ControlQuestion:
    """The question of a claim; one that the family took out meanwhile is none any more."""
    questions = _questions(session, actor, request)
    return questions[check.question] if check.question < len(questions) else ControlQuestion()


def _pair_of(session: Session, request: SearchRequest, proposal_id: uuid.UUID | None) -> uuid.UUID | None:
    """The pair, where it is one of this case."""
    pair = session.get(MatchProposal, proposal_id) if proposal_id else None
    return pair.id if pair is not None and pair.request_number == request.number else None


def _asked(
    session: Session, actor: Actor, request: SearchRequest, check: ClaimCheck, now: datetime.datetime
) -> ClaimAsked:
    """The question; that it was read is written down, with the pair on whose card the claim was."""
    note_reading(session, actor, (request.number,), ReadingPurpose.CLAIM, now=now, caused_by=check.proposal_id)
    return ClaimAsked(
        check_id=check.id,
        case_id=request.id,
        reference=request.reference,
        claim=ClaimKind(check.claim),
        question=_question(session, actor, request, check).question,
        answered=check.shown_at is not None,
        outcome=ClaimOutcome(check.outcome) if check.outcome else None,
    )


def _audit(
    session: Session, actor: Actor, action: Action, check: ClaimCheck, now: datetime.datetime, **detail: str
) -> None:
    record_act(session, actor, action, subject=("claim_check", check.id), now=now, detail=detail)
