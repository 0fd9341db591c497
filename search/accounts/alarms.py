"""Alarms: what looks like a stolen account is shown to the other coordinators until one of them answers in words."""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from search.access import Action, Actor, ActorKind, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reason_words import says_why
from search.accounts.shown_names import shown_name
from search.errors import NotFound, Refused
from search.models import Account, Alarm, Organisation
from search.records.associated_data import alarm_words_place
from search.records.sections import vault_of
from search.staff_summaries import OpenAlarm
from search.vocabulary import AlarmKind, OrganisationKind

# One alarm of a kind about one person in this time is enough.
_ONCE_IN = datetime.timedelta(hours=24)
SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgeAlarm:
    """A coordinator has seen an alarm: what they found, in words."""

    alarm_id: uuid.UUID
    words: str


def raise_alarm(session: Session, kind: AlarmKind, account: Account, *, now: datetime.datetime) -> bool:
    """Tell the coordinators of the person's organisation; False where they were told within a day.

    The caller has locked the account's row, and writes an audit entry.
    """
    return _raise(session, kind, account.organisation_id, account.id, now)


def raise_alarm_about_programs(
    session: Session, kind: AlarmKind, organisation: Organisation, *, now: datetime.datetime
) -> bool:
    """Tell the coordinators what programs do that come with tokens of their organisation; the rest as above."""
    return _raise(session, kind, organisation.id, None, now)


def open_alarms(session: Session, actor: Actor) -> tuple[OpenAlarm, ...]:
    """What no other coordinator has answered yet, the newest first, nothing about oneself; all for the operator."""
    require(actor, Action.READ_ALARMS, Subject(organisation_id=actor.organisation_id))
    rows = select(Alarm).where(Alarm.acknowledged_at.is_(None)).order_by(Alarm.at.desc()).limit(SHOWN)
    if actor.kind is not ActorKind.OPERATOR:
        theirs = Alarm.organisation_id == actor.organisation_id
        rows = rows.where(theirs, or_(Alarm.account_id.is_(None), Alarm.account_id != actor.account_id))
    return tuple(_shown(session, one) for one in session.scalars(rows))


def earlier_alarms(session: Session, actor: Actor) -> tuple[OpenAlarm, ...]:
    """What was answered, by whom and how, the newest first: for the operator."""
    require(actor, Action.MANAGE_ACCOUNTS)
    rows = select(Alarm).where(Alarm.acknowledged_at.is_not(None)).order_by(Alarm.at.desc()).limit(SHOWN)
    return tuple(_shown(session, one) for one in session.scalars(rows))


def acknowledge_alarm(session: Session, actor: Actor, command: AcknowledgeAlarm, *, now: datetime.datetime) -> None:
    """Answer an alarm in words; whoever it is about cannot."""
    alarm = session.get(Alarm, command.alarm_id)
    require(actor, Action.ACKNOWLEDGE_ALARM, Subject(organisation_id=alarm.organisation_id if alarm else None))
    if alarm is None or alarm.account_id == actor.account_id:
        raise NotFound("not_found")
    if not says_why(command.words):
        raise Refused("words_needed")
    session.refresh(alarm, with_for_update=True)
    if alarm.acknowledged_at is None:
        alarm.acknowledged_at, alarm.acknowledged_by = now, actor.account_id
        alarm.words_sealed = vault_of(session).seal_secret(command.words.encode(), alarm_words_place(alarm.id))
    record_act(session, actor, Action.ACKNOWLEDGE_ALARM, subject=("alarm", alarm.id), now=now)


def _raise(
    session: Session,
    kind: AlarmKind,
    organisation_id: uuid.UUID,
    account_id: uuid.UUID | None,
    now: datetime.datetime,
) -> bool:
    told = select(Alarm.id).where(Alarm.organisation_id == organisation_id, Alarm.kind == kind.value)
    recent = told.where(Alarm.account_id == account_id, Alarm.at > now - _ONCE_IN)
    if session.scalars(recent.limit(1)).first() is not None:
        return False
    session.add(Alarm(id=uuid.uuid4(), organisation_id=organisation_id, kind=kind.value, account_id=account_id, at=now))
    session.flush()
    return True


def _shown(session: Session, alarm: Alarm) -> OpenAlarm:
    organisation = session.get_one(Organisation, alarm.organisation_id)
    whose = session.get(Account, alarm.account_id) if alarm.account_id else None
    answered = session.get(Account, alarm.acknowledged_by) if alarm.acknowledged_by else None
    sealed = alarm.words_sealed
    words = vault_of(session).unseal_secret(sealed, alarm_words_place(alarm.id)).decode() if sealed else ""
    return OpenAlarm(
        alarm_id=alarm.id,
        kind=AlarmKind(alarm.kind),
        login=whose.login if whose else "",
        name=shown_name(whose) if whose else "",
        organisation_name=organisation.name,
        organisation_kind=OrganisationKind(organisation.kind),
        at=alarm.at,
        acknowledged_by=answered.login if answered else "",
        words=words,
    )
