"""Contacts and documents of one pair, shown for a typed reason, a bounded number of times a day."""

import datetime
import uuid

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.commands import RevealIdentifiers
from search.documents import Identifiers
from search.errors import Refused, TooManyAttempts
from search.fields import Purpose, visible
from search.models import Account, Disclosure, MatchProposal
from search.records.associated_data import disclosure_reason_place
from search.records.sections import read_sections, seal_words
from search.review.judging_proposals import locked_proposal
from search.review.proposal_context import subjects_of
from search.summaries import RevealedIdentifiers

READS_A_DAY = 30
_LEAST_REASON = 8


def reveal_identifiers(
    session: Session, actor: Actor, command: RevealIdentifiers, *, now: datetime.datetime
) -> RevealedIdentifiers:
    """Contacts and documents of one pair, for a typed reason; a person may ask thirty times a day."""
    proposal = locked_proposal(session, actor, Action.REVEAL_IDENTIFIERS, command.proposal_id)
    if len(command.reason.strip()) < _LEAST_REASON:
        raise Refused("reason_needed")
    # Held until the end, so that many requests at the same moment are counted one after the other.
    session.get_one(Account, actor.account_id, with_for_update={"key_share": True})
    reads = _reads_today(session, actor, now)
    if reads >= READS_A_DAY:
        raise TooManyAttempts("daily_reads_used", seconds=_seconds_to_midnight(now))
    sought, found = subjects_of(session, proposal)
    numbers = read_sections(session, (proposal.request_number, proposal.report_number), Identifiers)
    revealed = RevealedIdentifiers(
        sought=visible(numbers.get(proposal.request_number, Identifiers()), actor, sought, Purpose.REVEAL),
        found=visible(numbers.get(proposal.report_number, Identifiers()), actor, found, Purpose.REVEAL),
        reads_left_today=READS_A_DAY - reads - 1,
    )
    _remember_disclosure(session, actor, proposal, command.reason, now)
    both = (proposal.request_number, proposal.report_number)
    note_reading(session, actor, both, ReadingPurpose.CONTACTS, now=now, caused_by=proposal.id)
    subject = ("match_proposal", proposal.id)
    detail = {"fields": ["identifiers.phones", "identifiers.documents"]}
    record_act(session, actor, Action.REVEAL_IDENTIFIERS, subject=subject, now=now, detail=detail)
    return revealed


def _reads_today(session: Session, actor: Actor, now: datetime.datetime) -> int:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    statement = select(func.count()).where(Disclosure.account_id == actor.account_id, Disclosure.made_at >= midnight)
    return session.execute(statement).scalar_one()


def _remember_disclosure(
    session: Session, actor: Actor, proposal: MatchProposal, reason: str, now: datetime.datetime
) -> None:
    identifier = uuid.uuid4()
    place = disclosure_reason_place(identifier)
    session.add(
        Disclosure(
            id=identifier,
            proposal_id=proposal.id,
            account_id=actor.account_id,
            reason_sealed=seal_words(session, proposal.request_number, reason, place),
            made_at=now,
        )
    )


def _seconds_to_midnight(now: datetime.datetime) -> int:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + datetime.timedelta(days=1)
    return int((midnight - now).total_seconds())
