"""What travellers have in common as keys: two parts of a name, a vessel with its month, an incident."""

import pytest

from matching import Engine
from matching.record import MatchRecord, NameKind, PersonName, Side
from search.groups.group_keys import COMPANION, NAMED, Travelled, group_keys, name_keys, vessel_keys
from search.groups.near_incidents import IncidentsNear
from tests.search.groups.keyed_records import record
from tests.search.scene import Scene
from tests.search.travellers import (
    TESFALEM,
    TESFALEM_HEARD,
    YESSENIA,
    shipwreck,
)

FAMILIES = ("Alvarenga", "Quintanilla", "Toktosunov", "Bouziane", "Guuleed")
ENGINE = Engine.load()


def keys_of(kind: str, name: str) -> frozenset[str]:
    prepared = Engine.load().prepare(MatchRecord(side=Side.SOUGHT, names=(PersonName(name),)))
    return name_keys(kind, prepared.names)


def test_a_name_has_keys_of_two_parts_that_are_the_same_in_another_script_and_order() -> None:
    assert keys_of(NAMED, TESFALEM) & keys_of(NAMED, TESFALEM_HEARD)
    assert keys_of(NAMED, "Kidanemariam Tesfalem") == keys_of(NAMED, TESFALEM_HEARD)
    assert all(key.startswith("named:") and "+" in key for key in keys_of(NAMED, TESFALEM))


@pytest.mark.parametrize("name", ["Tesfalem", "", "ተስፋለም"])
def test_a_single_name_has_no_key_because_many_bear_it(name: str) -> None:
    assert keys_of(COMPANION, name) == frozenset()


def test_names_that_share_one_part_only_share_no_key() -> None:
    assert keys_of(NAMED, "Tesfalem Kidanemariam").isdisjoint(keys_of(NAMED, "Tesfalem Woldegebriel"))


def test_a_vessel_is_its_own_words_with_the_month() -> None:
    sought = vessel_keys(record(vessel="el barco «Santa Inés II»"))
    found = vessel_keys(record(side=Side.FOUND, vessel="SANTA INES II"))
    assert found == {"vessel:santa ines ii:2025-06"}
    assert sought == {"vessel:santa ines ii:2025-06", "vessel:santa ines ii:2025-07"}


@pytest.mark.parametrize("vessel", ["", "a blue rubber boat", "patera", "قارب مطاطي", "?", "B"])
def test_words_that_name_no_single_vessel_make_no_key(vessel: str) -> None:
    assert vessel_keys(record(vessel=vessel)) == frozenset()


def test_a_vessel_without_a_date_or_within_half_a_year_makes_no_key() -> None:
    assert vessel_keys(Travelled(1, MatchRecord(side=Side.SOUGHT), "Santa Inés")) == frozenset()
    assert vessel_keys(record(vessel="Santa Inés", last=5)) == frozenset()


def test_all_kinds_of_keys_are_made_of_one_record(scene: Scene) -> None:
    shipwreck(scene)
    one = record(vessel="Santa Inés", names=[TESFALEM], companions=[YESSENIA])
    with scene.database.reading() as session:
        keys = group_keys(IncidentsNear(session), one, Engine.load().prepare(one.view))
    assert {key.partition(":")[0] for key in keys} == {"incident", "vessel", "named", "companion"}
    assert "incident:2025.INV0001" in keys


def test_nicknames_and_the_thirteenth_companion_make_no_key() -> None:
    nickname = MatchRecord(side=Side.SOUGHT, names=(PersonName("El Flaco Invented", NameKind.NICKNAME),))
    assert name_keys(COMPANION, ENGINE.prepare(nickname).names) == frozenset()
    crowd = tuple(PersonName(f"{first} {second}") for first in ("Wilmer", "Nurbek", "Yessenia") for second in FAMILIES)
    prepared = ENGINE.prepare(MatchRecord(side=Side.SOUGHT, companions=crowd))
    assert name_keys(COMPANION, prepared.companions) == name_keys(COMPANION, prepared.companions[:12])


def test_a_record_makes_a_bounded_number_of_keys_of_a_kind() -> None:
    long = " ".join(FAMILIES) * 3
    assert len(keys_of(NAMED, long)) <= 120
