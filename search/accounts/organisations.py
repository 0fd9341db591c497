"""Organisations: found, made, and described by the operator."""

import datetime
import uuid
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.errors import NotFound, Refused
from search.models import Organisation, ProtectionSubstitute
from search.records.associated_data import organisation_contact_place
from search.records.sections import vault_of
from search.summaries import OrganisationSummary
from search.values.country_names import is_country
from search.vocabulary import OrganisationKind, StateRun


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeOrganisation:
    """What the operator says of an organisation; None leaves it as it is. `country` is ISO 3166-1 alpha-2 or "".

    `substitute` names another organisation, which protects children where the own protection officer cannot.
    """

    name: str
    country: str | None = None
    state_run: StateRun | None = None
    contact: str | None = None
    substitute: str | None = None


def find_or_add_organisation(session: Session, name: str, kind: OrganisationKind) -> Organisation:
    """The organisation of this name, made when it is new."""
    found = session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()
    if found is not None:
        return found
    # Every consulate is a state's; of all others somebody has to say it.
    state_run = StateRun.YES if kind is OrganisationKind.CONSULATE else StateRun.UNKNOWN
    organisation = Organisation(id=uuid.uuid4(), name=name, kind=kind.value, state_run=state_run.value)
    session.add(organisation)
    session.flush()
    return organisation


def find_organisation(session: Session, name: str) -> Organisation:
    """The organisation of this name, or NotFound."""
    found = session.scalars(select(Organisation).where(Organisation.name == name)).one_or_none()
    if found is None:
        raise NotFound("organisation_unknown")
    return found


def describe_organisation(
    session: Session, actor: Actor, command: DescribeOrganisation, *, now: datetime.datetime
) -> None:
    """Write down where an organisation works, whether it is a state's, and how the operator reaches it."""
    require(actor, Action.MANAGE_ACCOUNTS)
    organisation = find_organisation(session, command.name)
    if command.country and not is_country(command.country):
        raise Refused("country_unknown")
    changed = {
        "country": command.country,
        "state_run": command.state_run and command.state_run.value,
        "contact_sealed": None if command.contact is None else _sealed(session, organisation, command.contact),
    }
    for column, value in changed.items():
        if value is not None:
            setattr(organisation, column, value)
    if command.substitute:
        _name_substitute(session, organisation, find_organisation(session, command.substitute))
    detail = {"fields": [column for column, value in changed.items() if value is not None]}
    subject = ("organisation", organisation.id)
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=subject, now=now, detail=detail)


def _name_substitute(session: Session, organisation: Organisation, other: Organisation) -> None:
    if other.id == organisation.id:
        raise Refused("substitute_outside")
    session.merge(ProtectionSubstitute(organisation_id=organisation.id, substitute_id=other.id))


def list_organisations(session: Session, actor: Actor) -> tuple[OrganisationSummary, ...]:
    """Every organisation that takes part, by name."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return tuple(
        OrganisationSummary(
            organisation_id=one.id,
            name=one.name,
            kind=OrganisationKind(one.kind),
            country=one.country,
            state_run=StateRun(one.state_run),
            contact=_contact(session, one),
        )
        for one in session.scalars(select(Organisation).order_by(Organisation.name))
    )


def _sealed(session: Session, organisation: Organisation, contact: str) -> bytes:
    return vault_of(session).seal_secret(contact.encode(), organisation_contact_place(organisation.id))


def _contact(session: Session, organisation: Organisation) -> str:
    if organisation.contact_sealed is None:
        return ""
    place = organisation_contact_place(organisation.id)
    return vault_of(session).unseal_secret(organisation.contact_sealed, place).decode()
