"""Contacts and documents of one pair, shown for a typed reason, a bounded number of times in any 24 hours."""

import datetime
import uuid

from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CONTACTS, count_one
from search.accounts.reason_words import says_why
from search.commands import RevealIdentifiers
from search.documents import Identifiers
from search.errors import Refused
from search.fields import Purpose, visible
from search.models import Disclosure, MatchProposal
from search.records.associated_data import disclosure_reason_place
from search.records.sections import read_sections, seal_words
from search.review.judging_proposals import locked_proposal
from search.review.proposal_context import subjects_of
from search.summaries import RevealedIdentifiers


def reveal_identifiers(
    session: Session, actor: Actor, command: RevealIdentifiers, *, now: datetime.datetime
) -> RevealedIdentifiers:
    """Contacts and documents of one pair, for a reason that says something; thirty times in any 24 hours."""
    proposal = locked_proposal(session, actor, Action.REVEAL_IDENTIFIERS, command.proposal_id)
    if not says_why(command.reason):
        raise Refused("reason_needed")
    left = count_one(session, actor.account_id, CONTACTS, str(proposal.id), now=now)
    sought, found = subjects_of(session, proposal)
    numbers = read_sections(session, (proposal.request_number, proposal.report_number), Identifiers)
    revealed = RevealedIdentifiers(
        sought=visible(numbers.get(proposal.request_number, Identifiers()), actor, sought, Purpose.REVEAL),
        found=visible(numbers.get(proposal.report_number, Identifiers()), actor, found, Purpose.REVEAL),
        reads_left=left,
    )
    _remember_disclosure(session, actor, proposal, command.reason, now)
    both = (proposal.request_number, proposal.report_number)
    note_reading(session, actor, both, ReadingPurpose.CONTACTS, now=now, caused_by=proposal.id)
    subject = ("match_proposal", proposal.id)
    detail = {"fields": ["identifiers.phones", "identifiers.documents"]}
    record_act(session, actor, Action.REVEAL_IDENTIFIERS, subject=subject, now=now, detail=detail)
    return revealed


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
