"""Records of other registries: found persons as a sender's rows, searches as nobody's, news under the same number."""

import datetime

import pytest
from sqlalchemy import select

from search.access import Actor, clerk_of
from search.commands import ImportSheet
from search.documents import Description, Filing, Whereabouts
from search.errors import NotFound
from search.files.pfif_outcomes import outcomes_of
from search.files.pfif_reading import read_pfif
from search.filing.importing_pfif import (
    SearchesTaken,
    as_sheet,
    end_searches,
    question_of_pfif,
    take_searches,
)
from search.filing.importing_sheets import sheet_sender
from search.filing.record_expiry import MANY_ENDED
from search.filing.sheet_storing import SheetStoring, file_digest
from search.models import Alarm, FoundReport, SearchRequest
from search.records.sections import read_section
from search.sheets.sheet_reading import SheetReading
from search.summaries import ImportReceipt
from search.vocabulary import OrganisationKind, StateRun
from tests.search.consents_given import new_organisation
from tests.search.files.pfif_files import HOME, document, note, person
from tests.search.scene import NOW, Scene

ALIVE = note(status="believed_alive", text="well")
GONE = person(full_name="", expiry_date="2026-02-01T00:00:00Z")
LATER = NOW + datetime.timedelta(days=1)
MISSING = note(status="believed_missing", text="no word since")


@pytest.fixture
def registry(scene: Scene) -> Actor:
    """A humanitarian organisation that sends files of a registry."""
    return clerk_of(new_organisation(scene.database, OrganisationKind.HUMANITARIAN))


def read(scene: Scene, actor: Actor, *records: str, now: datetime.datetime = NOW) -> SheetReading:
    command = ImportSheet(filename="export.xml", content=document(*records))
    with scene.database.reading() as session:
        sender = sheet_sender(session, actor)
        question = question_of_pfif(sender, command, now=now)
        return as_sheet(session, sender.organisation_id, outcomes_of(read_pfif(command.content), question))


def send(scene: Scene, actor: Actor, *records: str, now: datetime.datetime = NOW) -> ImportReceipt:
    sheet = read(scene, actor, *records, now=now)
    digest = file_digest(scene.database, document(*records))
    return SheetStoring(scene.database, lambda: now).store(actor, sheet, digest)


def take(scene: Scene, actor: Actor, *records: str, now: datetime.datetime = NOW) -> SearchesTaken:
    with scene.database.transaction() as session:
        asked = question_of_pfif(
            sheet_sender(session, actor), ImportSheet(filename="", content=b""), now=now, may_search=True
        )
        found = outcomes_of(read_pfif(document(*records)), asked)
        end_searches(session, actor, [one.record_id for one in found.ended], now=now)
        return take_searches(session, actor, found.searches, now=now)


def gone(number: str) -> str:
    """A record of this number whose time is over."""
    return person(full_name="", expiry_date="2026-02-01T00:00:00Z", person_record_id=number)


def alarms(scene: Scene) -> list[str]:
    with scene.database.reading() as session:
        return [alarm.kind for alarm in session.scalars(select(Alarm))]


def the_report(scene: Scene) -> tuple[FoundReport, Description, Whereabouts]:
    with scene.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        described = read_section(session, report.number, Description)
        whereabouts = read_section(session, report.number, Whereabouts)
    assert described is not None
    assert whereabouts is not None
    return report, described, whereabouts


def test_a_person_that_is_sent_again_is_news_of_the_same_report(scene: Scene, registry: Actor) -> None:
    assert send(scene, registry, person(ALIVE)).accepted == 1
    again = send(scene, registry, person(ALIVE, sex="female"))
    assert (again.accepted, again.updated) == (0, 1)
    _, described, _ = the_report(scene)
    assert described.sex == "female"
    assert [name.text for name in described.names] == ["Ana Prueba Inventada"]
    assert send(scene, registry, person(ALIVE, sex="female"), now=LATER).already_known == 1


def test_two_registries_may_have_equal_people_and_none_is_merged(scene: Scene, registry: Actor) -> None:
    other = person(ALIVE.replace(HOME, "otro.invented"), person_record_id="otro.invented/p.1")
    send(scene, registry, person(ALIVE))
    assert send(scene, registry, other).accepted == 1


def test_notes_alone_are_news_of_a_report_that_is_known(scene: Scene, registry: Actor) -> None:
    send(scene, registry, person(ALIVE))
    news = note(5, person_record_id=f"{HOME}/p.1", text="moved on to the north")
    stranger = note(6, person_record_id=f"{HOME}/p.99", text="seen")
    receipt = send(scene, registry, news, stranger)
    assert receipt.updated == 1
    assert [one.reason for one in receipt.outcomes if one.outcome == "refused"] == ["person_unknown"]
    *_, whereabouts = the_report(scene)
    assert "moved on to the north" in whereabouts.notes[0].words


def test_another_organisations_report_is_not_known_by_its_number(scene: Scene, registry: Actor) -> None:
    send(scene, registry, person(ALIVE))
    news = note(5, person_record_id=f"{HOME}/p.1", text="moved on")
    refused = read(scene, scene.shelter, news).refused
    assert [one.code for one in refused] == ["person_unknown"]


def test_no_name_is_taken_for_a_name(scene: Scene, registry: Actor) -> None:
    send(scene, registry, person(ALIVE, full_name="Unknown male"))
    _, described, _ = the_report(scene)
    assert described.names == ()
    assert "Unknown male" in described.notes[0].words


def test_a_placeholder_ends_the_report_and_a_later_version_opens_it_again(scene: Scene, registry: Actor) -> None:
    send(scene, registry, person(ALIVE, expiry_date="2026-06-01T00:00:00Z"))
    report, *_ = the_report(scene)
    assert report.expiry_date == datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)
    send(scene, registry, GONE)
    ended, *_ = the_report(scene)
    assert ended.withdrawn_at == NOW
    send(scene, registry, person(ALIVE, expiry_date="2027-06-01T00:00:00Z"), now=LATER)
    again, *_ = the_report(scene)
    assert again.withdrawn_at is None
    assert again.version > ended.version


def test_files_that_end_many_reports_within_a_day_are_told_to_the_coordinators(scene: Scene, registry: Actor) -> None:
    numbers = [f"{HOME}/p.{n}" for n in range(1, MANY_ENDED + 1)]
    people = [person(note(n, status="believed_alive"), person_record_id=one) for n, one in enumerate(numbers)]
    assert send(scene, registry, *people).accepted == MANY_ENDED
    send(scene, registry, *map(gone, numbers[:-1]))
    assert alarms(scene) == []
    send(scene, registry, gone(numbers[-1]))
    assert alarms(scene) == ["records_ended"]


def test_records_that_were_never_sent_end_nothing_and_alarm_nobody(scene: Scene, registry: Actor) -> None:
    send(scene, registry, *[gone(f"{HOME}/p.{n}") for n in range(MANY_ENDED + 5)])
    assert alarms(scene) == []


def test_a_file_ends_no_report_of_anybody_else(scene: Scene, registry: Actor) -> None:
    send(scene, registry, person(ALIVE))
    send(scene, scene.shelter, GONE)
    report, *_ = the_report(scene)
    assert report.withdrawn_at is None


def test_a_search_of_a_registry_is_known_again_and_what_it_says_now_is_added(scene: Scene, registry: Actor) -> None:
    assert take(scene, registry, person(MISSING)) == SearchesTaken(accepted=1)
    assert take(scene, registry, person(MISSING)) == SearchesTaken(already_known=1)
    assert take(scene, registry, person(MISSING, sex="female", expiry_date="2026-06-01T00:00:00Z")) == SearchesTaken(
        updated=1
    )
    with scene.database.reading() as session:
        request = session.scalars(select(SearchRequest)).one()
        described, filing = (read_section(session, request.number, kind) for kind in (Description, Filing))
    assert request.expiry_date is not None
    assert (request.passphrase_hash, request.revision) == ("", 2)
    assert isinstance(described, Description)
    assert described.sex == "female"
    assert [name.text for name in described.names] == ["Ana Prueba Inventada"]
    assert isinstance(filing, Filing)
    assert [one.number for one in filing.earlier_reports] == [f"{HOME}/p.1"]


def test_a_search_that_a_family_has_opened_is_the_familys_own(scene: Scene, registry: Actor) -> None:
    take(scene, registry, person(MISSING))
    with scene.database.transaction() as session:
        session.scalars(select(SearchRequest)).one().passphrase_hash = "words were issued"
    assert take(scene, registry, person(MISSING, sex="female")) == SearchesTaken(already_known=1)
    take(scene, registry, GONE)
    with scene.database.reading() as session:
        request = session.scalars(select(SearchRequest)).one()
        assert (request.revision, request.withdrawn_at) == (1, None)


def test_a_placeholder_ends_a_search_that_is_nobodys(scene: Scene, registry: Actor) -> None:
    take(scene, registry, person(MISSING))
    take(scene, registry, GONE)
    with scene.database.reading() as session:
        assert session.scalars(select(SearchRequest)).one().withdrawn_at == NOW


def test_a_search_that_ended_is_looked_for_again_when_it_is_sent_again(scene: Scene, registry: Actor) -> None:
    take(scene, registry, person(MISSING))
    take(scene, registry, GONE)
    take(scene, registry, person(MISSING, expiry_date="2027-01-01T00:00:00Z"), now=LATER)
    with scene.database.reading() as session:
        assert session.scalars(select(SearchRequest)).one().withdrawn_at is None


def test_another_senders_file_neither_changes_nor_ends_a_search(scene: Scene, registry: Actor) -> None:
    take(scene, registry, person(MISSING))
    stranger = clerk_of(new_organisation(scene.database, OrganisationKind.HUMANITARIAN))
    assert take(scene, stranger, person(MISSING, sex="female")) == SearchesTaken(already_known=1)
    take(scene, stranger, GONE)
    with scene.database.reading() as session:
        request = session.scalars(select(SearchRequest)).one()
        assert (request.revision, request.withdrawn_at, request.filed_by_organisation) == (
            1,
            None,
            registry.organisation_id,
        )


@pytest.mark.parametrize(
    ("kind", "state_run"),
    [
        (OrganisationKind.HUMANITARIAN, StateRun.YES),
        (OrganisationKind.HUMANITARIAN, StateRun.UNKNOWN),
        (OrganisationKind.CONSULATE, StateRun.YES),
        (OrganisationKind.HOSPITAL, StateRun.NO),
    ],
)
def test_no_state_body_sends_searches_in_files(scene: Scene, kind: OrganisationKind, state_run: StateRun) -> None:
    sender = clerk_of(new_organisation(scene.database, kind, state_run=state_run))
    with scene.database.transaction() as session, pytest.raises(NotFound):
        take_searches(session, sender, (), now=NOW)
    with scene.database.transaction() as session, pytest.raises(NotFound):
        end_searches(session, sender, (), now=NOW)
