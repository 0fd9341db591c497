"""The golden tables: pairs of parts and of whole names whose relation is known, across scripts and structures."""

import pytest

from matching.comparisons.names import name_sum
from matching.names.parts import prepare_part, prepare_parts
from matching.names.similarity import Likeness, likeness
from matching.prepared import PreparedName
from tests.matching.golden_tables import golden_rows

ALIKE = {Likeness.SAME, Likeness.SAME_SOUND, Likeness.NEAR, Likeness.NICKNAME}
PARTS = {
    "alike": ALIKE,
    "weak": {Likeness.NEAR, Likeness.SIMILAR},
    "unlike": {Likeness.NONE, Likeness.SIMILAR},
}
# Bits of rarity in common, least and most. Brothers share a family, which is much, and never enough.
NAMES = {"alike": (5.5, 60.0), "brothers": (-4.0, 13.0), "weak": (-8.0, 8.0), "unlike": (-60.0, 0.0)}


def _name(text: str) -> PreparedName:
    return PreparedName(prepare_parts(text), short=False)


def _ids(row: dict[str, str]) -> str:
    return f"{row['one']} / {row['other']}: {row['why']}"


def test_the_tables_hold_enough_cases() -> None:
    assert len(golden_rows("parts.tsv")) + len(golden_rows("names.tsv")) >= 150


@pytest.mark.parametrize("row", golden_rows("parts.tsv"), ids=_ids)
def test_parts_are_as_alike_as_people_say(row: dict[str, str]) -> None:
    one, other = prepare_part(row["one"].casefold()), prepare_part(row["other"].casefold())
    assert likeness(one, other) in PARTS[row["relation"]]
    assert likeness(one, other) is likeness(other, one)


@pytest.mark.parametrize("row", golden_rows("names.tsv"), ids=_ids)
def test_names_share_as_much_as_people_say(row: dict[str, str]) -> None:
    least, most = NAMES[row["relation"]]
    assert least <= name_sum(_name(row["one"]), _name(row["other"])) <= most


@pytest.mark.parametrize("row", [row for row in golden_rows("names.tsv") if row["relation"] == "brothers"], ids=_ids)
def test_a_brother_shares_clearly_less_than_the_person(row: dict[str, str]) -> None:
    assert name_sum(_name(row["one"]), _name(row["other"])) < name_sum(_name(row["one"]), _name(row["one"])) - 4
