"""Records that belong together share keys, which nobody can read and which the engine's candidates never meet."""

from sqlalchemy import select

from search.groups.group_key_store import add_group_keys, holders, travelled
from search.models import BlockingKey, KeySide, RecordSide
from search.records.key_digests import candidates, drop_keys
from search.storage.encryption import Vault
from tests.search.groups.keyed_records import record
from tests.search.scene import Scene
from tests.search.travellers import (
    TESFALEM,
    TESFALEM_HEARD,
    YESSENIA,
    bring_together,
    find,
    seek,
    shipwreck,
)

IN_GROUP = [KeySide.SOUGHT_IN_GROUP.value, KeySide.FOUND_IN_GROUP.value]


def stored(scene: Scene) -> list[tuple[int, int, int]]:
    columns = (BlockingKey.side, BlockingKey.digest, BlockingKey.record_number)
    with scene.database.reading() as session:
        rows = session.execute(select(*columns).where(BlockingKey.side.in_(IN_GROUP)))
        return sorted((side, digest, number) for side, digest, number in rows)


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
