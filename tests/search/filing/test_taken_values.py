"""One list of what is no name and one of what is no telephone, at every door; the words stay."""

import dataclasses
import uuid

import pytest

from matching.record import NameKind, PersonName, Phone
from search.commands import AmendSearch, RegisterSearch, ReportFound
from search.documents import Answer, Description, FieldNote, Filing, Identifiers, Journey
from search.filing.case_view import read_case
from search.filing.taken_values import taken_report, taken_search
from search.models import FoundReport
from search.records.sections import read_section
from search.values.name_cells import read_names
from search.vocabulary import Channel, ReportKind
from tests.search.scene import NOW, Scene, family_of
from tests.search.values.test_no_names import EACH

NAMES, PHONES = "description.names", "identifiers.phones"
EVERY = [text for _, text in EACH]


def person(*texts: str) -> Description:
    return Description(names=tuple(PersonName(text) for text in texts), words="he limps")


def reported(scene: Scene, channel: Channel) -> Description:
    """What the report says that was just stored."""
    report = ReportFound(kind=ReportKind.SHELTER, found=person(*EVERY), channel=channel)
    receipt = scene.report(report)
    with scene.database.reading() as session:
        number = session.query(FoundReport).filter(FoundReport.id == receipt.report_id).one().number
        stored = read_section(session, number, Description)
    assert stored is not None
    return stored


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.API])
def test_by_form_and_by_program_a_report_keeps_no_names_in_words(scene: Scene, channel: Channel) -> None:
    stored = reported(scene, channel)
    assert stored.names == ()
    assert stored.notes == (FieldNote(field=NAMES, words="\n".join(EVERY)),)


def test_a_family_s_search_keeps_them_where_they_were_asked_for(scene: Scene) -> None:
    case = scene.file(RegisterSearch(sought=person(*EVERY)))
    with scene.database.reading() as session:
        kept = read_case(session, family_of(case), case.case_id, now=NOW).sought
    assert kept.names == ()
    assert kept.notes == (FieldNote(field=f"{NAMES}:full", words="\n".join(EVERY)),)


def test_what_a_family_changes_is_read_likewise() -> None:
    amended = AmendSearch(
        case_id=uuid.UUID(int=1), sought=person("Desconocido"), identifiers=Identifiers(), filing=Filing()
    )
    assert taken_search(amended).sought.names == ()


@pytest.mark.parametrize("text", EVERY)
def test_a_cell_of_a_sheet_gives_no_name(text: str) -> None:
    assert read_names(text) == ()


def test_of_a_name_with_a_missing_part_the_rest_is_a_name() -> None:
    report = ReportFound(kind=ReportKind.SHELTER, found=person("FNU Rahman", "Samir Haddad"))
    found = taken_report(report).found
    assert [name.text for name in found.names] == ["Rahman", "Samir Haddad"]
    assert found.notes == (FieldNote(field=NAMES, words="FNU Rahman"),)


def test_notes_of_elements_stay_with_theirs() -> None:
    notes = (
        FieldNote(field=f"{NAMES}.kind", words="lost with it", element=0),
        FieldNote(field=f"{NAMES}.kind", answer=Answer.UNKNOWN, element=1),
    )
    found = Description(names=(PersonName("NN"), PersonName("Amina", NameKind.NICKNAME)), notes=notes)
    taken = taken_report(ReportFound(kind=ReportKind.SHELTER, found=found)).found
    assert taken.names == (PersonName("Amina", NameKind.NICKNAME),)
    assert FieldNote(field=f"{NAMES}.kind", answer=Answer.UNKNOWN, element=0) in taken.notes
    assert FieldNote(field=NAMES, words="NN\nlost with it") in taken.notes


def test_companions_without_a_name_stay_in_words() -> None:
    sought = Description(journey=Journey(companions=(PersonName("Unknown man"), PersonName("Idris"))))
    taken = taken_search(RegisterSearch(sought=sought)).sought
    assert taken.journey == Journey(companions=(PersonName("Idris"),))
    assert taken.notes == (FieldNote(field="description.journey.companions", words="Unknown man"),)


def test_a_number_that_only_fills_the_field_stays_in_words() -> None:
    numbers = Identifiers(phones=(Phone("0000000000"), Phone("+584125551234")))
    taken = taken_report(ReportFound(kind=ReportKind.SHELTER, found=person("Amina"), identifiers=numbers)).identifiers
    assert taken.phones == (Phone("+584125551234"),)
    assert taken.notes == (FieldNote(field=PHONES, words="0000000000"),)


def test_what_has_names_and_numbers_alone_is_left_as_it_is() -> None:
    report = ReportFound(
        kind=ReportKind.SHELTER, found=person("Amina"), identifiers=Identifiers(phones=(Phone("+2917112233"),))
    )
    assert taken_report(report) == report
    assert dataclasses.replace(report, found=person("Nada")) == taken_report(
        dataclasses.replace(report, found=person("Nada"))
    )


def test_two_reports_of_unknown_people_are_not_proposed_as_one(scene: Scene) -> None:
    for number in ("1", "2"):
        scene.report(ReportFound(kind=ReportKind.SHELTER, sender_number=number, found=person("Paciente desconocido")))
    case = scene.file(RegisterSearch(sought=person("Paciente desconocido")))
    scene.match()
    assert case.reference
    assert scene.proposals() == {}
