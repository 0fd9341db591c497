"""Contacts and documents of one pair, shown for a typed reason, a bounded number of times in any 24 hours."""

import datetime
import uuid
from dataclasses import replace

from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject
from search.accounts.audit_chain import record_act
from search.accounts.case_readings import ReadingPurpose, note_reading
from search.accounts.reading_limits import CONTACTS, count_one
from search.accounts.reason_words import says_why
from search.casework.conflicts import require_asked
from search.casework.locked_pairs import locked_proposal, subjects_of
from search.casework.reaching import beside_reaching, numbers_of, reaching_conditions
from search.casework.talks import spoken_with, talks_in_force
from search.commands import RevealIdentifiers
from search.contact_summaries import FamilyToReach, RevealedIdentifiers, WitnessToAsk
from search.documents import Description, Filing, Identifiers, Provenance
from search.errors import Refused
from search.fields import Purpose, visible
from search.models import Disclosure, MatchProposal, SearchRequest
from search.records.associated_data import disclosure_reason_place
from search.records.sections import read_sections, seal_words


def reveal_identifiers(
    session: Session, actor: Actor, command: RevealIdentifiers, *, now: datetime.datetime
) -> RevealedIdentifiers:
    """Contacts and documents of one pair, for a reason that says something; thirty times in any 24 hours."""
    proposal = locked_proposal(session, actor, Action.REVEAL_IDENTIFIERS, command.proposal_id)
    require_asked(session, actor, proposal, now)
    if not says_why(command.reason):
        raise Refused("reason_needed")
    left = count_one(session, actor.account_id, CONTACTS, str(proposal.id), now=now)
    sought, found = subjects_of(session, proposal)
    numbers = read_sections(session, (proposal.request_number, proposal.report_number), Identifiers)
    own = visible(numbers.get(proposal.request_number, Identifiers()), actor, sought, Purpose.REVEAL)
    family = _family(session, actor, proposal, sought, own, now)
    revealed = RevealedIdentifiers(
        family=family,
        witness=_witness(session, actor, proposal, found),
        sought=_without(own, family.own_numbers),
        found=visible(numbers.get(proposal.report_number, Identifiers()), actor, found, Purpose.REVEAL),
        reads_left=left,
    )
    _remember_disclosure(session, actor, proposal, command.reason, now)
    both = (proposal.request_number, proposal.report_number)
    note_reading(session, actor, both, ReadingPurpose.CONTACTS, now=now, caused_by=proposal.id)
    subject = ("match_proposal", proposal.id)
    detail = {"fields": ["identifiers.phones", "identifiers.documents", "filing.contacts"]}
    record_act(session, actor, Action.REVEAL_IDENTIFIERS, subject=subject, now=now, detail=detail)
    return revealed


def _family(
    session: Session,
    actor: Actor,
    proposal: MatchProposal,
    subject: Subject,
    identifiers: Identifiers,
    now: datetime.datetime,
) -> FamilyToReach:
    """Every way that the family named, and its numbers that stand elsewhere, each behind what has to be known first."""
    number = proposal.request_number
    filing = read_sections(session, (number,), Filing).get(number, Filing())
    sought = read_sections(session, (number,), Description).get(number, Description())
    shown = visible(filing, actor, subject, Purpose.REVEAL)
    told = visible(sought, actor, subject, Purpose.REVEAL)
    language = session.get_one(SearchRequest, number).reply_language
    ways = reaching_conditions(shown, identifiers.phones, language, now=now)
    return FamilyToReach(
        names=shown.enquirer_names,
        relationship=shown.relationship,
        ways=ways,
        language=language,
        notes=beside_reaching(shown.notes),
        own_numbers=numbers_of(ways),
        talked_on=tuple(day for row in talks_in_force(session, [number])[number] if (day := row.held_on)),
        talked_with=spoken_with(session, number),
        extortion=told.journey.extortion if told.journey else "",
    )


def _without(identifiers: Identifiers, numbers: frozenset[str]) -> Identifiers:
    """The numbers of the search without the family's own, which stand behind their conditions."""
    return replace(identifiers, phones=tuple(one for one in identifiers.phones if one.number not in numbers))


def _witness(session: Session, actor: Actor, proposal: MatchProposal, subject: Subject) -> WitnessToAsk | None:
    number = proposal.report_number
    told = read_sections(session, (number,), Provenance).get(number, Provenance())
    shown = visible(told, actor, subject, Purpose.REVEAL)
    if not shown.told_by and not shown.told_by_contact:
        return None
    return WitnessToAsk(name=shown.told_by, contact=shown.told_by_contact)


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
