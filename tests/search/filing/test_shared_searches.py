"""Every receiver at every door: nothing before consent, what is open after it, nothing at the next read."""

import dataclasses
import datetime
import json
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import delete, select

from search import access
from search.access import OPERATOR, Action, Actor, ActorKind
from search.accounts import reading_limits
from search.accounts.alarms import open_alarms
from search.accounts.reading_limits import DAY, HOUR, Window
from search.commands import WithdrawSearch
from search.consent_summaries import SharedSearches
from search.consents import Receiver
from search.errors import AccessDenied, NotFound, TooManyAttempts
from search.files.shared_searches_json import json_lines
from search.filing import shared_searches
from search.filing.registering_searches import withdraw_search
from search.filing.shared_searches import (
    PAGE,
    export_shared_searches,
    list_shared_searches,
    read_shared_search,
)
from search.models import Account, Alarm, AuditEntry, Organisation, RecordKey, SearchRequest
from search.summaries import CaseFiled
from search.vocabulary import AlarmKind, ConsentPurpose, OrganisationKind, StaffRole, StateRun
from tests.search.consents_given import (
    FORENSIC,
    HOSPITALS,
    HUMANITARIAN,
    NAMING,
    SHARING,
    SHELTERS,
    VISITS,
    consulates_of,
    forensic_services_of,
    give,
    new_organisation,
    no_to,
    one,
    take_back,
    yes_to,
)
from tests.search.scene import NOW, Scene, document_of, family_of, sought

NAME = "ተስፋለም ኪዳነማርያም"
NO, UNKNOWN, YES = StateRun.NO, StateRun.UNKNOWN, StateRun.YES
# Purpose, kind of organisation, whose it is, and the receiver that is answered about; None is the organisation itself.
Opening = tuple[ConsentPurpose, OrganisationKind, StateRun, Receiver | None]
RECEIVERS: list[Opening] = [
    (SHARING, OrganisationKind.SHELTER, NO, SHELTERS),
    (SHARING, OrganisationKind.HOSPITAL, NO, HOSPITALS),
    (SHARING, OrganisationKind.DETENTION_VISITS, NO, VISITS),
    (SHARING, OrganisationKind.HUMANITARIAN, NO, HUMANITARIAN),
    (SHARING, OrganisationKind.CONSULATE, YES, consulates_of("MX")),
    (SHARING, OrganisationKind.SHELTER, UNKNOWN, None),
    (SHARING, OrganisationKind.HOSPITAL, YES, None),
    (SHARING, OrganisationKind.RESCUE, YES, None),
    (FORENSIC, OrganisationKind.FORENSIC, YES, forensic_services_of("MX")),
    (FORENSIC, OrganisationKind.FORENSIC, YES, None),
    (FORENSIC, OrganisationKind.MORTUARY, UNKNOWN, None),
]


def listed(scene: Scene, actor: Actor, _case: CaseFiled) -> list[uuid.UUID]:
    with scene.database.transaction() as session:
        return [found.case_id for found in list_shared_searches(session, actor, page=1, now=NOW).searches]


def opened(scene: Scene, actor: Actor, case: CaseFiled) -> list[uuid.UUID]:
    try:
        with scene.database.transaction() as session:
            return [read_shared_search(session, actor, case.case_id, now=NOW).case_id]
    except NotFound:
        return []


def exported(scene: Scene, actor: Actor, _case: CaseFiled) -> list[uuid.UUID]:
    with scene.database.transaction() as session:
        name = session.scalars(select(Organisation.name).where(Organisation.id == actor.organisation_id)).one()
        return [found.case_id for found in export_shared_searches(session, OPERATOR, name, now=NOW)]


DOORS: dict[str, Callable[[Scene, Actor, CaseFiled], list[uuid.UUID]]] = {
    "list": listed,
    "one": opened,
    "export": exported,
}


def clerk_of(scene: Scene, organisation_id: uuid.UUID) -> Actor:
    """Somebody new of an organisation, who reads what families shared."""
    identifier, roles = uuid.uuid4(), frozenset({StaffRole.SHARED_READER})
    named = {"login": identifier.hex, "role": "partner", "password_hash": ""}
    with scene.database.transaction() as session:
        session.add(Account(id=identifier, organisation_id=organisation_id, **named))
    return Actor(kind=ActorKind.PARTNER, account_id=identifier, organisation_id=organisation_id, roles=roles)


@pytest.fixture
def case(scene: Scene) -> CaseFiled:
    return scene.file(sought(NAME, 3))


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    "opening", RECEIVERS, ids=lambda opening: "-".join(str(getattr(o, "code", o)) for o in opening)
)
def test_each_receiver_reads_at_each_door_only_while_the_family_allows_it(
    scene: Scene, case: CaseFiled, door: str, opening: Opening
) -> None:
    purpose, kind, state_run, receiver = opening
    organisation_id = new_organisation(scene.database, kind, "MX", state_run)
    clerk, read = clerk_of(scene, organisation_id), DOORS[door]
    elsewhere = clerk_of(scene, new_organisation(scene.database, kind, "ER", NO if receiver is None else YES))
    given = yes_to(receiver or one(organisation_id), purpose)
    scene.file(sought("Somebody else", 4))
    assert read(scene, clerk, case) == []
    give(scene.database, case, given)
    assert read(scene, clerk, case) == [case.case_id]
    assert read(scene, elsewhere, case) == []
    take_back(scene.database, case, given)
    assert read(scene, clerk, case) == []
    give(scene.database, case, given)
    assert read(scene, clerk, case) == [case.case_id]
    give(scene.database, case, no_to(given.receiver, purpose))
    assert read(scene, clerk, case) == []


@pytest.mark.parametrize("door", DOORS)
def test_a_no_to_one_organisation_shuts_out_what_its_network_opens(scene: Scene, case: CaseFiled, door: str) -> None:
    organisation_id = new_organisation(scene.database, OrganisationKind.SHELTER)
    clerk = clerk_of(scene, organisation_id)
    give(scene.database, case, yes_to(SHELTERS))
    assert DOORS[door](scene, clerk, case) == [case.case_id]
    give(scene.database, case, no_to(one(organisation_id)))
    assert DOORS[door](scene, clerk, case) == []


@pytest.mark.parametrize("door", DOORS)
def test_to_be_named_by_somebody_opens_the_case_to_nobody(scene: Scene, case: CaseFiled, door: str) -> None:
    organisation_id = new_organisation(scene.database, OrganisationKind.SHELTER)
    give(scene.database, case, yes_to(one(organisation_id), NAMING))
    assert DOORS[door](scene, clerk_of(scene, organisation_id), case) == []


@pytest.mark.parametrize("door", DOORS)
def test_a_search_that_is_taken_back_or_erased_is_open_to_nobody(scene: Scene, case: CaseFiled, door: str) -> None:
    clerk = clerk_of(scene, new_organisation(scene.database, OrganisationKind.SHELTER))
    erased = scene.file(sought("Erased", 5))
    for each in (case, erased):
        give(scene.database, each, yes_to(SHELTERS))
    with scene.database.transaction() as session:
        withdraw_search(session, family_of(case), WithdrawSearch(case_id=case.case_id), now=NOW)
        number = select(SearchRequest.number).where(SearchRequest.id == erased.case_id).scalar_subquery()
        session.execute(delete(RecordKey).where(RecordKey.record_number == number))
    for each in (case, erased):
        assert DOORS[door](scene, clerk, each) == []


def test_what_is_read_is_what_was_opened(scene: Scene, case: CaseFiled) -> None:
    sharing = new_organisation(scene.database, OrganisationKind.SHELTER)
    forensic = new_organisation(scene.database, OrganisationKind.FORENSIC)
    give(scene.database, case, yes_to(SHELTERS))
    give(scene.database, case, yes_to(forensic_services_of("MX"), FORENSIC))
    readers = clerk_of(scene, sharing), clerk_of(scene, forensic)
    with scene.database.transaction() as session:
        shelter_reads, service_reads = (
            read_shared_search(session, reader, case.case_id, now=NOW) for reader in readers
        )
    for shown in (shelter_reads, service_reads):
        assert [name.text for name in shown.sought.names] == [NAME]
        assert shown.committee == "Committee of Relatives (invented)"
        written = json_lines((shown,)).decode()
        for kept_back in ("Mother of", "+503", "door was blue", case.reference):
            assert kept_back not in written
    assert (shelter_reads.purposes, service_reads.purposes) == ((SHARING,), (FORENSIC,))
    assert shelter_reads.identifiers.documents == ()
    assert [paper.number for paper in service_reads.identifiers.documents] == [document_of(3)]
    assert json.loads(json_lines((shelter_reads,)))["identifiers"] == {}


def test_each_reading_of_each_case_is_in_the_audit_and_a_refused_one_is_not(scene: Scene, case: CaseFiled) -> None:
    clerk = clerk_of(scene, new_organisation(scene.database, OrganisationKind.SHELTER))
    assert opened(scene, clerk, case) == []
    assert readings(scene, Action.READ_SHARED_SEARCH) == []
    give(scene.database, case, yes_to(SHELTERS))
    for door in DOORS.values():
        door(scene, clerk, case)
    assert readings(scene, Action.READ_SHARED_SEARCH) == [(clerk.account_id, str(case.case_id))] * 2
    assert readings(scene, Action.EXPORT_SHARED_SEARCHES) == [(None, str(case.case_id))]


def test_a_page_is_of_twenty_and_counts_them_all(scene: Scene) -> None:
    clerk = clerk_of(scene, new_organisation(scene.database, OrganisationKind.SHELTER))
    cases = [scene.file(sought(f"Person {n}", n, consents=(yes_to(SHELTERS),))) for n in range(PAGE + 2)]
    with scene.database.transaction() as session:
        first, last, beyond = (list_shared_searches(session, clerk, page=page, now=NOW) for page in (1, 2, 99))
    assert (first.total, first.pages, len(first.searches)) == (PAGE + 2, 2, PAGE)
    assert [found.case_id for found in last.searches] == [cases[1].case_id, cases[0].case_id]
    assert beyond == last


def reads_page(scene: Scene, actor: Actor, page: int, now: datetime.datetime = NOW) -> SharedSearches:
    with scene.database.transaction() as session:
        return list_shared_searches(session, actor, page=page, now=now)


def alarms(scene: Scene) -> list[tuple[str, uuid.UUID | None]]:
    with scene.database.reading() as session:
        return [(one.kind, one.account_id) for one in session.scalars(select(Alarm).order_by(Alarm.kind))]


@pytest.mark.parametrize("program", [False, True], ids=["a person", "a program"])
def test_page_after_page_is_told_at_four_fifths_and_ends_at_the_bound(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, *, program: bool
) -> None:
    bounded = dataclasses.replace(reading_limits.SHARED, windows=(Window(5 * PAGE, HOUR), Window(9 * PAGE, DAY)))
    monkeypatch.setattr(shared_searches, "SHARED", bounded)
    organisation = new_organisation(scene.database, OrganisationKind.SHELTER)
    clerk = clerk_of(scene, organisation)
    cases = [scene.file(sought(f"Person {n}", n, consents=(yes_to(SHELTERS),))) for n in range(5 * PAGE + 1)]
    actor = dataclasses.replace(clerk, account_id=None) if program else clerk
    left = [reads_page(scene, actor, page).few_left for page in (1, 2, 3)]
    assert (left, alarms(scene)) == ([None] * 3, [])
    assert reads_page(scene, actor, 4).few_left == PAGE
    assert alarms(scene) == [("shared_near", actor.account_id)]
    assert reads_page(scene, actor, 5).few_left == 0
    assert alarms(scene) == [("shared_near", actor.account_id), ("shared_reached", actor.account_id)]
    later = NOW + datetime.timedelta(minutes=20)
    with pytest.raises(TooManyAttempts, match="shared_used") as stopped:
        reads_page(scene, actor, 6, later)
    assert stopped.value.params["seconds"] == 40 * 60
    with pytest.raises(TooManyAttempts), scene.database.transaction() as session:
        read_shared_search(session, actor, cases[0].case_id, now=later)
    # What was read already stays open, and another of the organisation is counted apart.
    assert reads_page(scene, actor, 5, later).few_left == 0
    assert reads_page(scene, clerk_of(scene, organisation), 6, later).few_left is None
    assert reads_page(scene, actor, 6, NOW + HOUR + datetime.timedelta(minutes=21)).page == 6


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_programs_of_an_organisation_count_together_and_its_coordinators_are_told(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded = dataclasses.replace(reading_limits.SHARED, windows=(Window(3, HOUR),), at_once=1)
    monkeypatch.setattr(shared_searches, "SHARED", bounded)
    organisation = new_organisation(scene.database, OrganisationKind.SHELTER)
    clerk, program = clerk_of(scene, organisation), access.clerk_of(organisation)
    for number in range(3):
        scene.file(sought(f"Person {number}", number, consents=(yes_to(SHELTERS),)))
    reads_page(scene, program, 1)
    with scene.database.reading() as session:
        coordinator = dataclasses.replace(clerk, roles=frozenset({StaffRole.COORDINATOR}))
        told = open_alarms(session, coordinator)
        assert [(one.kind, one.login) for one in told] == [(AlarmKind.SHARED_REACHED, "")]


@pytest.mark.parametrize("kind", [ActorKind.FAMILY, ActorKind.REVIEWER, ActorKind.WORKER, ActorKind.ANYONE])
def test_nobody_but_an_organisation_comes_to_these_doors(scene: Scene, case: CaseFiled, kind: ActorKind) -> None:
    organisation_id = new_organisation(scene.database, OrganisationKind.SHELTER)
    actor = Actor(kind=kind, account_id=uuid.uuid4(), organisation_id=organisation_id, case_id=case.case_id)
    give(scene.database, case, yes_to(SHELTERS))
    with pytest.raises((AccessDenied, NotFound)), scene.database.transaction() as session:
        list_shared_searches(session, actor, page=1, now=NOW)
    with pytest.raises((AccessDenied, NotFound)), scene.database.transaction() as session:
        read_shared_search(session, actor, case.case_id, now=NOW)
    clerk = clerk_of(scene, organisation_id)
    with pytest.raises(AccessDenied), scene.database.transaction() as session:
        export_shared_searches(session, clerk, "any", now=NOW)


def readings(scene: Scene, action: Action) -> list[tuple[uuid.UUID | None, str]]:
    with scene.database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == action.value)).all()
        return [(entry.actor_id, entry.subject_id) for entry in entries]
