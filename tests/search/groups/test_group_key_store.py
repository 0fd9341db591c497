"""Records that belong together share keys, which nobody can read and which the engine's candidates never meet."""

from typing import Any

import pytest
from sqlalchemy import select

from matching import Engine
from matching.record import Event, MatchRecord, PartialDate, PersonName, Side
from search.groups.group_key_store import add_group_keys, holders, travelled
from search.groups.group_keys import COMPANION, NAMED, Travelled, group_keys, name_keys, vessel_keys
from search.models import BlockingKey, KeySide, RecordSide
from search.records.blocking_keys import candidates, drop_keys
from search.storage.encryption import Vault
from tests.search.scene import Scene
from tests.search.travellers import (
    DAY,
    TESFALEM,
    TESFALEM_HEARD,
    YESSENIA,
    ZUWARA,
    bring_together,
    find,
    seek,
    shipwreck,
)

IN_GROUP = [KeySide.SOUGHT_IN_GROUP.value, KeySide.FOUND_IN_GROUP.value]


def record(number: int = 1, side: Side = Side.SOUGHT, vessel: str = "", last: int = 0, **said: Any) -> Travelled:
    names: dict[str, Any] = {
        field: tuple(PersonName(one) for one in said.get(field, ())) for field in ("names", "companions")
    }
    when = PartialDate(DAY, DAY.replace(month=DAY.month + last))
    return Travelled(number, MatchRecord(side=side, event=Event(when, ZUWARA), **names), vessel)


def keys_of(kind: str, name: str) -> frozenset[str]:
    prepared = Engine.load().prepare(MatchRecord(side=Side.SOUGHT, names=(PersonName(name),)))
    return name_keys(kind, prepared.names)


def stored(scene: Scene) -> list[tuple[int, int, int]]:
    columns = (BlockingKey.side, BlockingKey.digest, BlockingKey.record_number)
    with scene.database.reading() as session:
        rows = session.execute(select(*columns).where(BlockingKey.side.in_(IN_GROUP)))
        return sorted((side, digest, number) for side, digest, number in rows)


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
        keys = group_keys(session, one, Engine.load().prepare(one.view))
    assert {key.partition(":")[0] for key in keys} == {"incident", "vessel", "named", "companion"}
    assert "incident:2025.INV0001" in keys


def test_keys_are_stored_as_digests_under_numbers_of_their_own(scene: Scene, vault: Vault) -> None:
    shipwreck(scene)
    search, report = seek(scene, TESFALEM), find(scene, TESFALEM_HEARD)
    bring_together(scene)
    assert {(side, number) for side, _, number in stored(scene)} == {(2, search), (3, report)}
    assert (2, vault.digest("group", "incident:2025.INV0001"), search) in stored(scene)


def test_the_engines_candidates_do_not_meet_through_them(scene: Scene) -> None:
    search = seek(scene, "")
    with scene.database.transaction() as session:
        add_group_keys(session, [record(search, vessel="Santa Inés")])
    with scene.database.reading() as session:
        for side in RecordSide:
            assert candidates(session, side, ["vessel:santa ines:2025-06"]) == []
        assert holders(session, ["vessel:santa ines:2025-06"]) == {"vessel:santa ines:2025-06": [search]}


def test_adding_by_hand_gives_what_the_pass_gives(scene: Scene) -> None:
    shipwreck(scene)
    number = seek(scene, TESFALEM, companions=[YESSENIA], vessel="Santa Inés")
    bring_together(scene)
    by_pass = stored(scene)
    with scene.database.transaction() as session:
        drop_keys(session, number)
        add_group_keys(session, travelled(session, [number]))
    assert stored(scene) == by_pass != []


def test_a_key_that_very_many_hold_is_not_followed(scene: Scene) -> None:
    numbers = [seek(scene, "") for _ in range(41)]
    with scene.database.transaction() as session:
        add_group_keys(session, [record(number, vessel="Santa Inés") for number in numbers])
    with scene.database.reading() as session:
        assert holders(session, ["vessel:santa ines:2025-06"]) == {}


def test_nothing_of_a_name_is_in_what_is_stored(scene: Scene) -> None:
    seek(scene, TESFALEM, companions=[YESSENIA], vessel="Santa Inés")
    bring_together(scene)
    assert all(isinstance(value, int) for row in stored(scene) for value in row)
