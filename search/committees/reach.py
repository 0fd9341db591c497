"""Which committees there are, and for whom each reads: said by the operator."""

import datetime
import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.organisations import find_organisation
from search.casework.committee_cases import Reach, read_reaches
from search.committee_commands import SetReach
from search.committee_summaries import CommitteeSummary
from search.errors import Refused
from search.models import CommitteeReach
from search.values.country_names import is_country
from search.vocabulary import OrganisationKind, ReachKind, RouteRegion

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def set_reach(session: Session, actor: Actor, command: SetReach, *, now: datetime.datetime) -> None:
    """Say for whom a committee reads; cases that are filed from now on are led by it."""
    require(actor, Action.MANAGE_ACCOUNTS)
    organisation = find_organisation(session, command.name)
    if organisation.kind != OrganisationKind.COMMITTEE.value:
        raise Refused("not_a_committee")
    if not all(map(is_country, command.countries)):
        raise Refused("country_unknown")
    if not all(map(_LANGUAGE.fullmatch, command.languages)):
        raise Refused("language_unknown")
    wanted = _codes(command)
    rows = session.scalars(select(CommitteeReach).where(CommitteeReach.organisation_id == organisation.id)).all()
    for row in rows:
        if (row.what, row.code) not in wanted:
            session.delete(row)
    known = {(row.what, row.code) for row in rows}
    session.add_all(
        CommitteeReach(organisation_id=organisation.id, what=what, code=code) for what, code in sorted(wanted - known)
    )
    session.flush()
    subject = ("organisation", organisation.id)
    record_act(session, actor, Action.MANAGE_ACCOUNTS, subject=subject, now=now, detail={"reach": len(wanted)})


def list_committees(session: Session, actor: Actor) -> tuple[CommitteeSummary, ...]:
    """Every committee, by name, for the operator."""
    require(actor, Action.MANAGE_ACCOUNTS)
    return tuple(map(described, read_reaches(session)))


def described(reach: Reach) -> CommitteeSummary:
    """A committee as pages show it."""
    return CommitteeSummary(
        committee_id=reach.committee_id,
        name=reach.name,
        country=reach.country,
        languages=reach.of(ReachKind.LANGUAGE),
        countries=reach.of(ReachKind.COUNTRY),
        routes=tuple(RouteRegion(code) for code in reach.of(ReachKind.ROUTE)),
    )


def _codes(command: SetReach) -> set[tuple[str, str]]:
    said = {
        ReachKind.LANGUAGE: command.languages,
        ReachKind.COUNTRY: command.countries,
        ReachKind.ROUTE: [route.value for route in command.routes],
    }
    return {(what.value, code) for what, codes in said.items() for code in codes}
