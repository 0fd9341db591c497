"""A witness without an account tells the committee whom they saw; it is seen, never found."""

import pytest
from sqlalchemy import func, select

from matching.record import Event, NameKind, PersonName, Place
from search.access import ANYONE, Actor
from search.commands import FileWitness
from search.documents import Description, Provenance, Whereabouts
from search.errors import AccessDenied, Refused
from search.filing.witnessing import file_witness
from search.models import FoundReport
from search.records.sections import read_section
from search.vocabulary import ReportKind
from tests.search.scene import NOW, Scene

SEEN = Description(
    names=(PersonName("Hodan Warsame", NameKind.FULL),),
    event=Event(place=Place(text="Calle Falsa 7, Zuwara", countries=("LY",))),
)


def tells(scene: Scene, *, seen: Description = SEEN, key: str = "k", actor: Actor = ANYONE) -> None:
    command = FileWitness(seen=seen, told_by="Abdi", told_by_contact="evenings", key=key)
    with scene.database.transaction() as session:
        file_witness(session, actor, command, now=NOW)


def reports(scene: Scene) -> int:
    with scene.database.reading() as session:
        return session.execute(select(func.count()).select_from(FoundReport)).scalar_one()


def test_a_statement_goes_to_the_committee_as_seen_and_the_exact_place_stays_back(scene: Scene) -> None:
    tells(scene)
    with scene.database.reading() as session:
        report = session.scalars(select(FoundReport)).one()
        told = read_section(session, report.number, Provenance)
        described = read_section(session, report.number, Description)
        exact = read_section(session, report.number, Whereabouts)
    assert (report.kind, report.organisation_id) == (ReportKind.WITNESS, scene.committee)
    assert told is not None
    assert (told.told_by, told.told_by_contact) == ("Abdi", "evenings")
    assert described is not None
    assert described.event is not None
    assert described.event.place == Place(countries=("LY",))
    assert exact is not None
    assert exact.found == SEEN.event


def test_two_presses_are_one_statement_and_two_witnesses_of_one_person_are_two(scene: Scene) -> None:
    tells(scene)
    tells(scene)
    assert reports(scene) == 1
    tells(scene, key="another")
    assert reports(scene) == 2


def test_a_statement_that_says_nothing_is_not_taken(scene: Scene) -> None:
    with pytest.raises(Refused, match="witness_says_nothing"):
        tells(scene, seen=Description())
    assert reports(scene) == 0


def test_organisations_tell_it_through_their_own_door(scene: Scene) -> None:
    with pytest.raises(AccessDenied):
        tells(scene, actor=scene.shelter)
