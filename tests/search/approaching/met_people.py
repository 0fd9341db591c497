"""People who were met, those who search for them, and those who may ask: for the tests of what follows a pair."""

import datetime
import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select

from matching.record import PersonName
from search.access import Actor, ActorKind
from search.approaching.starting import start_approach
from search.casework.readiness import Readiness
from search.documents import Contact, Filing, Whereabouts
from search.located_commands import StartApproach
from search.models import Account, AccountRole, FoundReport, MatchProposal, Organisation, SearchRequest
from search.proposing.storing_proposals import proposal_id
from search.summaries import CaseFiled
from search.vocabulary import (
    ContactKind,
    OrganisationKind,
    ProposalState,
    Relationship,
    ReportKind,
    StaffRole,
    StateRun,
)
from tests.search.consents_given import FORENSIC, NAMING, SHELTERS, VISITS, give, one, yes_to
from tests.search.scene import NOW, Scene, found, sought

ASKED = NOW + datetime.timedelta(hours=1)
"""When what was started has waited out its time."""
SECRET = "+50377001234"
FACT = "the door was blue as the sea"


def known_who_asks(monkeypatch: pytest.MonkeyPatch, **parts: bool) -> None:
    """Everything is known of who asks, but for what is named."""
    whole = Readiness(**{"talk": True, "control_fact": True, "naming": True, "forensic": True, **parts})
    for module in ("course", "readiness"):
        monkeypatch.setattr(f"search.casework.{module}.readiness", lambda _s, numbers: dict.fromkeys(numbers, whole))
    monkeypatch.setattr("search.approaching.waiting_list.readiness", lambda _s, numbers: dict.fromkeys(numbers, whole))


def member(scene: Scene, organisation_id: uuid.UUID, *roles: StaffRole) -> Actor:
    """Somebody of an organisation, in these roles."""
    with scene.database.transaction() as session:
        kind = OrganisationKind(session.get_one(Organisation, organisation_id).kind)
        committee = kind is OrganisationKind.COMMITTEE
        account = Account(
            id=uuid.uuid4(),
            organisation_id=organisation_id,
            role="committee" if committee else "partner",
            login=f"member{uuid.uuid4().hex[:8]}",
            password_hash="",
        )
        session.add(account)
        session.flush()
        session.add_all(AccountRole(account_id=account.id, role=role.value, given_at=NOW) for role in roles)
        return Actor(
            kind=ActorKind.REVIEWER if committee else ActorKind.PARTNER,
            account_id=account.id,
            organisation_id=organisation_id,
            roles=frozenset(roles),
        )


def coordinator(scene: Scene, committee: uuid.UUID | None = None) -> Actor:
    """Somebody who coordinates a committee and reads its pairs."""
    return member(scene, committee or scene.committee, StaffRole.COORDINATOR, StaffRole.REVIEWER)


def belongs_to_no_state(scene: Scene, organisation_id: uuid.UUID, state_run: StateRun = StateRun.NO) -> None:
    """The operator wrote down whether an organisation belongs to a state, and that it works in Mexico."""
    with scene.database.transaction() as session:
        row = session.get_one(Organisation, organisation_id)
        row.state_run, row.country = state_run.value, "MX"


def searching(scene: Scene, name: str = "Somebody Invented", *, of: uuid.UUID | None = None) -> CaseFiled:
    """A family that searches, lets shelters and visitors in detention name it, and has a number to be called."""
    filing = Filing(
        enquirer_names=(PersonName(f"Mother of {name}"),),
        relationship=Relationship.MOTHER,
        contacts=(Contact(kind=ContactKind.PHONE, value=SECRET),),
        control_facts=(FACT,),
    )
    case = scene.file(sought(name, filing=filing))
    for receiver in (SHELTERS, VISITS):
        give(scene.database, case, yes_to(receiver, NAMING))
    if of is not None:
        with scene.database.transaction() as session:
            session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one().committee_id = of
    return case


def met(
    scene: Scene, kind: ReportKind = ReportKind.SHELTER, *, by: Actor | None = None, minor: bool | None = None
) -> uuid.UUID:
    """A person who was met; returns the report."""
    command = replace(found("Somebody Invented", kind=kind), whereabouts=Whereabouts(minor=minor))
    return scene.report(command, by or scene.shelter).report_id


def agreed(
    scene: Scene, case: CaseFiled, report_id: uuid.UUID, state: ProposalState = ProposalState.AGREED
) -> uuid.UUID:
    """A pair on which two readers agreed a while ago."""
    with scene.database.transaction() as session:
        request = session.scalars(select(SearchRequest).where(SearchRequest.id == case.case_id)).one()
        report = session.scalars(select(FoundReport).where(FoundReport.id == report_id)).one()
        pair = MatchProposal(
            id=proposal_id(request.id, report.id),
            request_number=request.number,
            report_number=report.number,
            committee_id=request.committee_id,
            match_weight=12.0,
            match_probability=0.9,
            evidence=[["names", "same", "agrees", 9.0]],
            engine_version="by hand",
            request_version=request.version,
            report_version=report.version,
            state=state.value,
            entry_date=NOW,
        )
        session.add(pair)
        return pair.id


def body_pair(scene: Scene) -> tuple[uuid.UUID, uuid.UUID]:
    """The agreed pair of a body, and a forensic service that the family allowed."""
    with scene.database.transaction() as session:
        service = Organisation(
            id=uuid.uuid4(), name="Forensic Invented", kind=OrganisationKind.FORENSIC.value, country="MX"
        )
        session.add(service)
        session.flush()
        service_id = service.id
    case = searching(scene)
    give(scene.database, case, yes_to(one(service_id), FORENSIC))
    return agreed(scene, case, met(scene, ReportKind.MORTUARY, by=scene.mortuary)), service_id


def started(scene: Scene, pair: uuid.UUID, reads: Actor | None = None) -> Actor:
    """The person of a pair is to be asked; returns the coordinator who reads the answer."""
    reads = reads or coordinator(scene)
    with scene.database.transaction() as session:
        row = session.get_one(MatchProposal, pair)
        reader = next(one for one in (*scene.reviewers, scene.stranger) if one.organisation_id == row.committee_id)
        assert reads.account_id is not None
        command = StartApproach(proposal_id=pair, seen_revision=row.revision, coordinator_id=reads.account_id)
        start_approach(session, reader, command, now=NOW)
    return reads
