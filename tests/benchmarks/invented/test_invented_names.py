"""Names follow the customs of those who bear them."""

import unicodedata
from itertools import islice

import pytest

from benchmarks.invented.cultures import Culture, shipped_cultures
from benchmarks.invented.invented_names import InventedName, invent_name
from matching.record import Sex
from tests.benchmarks.invented.chance import chance

CULTURES = {culture.code: culture for culture in shipped_cultures().every}


def named(code: str, sex: Sex = Sex.FEMALE, many: int = 200) -> list[InventedName]:
    """Many people of one culture."""
    rng = chance(5)
    return [invent_name(CULTURES[code], sex, rng) for _ in range(many)]


def test_cultures_of_all_the_named_regions_are_there_in_their_own_scripts() -> None:
    scripts = {
        unicodedata.name(next(letter for letter in named(code, many=1)[0].native if letter.isalpha())).split()[0]
        for code in CULTURES
    }
    assert scripts == {
        "LATIN",
        "ARABIC",
        "ETHIOPIC",
        "BENGALI",
        "DEVANAGARI",
        "TAMIL",
        "CJK",
        "HANGUL",
        "MYANMAR",
        "CYRILLIC",
        "GEORGIAN",
        "ARMENIAN",
    }
    assert len(CULTURES) >= 20


def test_most_people_with_spanish_names_have_two_surnames() -> None:
    assert sum(len(name.parts) >= 3 for name in named("spanish")) > 180


def test_a_chain_of_fathers_has_two_to_four_names() -> None:
    assert {len(name.parts) for name in named("arabic")} == {2, 3, 4}


def test_chinese_and_korean_names_are_written_without_a_space_family_first() -> None:
    for name in named("chinese") + named("korean"):
        assert " " not in name.native
        assert name.native.startswith(name.parts[0].native)


def test_a_woman_s_slavic_family_name_and_her_father_s_name_have_her_endings() -> None:
    women, men = named("russian"), named("russian", Sex.MALE)
    assert not any(name.parts[-1].native.endswith(("ов", "ский")) for name in women)
    assert any(name.parts[-1].native.endswith("ова") for name in women)
    assert all(name.parts[1].native.endswith(("овна", "евна")) for name in women if len(name.parts) == 3)
    assert all(name.parts[1].native.endswith(("ович", "евич")) for name in men if len(name.parts) == 3)


def test_some_people_have_a_nickname_and_most_have_none() -> None:
    nicknamed = sum(bool(name.nickname) for name in named("spanish", many=1_000))
    assert 20 < nicknamed < 120


@pytest.mark.parametrize("culture", CULTURES.values(), ids=CULTURES)
def test_the_same_seed_gives_the_same_names(culture: Culture) -> None:
    one, other = (
        [invent_name(culture, Sex.MALE, rng).native for rng in islice([chance(9)] * 20, 20)] for _ in range(2)
    )
    assert one == other
    assert len(set(one)) > 10
