"""Common parts of names are common, rare ones rare, and there are always some that nobody listed."""

from collections import Counter

import pytest

from benchmarks.invented.culture_name_parts import Mould, Part, Parts
from benchmarks.invented.cultures import Culture, shipped_cultures
from tests.benchmarks.invented.chance import chance

CULTURES = {culture.code: culture for culture in shipped_cultures().every}


def test_a_part_is_the_rarer_the_later_it_is_listed() -> None:
    parts = Parts([Part(letter, (letter,)) for letter in "abcdefgh"], [], 0.0)
    rng = chance(1)
    drawn = Counter(parts.draw(rng).native for _ in range(8_000))
    assert [letter for letter, _ in drawn.most_common()] == list("abcdefgh")
    assert drawn["a"] > 2 * drawn["d"]


def test_every_stem_goes_with_every_ending_after_the_listed_parts() -> None:
    mould = Mould((Part("ал", ("al",)), Part("бо", ("bo",))), (Part("ов", ("ov", "off")), Part("ин", ("in",))))
    assert [part.native for part in mould.every()] == ["алов", "алин", "боов", "боин"]
    assert next(mould.every()).spellings == ("alov", "aloff")
    assert len(Parts([Part("я", ("ya",))], [mould], 0.0)) == 5


def test_a_root_stands_in_a_pattern_and_its_vowels_are_heard_in_two_ways() -> None:
    mould = Mould((Part("رشد", ("r-sh-d",)),), (Part("1ا23", ("1a2i3",)),), patterns=True)
    assert next(mould.every()) == Part("راشد", ("Rashid", "Rashed"))


@pytest.mark.parametrize("culture", CULTURES.values(), ids=CULTURES)
def test_each_culture_has_parts_enough_and_clerks_spell_them_in_more_than_one_way(culture: Culture) -> None:
    rng = chance(2)
    assert sum(len(parts) for kind, parts in culture.parts.items() if kind != "nickname") >= 40
    for kind, parts in culture.parts.items():
        drawn = {parts.draw(rng) for _ in range(300)}
        assert len(drawn) >= 5, kind
        assert all(part.native.strip() and all(part.spellings) for part in drawn)
        assert sum(len({part.native, *part.spellings}) > 1 for part in drawn) > len(drawn) * 0.9


def test_coined_parts_are_none_of_those_that_are_listed_or_composed() -> None:
    families = CULTURES["spanish"].parts["family"]
    rng = chance(3)
    drawn = Counter(families.draw(rng).native for _ in range(40_000))
    assert len(drawn) > len(families)
    assert sum(count == 1 for count in drawn.values()) > 300
