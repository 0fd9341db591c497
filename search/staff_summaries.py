"""What goes out of people in organisations: members, what waits for a second person, sessions, tokens, alarms."""

import datetime
import uuid
from dataclasses import dataclass

from search.access import TokenScope
from search.vocabulary import AlarmKind, OrganisationKind, ReportKind, StaffRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person of an organisation. `last_seen_on` is a day, never an hour; None for somebody who never came."""

    account_id: uuid.UUID
    login: str
    name: str
    organisation_name: str
    roles: tuple[StaffRole, ...]
    last_seen_on: datetime.date | None
    ended: bool
    sessions: int
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingAccess:
    """A new member or new roles that wait for another person, or an invitation that was not used yet.

    `may_confirm`: whether whoever reads this is another person than the one who asked and the one it is for.
    """

    request_id: uuid.UUID
    login: str
    roles: tuple[StaffRole, ...]
    is_new: bool
    proposed_by: str
    proposed_at: datetime.datetime
    confirmed: bool
    expires_at: datetime.datetime
    may_confirm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody of an organisation.

    `officers` are the logins of those who protect children; `substitute` is the body outside that stands in for them.

    `operator_confirms`: nobody but the operator can be the second person, because one person coordinates alone.
    """

    members: tuple[Member, ...]
    pending: tuple[PendingAccess, ...]
    roles: tuple[StaffRole, ...]
    officers: tuple[str, ...]
    substitute: str
    operator_confirms: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What an invited person sees before they accept: who invites, as what, and the secret for their app."""

    organisation_name: str
    login: str
    roles: tuple[StaffRole, ...]
    secret: str
    enrolment_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedAccess:
    """What was confirmed; `code` opens an invitation once, told here and nowhere else, empty for roles."""

    login: str
    code: str
    expires_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFactors:
    """New codes, told once: the secret for an app where it was renewed, and the codes for the day the phone is gone."""

    recovery_codes: tuple[str, ...]
    secret: str = ""
    enrolment_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """One signed-in browser: its days and portal, no address and no kind of machine."""

    session_id: uuid.UUID
    portal: str
    opened_on: datetime.date
    last_used_on: datetime.date
    is_this_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSignIn:
    """How somebody signs in themselves, and the name under which others see them; `chose` if they chose it."""

    login: str
    name: str
    chose: bool
    sessions: tuple[OpenSession, ...]
    recovery_codes_left: int
    has_one_time_code: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSummary:
    """An API token without the token. `made_by`: the shown name of its maker, empty where the operator made it."""

    token_id: uuid.UUID
    name: str
    scopes: tuple[TokenScope, ...]
    report_kinds: tuple[ReportKind, ...]
    made_by: str
    made_on: datetime.date
    last_used_on: datetime.date | None
    expires_on: datetime.date


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAlarm:
    """Something that looks like a stolen account; `words` are of whoever acknowledged it.

    `login` and `name` are empty where it is about programs that come with the organisation's tokens.
    """

    alarm_id: uuid.UUID
    kind: AlarmKind
    login: str
    name: str
    organisation_name: str
    organisation_kind: OrganisationKind
    at: datetime.datetime
    acknowledged_by: str = ""
    words: str = ""
