"""Who is tied to the people of a pair: by incident, by vessel, and by names that are looked at again."""

import pytest

from matching import Engine
from matching.prepared_record import RecordName
from matching.record import MatchRecord, NameKind, PersonName, Place, Side
from search.groups.group_key_store import travelled
from search.groups.group_ties import rank, same_person, ties
from search.vocabulary import GroupReason
from tests.search.scene import Scene
from tests.search.travellers import (
    NURBEK,
    NURBEK_HEARD,
    TESFALEM,
    TESFALEM_HEARD,
    YESSENIA,
    YESSENIA_HEARD,
    bring_together,
    find,
    seek,
    shipwreck,
)

FAR = Place("Quetzaltenango", ("GT",), 14.83, -91.52)


def tied(scene: Scene, *pair: int, incidents: tuple[str, ...] = ()) -> dict[int, set[str]]:
    bring_together(scene)
    with scene.database.reading() as session:
        found = ties(session, travelled(session, pair), incidents)
    return {number: {reason.value for reason in reasons} for number, reasons in found.items()}


def test_near_the_same_incident_belongs_together_on_either_side(scene: Scene) -> None:
    shipwreck(scene)
    mine, other, report = seek(scene, TESFALEM), seek(scene, NURBEK), find(scene, YESSENIA)
    seek(scene, YESSENIA, place=FAR)
    assert tied(scene, mine, incidents=("2025.INV0001",)) == {other: {"same_incident"}, report: {"same_incident"}}
    assert tied(scene, mine) == {}


def test_the_same_vessel_in_the_same_month_belongs_together(scene: Scene) -> None:
    mine = seek(scene, TESFALEM, vessel="Santa Inés", place=FAR)
    other = find(scene, NURBEK, vessel="barco SANTA INES")
    find(scene, YESSENIA, vessel="Santa Marta")
    assert tied(scene, mine) == {other: {"same_vessel"}}


def test_whom_a_family_names_is_found_in_another_script(scene: Scene) -> None:
    mine = seek(scene, YESSENIA, companions=[TESFALEM], place=FAR)
    other = find(scene, TESFALEM_HEARD)
    assert tied(scene, mine) == {other: {"named_by_this_person"}}
    assert tied(scene, other) == {mine: {"names_this_person"}}


def test_naming_each_other_is_one_reason_and_the_strongest(scene: Scene) -> None:
    mine = seek(scene, YESSENIA, companions=[TESFALEM])
    other = seek(scene, TESFALEM, companions=[YESSENIA_HEARD])
    assert tied(scene, mine) == {other: {"names_each_other"}}
    assert rank([GroupReason.NAMES_EACH_OTHER]) < rank([GroupReason.NAMES_THIS_PERSON, GroupReason.SAME_INCIDENT])


def test_the_two_records_of_a_pair_are_taken_together_and_left_out(scene: Scene) -> None:
    search = seek(scene, YESSENIA, companions=[TESFALEM])
    report = find(scene, YESSENIA_HEARD, companions=[NURBEK_HEARD])
    companion, other = seek(scene, TESFALEM), seek(scene, NURBEK)
    assert tied(scene, search, report) == {companion: {"named_by_this_person"}, other: {"named_by_this_person"}}


@pytest.mark.parametrize("companion", ["Tesfalem", "Tesfalem Woldegebriel", "Hiwet Kidanemariam"])
def test_a_name_that_is_shared_in_part_ties_nobody(scene: Scene, companion: str) -> None:
    mine = seek(scene, YESSENIA, companions=[companion], place=FAR)
    seek(scene, TESFALEM)
    assert tied(scene, mine) == {}


def test_common_names_alone_are_not_surely_one_person() -> None:
    assert same_person(names("Tesfalem Kidanemariam"), names(TESFALEM))
    assert not same_person(names("Mohamed Ahmed"), names("Ahmad Muhammad"))
    assert not same_person(names("Tesfalem Kidanemariam", NameKind.NICKNAME), names(TESFALEM))
    assert not same_person((), names(TESFALEM))


def names(text: str, kind: NameKind = NameKind.FULL) -> tuple[RecordName, ...]:
    return Engine.load().prepare(MatchRecord(side=Side.SOUGHT, names=(PersonName(text, kind),))).names
