"""An organisation reads its own reports whole, and finds them by number, name, place and date."""

import datetime
import uuid
from dataclasses import replace

import pytest

from matching.record import DatePrecision, Event, PartialDate, PersonName, Place
from search.access import Actor, clerk_of
from search.commands import ReportFound
from search.documents import Answer, Description, FieldNote, PostMortem, Whereabouts
from search.errors import NotFound
from search.filing import own_reports
from search.filing.own_reports import find_own_reports, read_own_report
from search.filing.reporting_found_persons import report_found
from search.models import Account, Organisation
from search.storage.database import Database
from search.vocabulary import OrganisationKind, ReportKind
from tests.search.scene import NOW

DAY = datetime.date(2025, 7, 3)
TODAY = NOW.date()


def new_shelter(database: Database) -> Actor:
    """Somebody of a shelter of its own."""
    organisation, account = uuid.uuid4(), uuid.uuid4()
    with database.transaction() as session:
        session.add(Organisation(id=organisation, name=f"Casa {organisation}", kind=OrganisationKind.SHELTER))
        session.flush()
        login = f"clerk-{account}"
        session.add(Account(id=account, organisation_id=organisation, role="partner", login=login, password_hash=""))
    return replace(clerk_of(organisation), account_id=account)


@pytest.fixture
def shelter(database: Database) -> Actor:
    return new_shelter(database)


def sends(
    database: Database, actor: Actor, number: str, name: str, place: str = "", day: datetime.date = DAY
) -> uuid.UUID:
    event = Event(PartialDate(day, day, DatePrecision.DAY), Place(text=place, countries=("MX",)))
    found = Description(names=(PersonName(name),), event=event)
    command = ReportFound(kind=ReportKind.SHELTER, sender_number=number, found=found)
    with database.transaction() as session:
        return report_found(session, actor, command, now=NOW).report_id


def finds(database: Database, actor: Actor, words: str, page: int = 1) -> list[str]:
    with database.reading() as session:
        found = find_own_reports(session, actor, words, today=TODAY, page=page)
    return [one.sender_number for one in found.reports]


def test_reports_are_found_by_number_name_place_and_date(database: Database, shelter: Actor) -> None:
    sends(database, shelter, "CI-1", "Amina Warsame", "Calle Falsa 7, Tapachula")
    sends(database, shelter, "CI-2", "Éric Diallo", "Harbour", datetime.date(2024, 1, 2))
    assert finds(database, shelter, "ci-1") == ["CI-1"]
    assert finds(database, shelter, "warsame amina") == ["CI-1"]
    assert finds(database, shelter, "eric") == ["CI-2"]
    assert finds(database, shelter, "falsa") == ["CI-1"]
    assert finds(database, shelter, "3 July 2025") == ["CI-1"]
    assert finds(database, shelter, "January 2024") == ["CI-2"]
    assert finds(database, shelter, "CI") == ["CI-2", "CI-1"]
    assert finds(database, shelter, "zarzuela") == []
    assert finds(database, shelter, "amina zarzuela") == []
    assert finds(database, shelter, "???") == []


def test_nobody_finds_or_reads_the_reports_of_another_organisation(database: Database, shelter: Actor) -> None:
    report = sends(database, shelter, "CI-1", "Amina")
    other = new_shelter(database)
    assert finds(database, other, "Amina") == []
    assert finds(database, other, "CI-1") == []
    for asked in (report, uuid.UUID(int=7)):
        with database.reading() as session, pytest.raises(NotFound):
            read_own_report(session, other, asked)


def test_no_more_than_the_newest_are_opened_and_an_older_one_is_found_by_its_exact_number(
    database: Database, shelter: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_reports, "MOST_SEARCHED", 2)
    for number in range(4):
        sends(database, shelter, f"CI-{number}", "Amina")
    assert finds(database, shelter, "Amina") == ["CI-3", "CI-2"]
    assert finds(database, shelter, "CI-0") == ["CI-0"]
    with database.reading() as session:
        assert not find_own_reports(session, shelter, "Amina", today=TODAY).all_searched


def test_a_page_of_what_was_found_goes_on_where_the_last_one_ended(
    database: Database, shelter: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_reports, "PAGE", 2)
    for number in range(3):
        sends(database, shelter, f"CI-{number}", "Amina")
    assert finds(database, shelter, "Amina", page=2) == ["CI-0"]


def test_one_report_is_read_with_all_that_was_sent(database: Database, shelter: Actor) -> None:
    noted = FieldNote(field="whereabouts.minor", answer=Answer.UNKNOWN)
    command = ReportFound(
        kind=ReportKind.SHELTER,
        found=Description(names=(PersonName("Amina"),)),
        whereabouts=Whereabouts(condition="a broken arm", notes=(noted,)),
        provenance_notes=(FieldNote(field="provenance.source_date", words="last week"),),
    )
    with database.transaction() as session:
        report = report_found(session, shelter, command, now=NOW).report_id
    with database.reading() as session:
        whole = read_own_report(session, shelter, report)
    assert whole.documents["whereabouts"] == command.whereabouts
    assert whole.documents["provenance"].notes == command.provenance_notes
    assert PostMortem not in map(type, whole.documents.values())
