"""What the acts of approaching have in common: who asks whom on behalf of which families, as it stands now."""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from matching.record import PersonName
from search.access import Action, Actor, Opening, Subject
from search.approaching.who_may_ask import Met, who_asks
from search.casework.locked_pairs import locked_proposal
from search.casework.person_answers import Standing as Wish
from search.casework.undo_periods import in_force
from search.consents import Answer, Standing, may_be_named_by
from search.documents import Description, Filing, Provenance, Whereabouts
from search.errors import Refused
from search.fields import Purpose, visible
from search.models import (
    Account,
    AccountRole,
    Approach,
    ApproachEnquirer,
    FoundReport,
    MatchProposal,
    Organisation,
    SearchRequest,
)
from search.records.consent_rows import answers_of, standing_of
from search.records.sections import held_keys, read_section
from search.vocabulary import (
    MAY_BE_INTERMEDIARY,
    OrganisationKind,
    ProposalState,
    Relationship,
    ReportKind,
    StaffRole,
    StateRun,
)

# What a family said may be told to the person: their name as they wrote it, and who they are to them.
NAMED_FIELDS = ("filing.enquirer_names", "filing.relationship")
# By what whoever visits finds the person.
MET_FIELDS = ("description.names", "description.languages", "provenance.sender_number")


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEnquirer:
    """An enquirer of whom the person may hear now."""

    row: ApproachEnquirer
    proposal: MatchProposal
    request: SearchRequest


def account_of(actor: Actor) -> uuid.UUID:
    """The account under which an act towards a person is kept: only people act."""
    if actor.account_id is None:
        raise Refused("no_account")
    return actor.account_id


def hold_report(session: Session, number: int | None) -> None:
    """Hold a report until the transaction ends: one act at a time about one person, whichever committee it is of."""
    row = FoundReport.__table__
    session.execute(select(row.c.number).where(row.c.number == number).with_for_update()).all()


def held_pair(session: Session, actor: Actor, action: Action, proposal_id: uuid.UUID) -> MatchProposal:
    """A pair that the actor may act on, with the person of its report: both held, the person before the pair."""
    hold_report(session, session.scalar(select(MatchProposal.report_number).where(MatchProposal.id == proposal_id)))
    return locked_proposal(session, actor, action, proposal_id)


def approach_of(session: Session, report_number: int) -> Approach | None:
    """The approach of a report."""
    return session.scalars(select(Approach).where(Approach.report_number == report_number)).one_or_none()


def asker_of(session: Session, report: FoundReport, answers: frozenset[Answer]) -> uuid.UUID | None:
    """The organisation that asks the person of a report on behalf of a family with these answers; None where none may.

    One whose members nobody appointed to ask asks nobody.
    """
    asks = who_asks(met(session, report), _visiting(session), answers)
    if asks is None or not has_member(session, asks.organisation_id, StaffRole.INTERMEDIARY):
        return None
    return asks.organisation_id


def chosen_asker(session: Session, report: FoundReport, answers: frozenset[Answer]) -> uuid.UUID | None:
    """The organisation that would ask; no other than the one that asks this person already, for whatever family."""
    asker, approach = asker_of(session, report, answers), approach_of(session, report.number)
    if approach is None or approach.intermediary_id in (None, asker):
        return asker
    asks = select(ApproachEnquirer.id).where(ApproachEnquirer.approach_id == approach.id)
    others = session.scalars(asks.where(ApproachEnquirer.taken_back_at.is_(None)).limit(1)).first()
    return asker if others is None else None


def met(session: Session, report: FoundReport) -> Met:
    """Who met the person of a report, and in which countries the person may be."""
    by = standing_of(session, report.organisation_id)
    told = read_section(session, report.number, Whereabouts) or Whereabouts()
    said = read_section(session, report.number, Description) or Description()
    places = [told.present_place, told.found.place if told.found else None, said.event.place if said.event else None]
    countries = next((place.countries for place in places if place and place.countries), ())
    return Met(by=by, kind=ReportKind(report.kind), countries=frozenset(countries or filter(None, [by.country])))


def has_member(session: Session, organisation_id: uuid.UUID, role: StaffRole) -> bool:
    """Whether somebody who can still sign in has this role in an organisation."""
    return bool(members(session, (organisation_id,), role))


def members(session: Session, organisations: Iterable[uuid.UUID], role: StaffRole) -> Sequence[Account]:
    """Those who have this role in one of these organisations and can still sign in, by login."""
    asked = (
        select(Account)
        .join(AccountRole, AccountRole.account_id == Account.id)
        .where(Account.organisation_id.in_(list(organisations)))
        .where(Account.disabled_at.is_(None), AccountRole.role == role.value)
    )
    return session.scalars(asked.order_by(Account.login)).all()


def live_enquirers(
    session: Session, report_number: int, named_by: Standing, now: datetime.datetime
) -> list[LiveEnquirer]:
    """Of whom the person of a report may hear from this organisation now, in the order in which they came.

    Both readers still agree, the family still searches and still lets this organisation name it.
    """
    asked = (
        select(ApproachEnquirer, MatchProposal, SearchRequest)
        .join(Approach, Approach.id == ApproachEnquirer.approach_id)
        .join(MatchProposal, MatchProposal.id == ApproachEnquirer.proposal_id)
        .join(SearchRequest, SearchRequest.number == MatchProposal.request_number)
        .where(Approach.report_number == report_number, ApproachEnquirer.taken_back_at.is_(None))
        .where(MatchProposal.state == ProposalState.AGREED.value, SearchRequest.withdrawn_at.is_(None))
        .order_by(ApproachEnquirer.made_at, ApproachEnquirer.id)
    )
    rows = [LiveEnquirer(row=row, proposal=pair, request=case) for row, pair, case in session.execute(asked)]
    readable = held_keys(session, [one.request.number for one in rows])
    answers = answers_of(session, [one.request.number for one in rows])
    return [
        one
        for one in rows
        if in_force(one.row, now)
        and one.request.number in readable
        and may_be_named_by(answers[one.request.number], named_by)
    ]


def may_be_asked(standing: Wish | None, today: datetime.date) -> bool:
    """Whether the person has not said to everybody that nobody should ask, or not before a day to come."""
    return standing is None or not standing.binds(today)


def enquirer_names(
    session: Session, case: SearchRequest, actor: Actor, role: StaffRole
) -> tuple[tuple[PersonName, ...], Relationship | None]:
    """Who searches, as far as the family said that the person may be told."""
    filing = read_section(session, case.number, Filing) or Filing()
    subject = Subject(case_id=case.id, opening=opening(actor, role, NAMED_FIELDS))
    shown = visible(filing, actor, subject, Purpose.READ)
    return shown.enquirer_names, shown.relationship


def met_person(session: Session, report: FoundReport, actor: Actor, role: StaffRole) -> tuple[Description, str, str]:
    """The person of a report for whoever asks, and where another organisation met them, its name and number of them."""
    subject = Subject(organisation_id=report.organisation_id, opening=opening(actor, role, MET_FIELDS))
    said = visible(read_section(session, report.number, Description) or Description(), actor, subject, Purpose.READ)
    if report.organisation_id == actor.organisation_id:
        return said, "", ""
    told = visible(read_section(session, report.number, Provenance) or Provenance(), actor, subject, Purpose.READ)
    return said, session.get_one(Organisation, report.organisation_id).name, told.sender_number


def opening(actor: Actor, role: StaffRole, fields: tuple[str, ...]) -> Opening | None:
    """What an act that was checked opens of a record to the actor's organisation."""
    if actor.organisation_id is None:
        return None
    return Opening(organisation_id=actor.organisation_id, role=role, fields=fields)


def next_revision(session: Session, column: InstrumentedAttribute[int], of: ColumnElement[bool]) -> int:
    """The number of the next row of one thing, which is held."""
    highest = session.execute(select(func.max(column)).where(of)).scalar_one()
    return (highest or 0) + 1


def _visiting(session: Session) -> Sequence[Standing]:
    asked = select(Organisation).where(
        Organisation.kind.in_([kind.value for kind in sorted(MAY_BE_INTERMEDIARY)]),
        Organisation.state_run == StateRun.NO.value,
        Organisation.country != "",
    )
    return [
        Standing(organisation_id=one.id, kind=OrganisationKind(one.kind), country=one.country, state_run=StateRun.NO)
        for one in session.scalars(asked.order_by(Organisation.id))
    ]
