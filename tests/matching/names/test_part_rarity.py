"""A part is as common as where it is commonest; what few bear is not told; an installation's own numbers count."""

import math
import pickle
from types import MappingProxyType

import pytest

from matching.names.batch_comparison import compare_batch
from matching.names.name_columns import NameColumns
from matching.names.name_comparison import compare_prepared, prepare
from matching.names.part_rarity import (
    LEAST_BEARERS,
    LEAST_PEOPLE,
    SHIPPED_RARITIES,
    UNLISTED_BITS,
    PartCounts,
    PartRarities,
    coarse,
    count_parts,
    part_rarities,
)
from matching.names.tables import read_rows

# The coarse sounds of two invented names, which nobody in the gallery bears.
RARE, RARER = "qurvandil", "zubmirtak"


def people(bearing: dict[str, int], others: int) -> list[list[str]]:
    """So many bearers of each sound, and others who bear a sound of their own."""
    return [[sound] for sound, bearers in bearing.items() for _ in range(bearers)] + [[f"s{n}"] for n in range(others)]


def test_the_shipped_table_lists_coarse_sounds_the_commonest_first() -> None:
    rows = read_rows("part_frequencies.tsv")
    assert len(rows) > 5000
    assert [sound for sound, _ in rows if not sound or coarse(sound) != sound] == []
    assert rows == sorted(rows, key=lambda row: (-float(row[1]), row[0]))
    assert len({sound for sound, _ in rows}) == len(rows)


def test_the_shipped_table_finds_the_parts_that_it_was_made_of() -> None:
    for common in ("Muhammad", "José", "Kim", "David", "Ibrahim"):
        (part,) = prepare(common).parts
        assert part.rarity < 10, common
        assert part.rarity < UNLISTED_BITS, common


def test_the_commonest_sound_tells_how_rare_a_part_is() -> None:
    bits = SHIPPED_RARITIES.bits
    assert bits((RARE, "muhamad")) == bits(("muhamad",)) < bits((RARE,)) == bits(())
    assert bits((RARE,)) == UNLISTED_BITS


def test_a_part_is_as_common_as_in_the_culture_where_it_is_commonest() -> None:
    counted = count_parts({"ER": people({"tisfai": 60}, 540), "SV": people({"tisfai": 0}, 2400)})
    share = 60 / 3000
    assert counted["tisfai"] == pytest.approx(1e6 * (60 + 200 * share) / 800)
    assert counted["tisfai"] > 1e6 * share


def test_one_culture_alone_is_counted_as_it_is() -> None:
    assert count_parts({"": people({"tisfai": 50}, 950)}) == {"tisfai": pytest.approx(50_000)}


def test_in_a_culture_that_lacks_a_part_it_does_not_become_rarer_than_among_all() -> None:
    few = {"GM": people({"lamin": 12}, 100), "SV": people({}, 900)}
    assert count_parts(few)["lamin"] == pytest.approx(1e6 * 12 / 1012)


def test_a_culture_of_few_people_tells_nothing_by_itself() -> None:
    few = count_parts({"GM": people({"lamin": 20}, LEAST_PEOPLE - 21), "SV": people({}, 801)})
    enough = count_parts({"GM": people({"lamin": 20}, LEAST_PEOPLE - 20), "SV": people({}, 800)})
    assert few["lamin"] == pytest.approx(20_000)
    assert enough["lamin"] == pytest.approx(1e6 * (20 + 200 * 0.02) / 400)


def test_what_fewer_than_ten_bear_is_not_told() -> None:
    counted = count_parts({"ER": people({"tisfai": LEAST_BEARERS, "tikli": LEAST_BEARERS - 1}, 500)})
    assert set(counted) == {"tisfai"}


def test_nothing_is_told_of_fewer_than_two_hundred_people() -> None:
    assert count_parts({"ER": people({"tisfai": 199}, 0)}) == {}
    assert count_parts({}) == {}
    assert count_parts({"ER": people({"tisfai": 200}, 0)}) == {"tisfai": 1_000_000.0}


def test_a_culture_counts_from_two_hundred_people_on() -> None:
    counts = PartCounts()
    for number in range(LEAST_PEOPLE):
        assert counts.cultures == 0
        counts.add([f"s{number}"], ["ER"])
    assert counts.cultures == 1
    assert (LEAST_BEARERS, LEAST_PEOPLE) == (10, 200)


def test_what_no_table_lists_is_borne_by_forty_people_in_a_million() -> None:
    assert math.log2(1e6 / 40) == UNLISTED_BITS


def test_vowels_that_clerks_confuse_are_one_and_doubled_sounds_once() -> None:
    sounds = {"husein": "husin", "kerim": "kirim", "moro": "muru", "k@r~m": "karim", "aya": "aia", "awa": "aua"}
    assert {sound: coarse(sound) for sound in sounds} == sounds


def test_a_person_bears_a_sound_once_and_counts_once_for_each_culture() -> None:
    counts = PartCounts()
    for _ in range(LEAST_BEARERS - 1):
        counts.add(["tisfai", "tisfai"], ["ER", "ET", "ET"])
    for number in range(300):
        counts.add([f"s{number}"], ["ER"])
    counts.add([], ["SV"])
    assert (counts.people, counts.cultures) == (309, 1)
    assert counts.per_million() == {}
    counts.add(["tisfai"], ["ET"])
    assert counts.per_million()["tisfai"] == pytest.approx(1e6 * 10 / 310)


def test_the_larger_of_the_shipped_and_the_counted_numbers_counts() -> None:
    counted = part_rarities({RARE: 5000.0, RARER: 1.0, "muhamad": 1.0, "kim": 400_000.0})
    assert counted.bits((RARE,)) == pytest.approx(math.log2(200))
    assert counted.bits((RARE,)) < UNLISTED_BITS
    assert counted.bits((RARER,)) == counted.bits(())
    assert counted.per_million["muhamad"] == SHIPPED_RARITIES.per_million["muhamad"]
    assert counted.per_million["kim"] == 400_000.0 > SHIPPED_RARITIES.per_million["kim"]


def test_sharing_a_name_is_worth_less_where_it_is_known_to_be_common() -> None:
    name = "Qorvandil Zubmertak"
    (part, _) = prepare(name).parts
    common = part_rarities({coarse(reading.sound): 20_000.0 for reading in part.readings})
    for _ in range(2):
        told = [compare_prepared(prepare(name, one), prepare(name, one)) for one in (SHIPPED_RARITIES, common)]
        assert told[1].match_weight < told[0].match_weight - 4


def test_parts_that_are_joined_while_comparing_are_as_rare_as_the_parts_that_they_are_made_of_were_counted() -> None:
    common = part_rarities({coarse(one.sound): 900_000.0 for one in prepare("Qorvandilzub").parts[0].readings})
    apart, whole = "Qorvan Dilzub", "Qorvandilzub"
    rare, known = (compare_prepared(prepare(apart, one), prepare(whole, one)) for one in (SHIPPED_RARITIES, common))
    assert known.match_weight < rare.match_weight - 4
    columns = (NameColumns.of([prepare(whole, one)]) for one in (SHIPPED_RARITIES, common))
    queries = (prepare(apart, one) for one in (SHIPPED_RARITIES, common))
    weights = [compare_batch(one, many)[0] for one, many in zip(queries, columns, strict=True)]
    assert weights == pytest.approx([rare.match_weight, known.match_weight], abs=0.01)


def test_what_was_counted_has_a_version_of_its_own() -> None:
    assert (SHIPPED_RARITIES.version, part_rarities({})) == ("", SHIPPED_RARITIES)
    first = part_rarities({RARE: 5000.0, RARER: 90.0}).version
    assert part_rarities({RARER: 90.0, RARE: 5000.0}).version == first
    assert part_rarities({RARE: 5001.0, RARER: 90.0}).version not in {"", first}


def test_rarities_keep_no_hold_on_what_they_were_given_and_nobody_changes_them() -> None:
    given = {RARE: 5000.0}
    counted = part_rarities(given)
    given.clear()
    assert counted.per_million[RARE] == 5000.0
    assert isinstance(counted.per_million, MappingProxyType)


def test_another_process_gets_what_was_counted_and_reads_its_own_shipped_table() -> None:
    counted = part_rarities({RARE: 5000.0})
    sent = pickle.dumps(counted)
    assert len(sent) < 500
    received: PartRarities = pickle.loads(sent)  # noqa: S301 - made two lines above
    assert (received.version, dict(received.per_million)) == (counted.version, dict(counted.per_million))
    assert pickle.loads(pickle.dumps(SHIPPED_RARITIES)) is SHIPPED_RARITIES  # noqa: S301 - made here
