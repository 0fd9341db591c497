"""Who acts and what is acted upon, as the permission policy sees both."""

import uuid
from dataclasses import dataclass
from enum import StrEnum

from search.consents import Sharing
from search.vocabulary import OrganisationKind, ReportKind, StaffRole, StateRun


class ActorKind(StrEnum):
    """Who acts. There is none for enforcement, and there will be none."""

    ANYONE = "anyone"
    FAMILY = "family"
    FIRST_OPENING = "first_opening"
    """Whoever typed the words that a helper saw too: they open nothing but the page of new words."""
    RELATIVE = "relative"
    """Whom a family let in to its search, with words of their own: they read, add and ask."""
    PARTNER = "partner"
    REVIEWER = "reviewer"
    WORKER = "worker"
    OPERATOR = "operator"


class TokenScope(StrEnum):
    """What an API token was made for; `SCOPES` says which acts each opens."""

    REPORT_WRITE = "report:write"
    REPORT_READ = "report:read"
    SHARED_READ = "shared:read"
    PFIF_READ = "pfif:read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts. A family acts for one case; staff act for one organisation, in the roles that they have there.

    `relative_id`: which relative it is whom a family let in, where it is one.
    `scopes` and `report_kinds` narrow what an API token opens; None for people, whom nothing of the kind narrows.
    """

    kind: ActorKind
    account_id: uuid.UUID | None = None
    organisation_id: uuid.UUID | None = None
    case_id: uuid.UUID | None = None
    relative_id: uuid.UUID | None = None
    roles: frozenset[StaffRole] = frozenset()
    scopes: frozenset[TokenScope] | None = None
    report_kinds: frozenset[ReportKind] | None = None


ANYONE = Actor(kind=ActorKind.ANYONE)
WORKER = Actor(kind=ActorKind.WORKER)
OPERATOR = Actor(kind=ActorKind.OPERATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Fields of somebody else's record that an act has opened to those who have a role in one organisation."""

    organisation_id: uuid.UUID
    role: StaffRole
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is acted upon, by the case, the reporting organisation and the committee that it belongs to.

    `sharing` is there where an organisation wants to read a case that a family may have opened to it, and
    `organisation_kind` and `state_run` where the act is open to some organisations only. `placeless`: a report of
    somebody living, of whom nobody but its organisation learns a place (`search.fields.placeless`); `words_placeless`:
    its sender passed the free words as telling none. `account_id` is the account that may, where only one may;
    `opening` what an act opened of the record to an organisation that it is not of.
    """

    case_id: uuid.UUID | None = None
    organisation_id: uuid.UUID | None = None
    committee_id: uuid.UUID | None = None
    sharing: Sharing | None = None
    organisation_kind: OrganisationKind | None = None
    state_run: StateRun | None = None
    placeless: bool = False
    words_placeless: bool = False
    account_id: uuid.UUID | None = None
    opening: Opening | None = None


NOTHING = Subject()


def clerk_of(organisation_id: uuid.UUID) -> Actor:
    """Whoever acts for an organisation without an account of it: the command line on its behalf."""
    roles = frozenset({StaffRole.REPORTER, StaffRole.SHARED_READER})
    return Actor(kind=ActorKind.PARTNER, organisation_id=organisation_id, roles=roles)
