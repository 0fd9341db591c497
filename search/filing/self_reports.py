"""Somebody says that they are not missing: kept for a committee, and answered alike whether or not anybody searches.

Nothing is looked up when it is kept, so neither the answer nor its time can tell of a search. People of the committee
read it, ask for proof and look for a search themselves; no page of a family reads this table, so that whoever searches
learns nothing by it. What the person wants is asked by the rules for everybody who was found.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reading_limits import CONTACTS, count_one
from search.accounts.reason_words import says_why
from search.casework.committee_cases import CaseTraits, read_reaches, route_case
from search.errors import Conflict, NotFound, Refused
from search.models import SelfReport
from search.records.associated_data import self_report_place
from search.records.change_numbers import next_version
from search.records.own_sealed_words import seal_own, unseal_own
from search.records.sections import vault_of
from search.values.country_names import countries_in
from search.values.route_regions import regions_of
from search.vocabulary import SelfReportOutcome

SHOWN: Final = 100
LONGEST: Final = 5000


class SelfStatement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wrote: how they are called and whence they are, how to reach them, what shows that it is they."""

    called: str
    origin: str = ""
    reach: str
    careful: str = ""
    proof: str = ""
    papers: str = ""
    who_knows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayItIsMe:
    """Somebody says that they are not missing; `key` makes what is sent twice one."""

    statement: SelfStatement
    language: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSelfReport:
    """A reader opens one, for a reason."""

    report_id: uuid.UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSelfReport:
    """What came of one; it cannot be answered twice."""

    report_id: uuid.UUID
    outcome: SelfReportOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class PassOnSelfReport:
    """A reader hands one to another committee, which may have the search that it is about."""

    report_id: uuid.UUID
    committee_id: uuid.UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherCommittee:
    """A committee to which one can be handed."""

    committee_id: uuid.UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingSelfReport:
    """One in a committee's list: nothing of what it says."""

    report_id: uuid.UUID
    language: str
    made_at: datetime.datetime
    outcome: SelfReportOutcome | None
    answered_at: datetime.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSelfReport:
    """One with what it says; `statement` is None once it was erased. `others`: whom it can be handed to."""

    listed: WaitingSelfReport
    statement: SelfStatement | None
    others: tuple[OtherCommittee, ...] = ()


def say_it_is_me(session: Session, actor: Actor, command: SayItIsMe, *, now: datetime.datetime) -> None:
    """Keep it for the committee of its language and countries. Nothing is answered but that it came."""
    require(actor, Action.SAY_IT_IS_ME)
    said = command.statement
    if not said.called.strip():
        raise Refused("self_report_without_name")
    if not said.reach.strip():
        raise Refused("self_report_without_reach")
    # Taken before it is looked for: the same form that arrives at the same moment waits here.
    next_version(session)
    digest = vault_of(session).token_digest(f"self report {command.key}")
    if session.scalars(select(SelfReport.id).where(SelfReport.key_digest == digest)).first() is not None:
        return
    row = SelfReport(id=uuid.uuid4(), language=command.language, key_digest=digest, made_at=now)
    row.organisation_id = _committee(session, command, row.id)
    seal_own(session, row, said, self_report_place(row.id))
    session.add(row)
    session.flush()
    record_act(session, actor, Action.SAY_IT_IS_ME, subject=("self_report", row.id), now=now)


def waiting_self_reports(session: Session, actor: Actor) -> tuple[WaitingSelfReport, ...]:
    """Those of the actor's committee: first what nobody answered, the longest waiting first."""
    require(actor, Action.READ_SELF_REPORTS, Subject(committee_id=actor.organisation_id))
    theirs = select(SelfReport).where(SelfReport.organisation_id == actor.organisation_id)
    waiting = session.scalars(theirs.where(SelfReport.answered_at.is_(None)).order_by(SelfReport.made_at).limit(SHOWN))
    rows: Sequence[SelfReport] = waiting.all()
    answered = theirs.where(SelfReport.answered_at.is_not(None)).order_by(SelfReport.answered_at.desc())
    return tuple(_listed(one) for one in [*rows, *session.scalars(answered.limit(SHOWN))])


def find_self_report(session: Session, actor: Actor, report_id: uuid.UUID) -> WaitingSelfReport:
    """One as the list shows it."""
    return _listed(_theirs(session, actor, Action.READ_SELF_REPORTS, report_id))


def open_self_report(
    session: Session, actor: Actor, command: OpenSelfReport, *, now: datetime.datetime
) -> OpenedSelfReport:
    """What one says, for a reason; that it was read is written down, and counts as a reading of contacts."""
    row = _theirs(session, actor, Action.READ_SELF_REPORTS, command.report_id)
    if not says_why(command.reason):
        raise Refused("reason_needed")
    count_one(session, actor.account_id, CONTACTS, str(row.id), now=now)
    record_act(session, actor, Action.READ_SELF_REPORTS, subject=("self_report", row.id), now=now)
    statement = unseal_own(session, row, SelfStatement, self_report_place(row.id))
    return OpenedSelfReport(listed=_listed(row), statement=statement, others=_others(session, row))


def answer_self_report(session: Session, actor: Actor, command: AnswerSelfReport, *, now: datetime.datetime) -> None:
    """Write down what came of it. No search changes by this."""
    row = _theirs(session, actor, Action.ANSWER_SELF_REPORT, command.report_id)
    session.refresh(row, with_for_update=True)
    if row.answered_at is not None:
        raise Conflict("already_answered")
    row.outcome, row.answered_by, row.answered_at = command.outcome.value, actor.account_id, now
    session.flush()
    record_act(session, actor, Action.ANSWER_SELF_REPORT, subject=("self_report", row.id), now=now)


def pass_on_self_report(session: Session, actor: Actor, command: PassOnSelfReport, *, now: datetime.datetime) -> None:
    """Let another committee read it instead: a committee looks up in its own searches alone."""
    row = _theirs(session, actor, Action.ANSWER_SELF_REPORT, command.report_id)
    session.refresh(row, with_for_update=True)
    if row.answered_at is not None or row.organisation_id != actor.organisation_id:
        raise Conflict("already_answered")
    if command.committee_id not in [one.committee_id for one in _others(session, row)]:
        raise NotFound("not_found")
    row.organisation_id = command.committee_id
    session.flush()
    record_act(session, actor, Action.ANSWER_SELF_REPORT, subject=("self_report", row.id), now=now)


def _others(session: Session, row: SelfReport) -> tuple[OtherCommittee, ...]:
    return tuple(
        OtherCommittee(committee_id=one.committee_id, name=one.name)
        for one in read_reaches(session)
        if one.committee_id != row.organisation_id
    )


def _theirs(session: Session, actor: Actor, action: Action, report_id: uuid.UUID) -> SelfReport:
    row = session.get(SelfReport, report_id)
    require(actor, action, Subject(committee_id=row.organisation_id if row else None))
    if row is None:
        raise NotFound("not_found")
    return row


def _committee(session: Session, command: SayItIsMe, report_id: uuid.UUID) -> uuid.UUID:
    countries = frozenset(countries_in(command.statement.origin))
    routes = frozenset(region.value for region in regions_of(countries))
    traits = CaseTraits(languages=frozenset({command.language}), countries=countries, routes=routes)
    return route_case(read_reaches(session), traits, report_id)


def _listed(row: SelfReport) -> WaitingSelfReport:
    return WaitingSelfReport(
        report_id=row.id,
        language=row.language,
        made_at=row.made_at,
        outcome=SelfReportOutcome(row.outcome) if row.outcome else None,
        answered_at=row.answered_at,
    )
