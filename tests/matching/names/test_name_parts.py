"""A name part made ready: readings, rarity, sets of consonants, bounds of what is read."""

import math

import pytest

from matching.names.gender_endings import Ending
from matching.names.letter_weights import SAME_WRITING
from matching.names.name_parts import class_bits, prepare_part
from matching.names.part_rarity import UNLISTED_BITS
from matching.names.readings.reading_result import Group
from matching.names.scripts import Script
from matching.names.shipped_weights import shipped_weights


def test_a_part_is_prepared_with_all_that_comparing_reads() -> None:
    part = prepare_part("paco")
    assert (part.written, part.native, part.script, part.groups, part.syllable) == (
        "paco",
        "paco",
        Script.LATIN,
        None,
        False,
    )
    assert [reading.text for reading in part.readings] == ["paco"]
    assert part.spoken == "pako"
    assert part.formal == {"fransisku"}
    assert (part.ending, part.stem) == (Ending.O, "bk")
    assert not part.initial
    assert part.firsts == 1 << (ord("p") - ord("@"))


def test_a_name_of_several_languages_and_a_common_name_are_known() -> None:
    assert "john" in prepare_part("juan").equivalents
    assert prepare_part("hussein").known == prepare_part("حسين").known == {"حسين"}


def test_the_consonants_of_every_reading_are_sure_and_those_of_any_possible() -> None:
    part = prepare_part("xuan")
    skeletons = [reading.skeleton for reading in part.readings]
    assert skeletons == ["ksn", "ksn", "xn", "cn"]
    assert part.surely == class_bits("n")
    assert part.perhaps == class_bits("ksnxc")
    assert part.longest == 3


def test_a_set_of_consonants_has_a_bit_for_each() -> None:
    assert class_bits("") == 0
    assert class_bits("b") == 0b10
    assert class_bits("bkb") == 0b10000000010


def test_only_scripts_that_write_their_vowels_say_how_a_part_begins() -> None:
    spoken = {word: prepare_part(word).spoken for word in ("карим", "كريم", "김", "कमला", "アキ", "סמיר", "明")}
    assert {word for word, sound in spoken.items() if sound} == {"карим", "कमला"}


def test_one_letter_is_an_initial_but_a_sign_that_is_a_syllable() -> None:
    initials = {written for written in ("k", "к", "ψ", "ك", "김", "明", "の", "ka") if prepare_part(written).initial}
    assert initials == {"k", "к", "ψ", "ك"}


def test_forms_of_a_han_character_are_one_native_form() -> None:
    assert prepare_part("陳").native == prepare_part("陈").native
    assert prepare_part("José").native == "jose"


def test_only_the_readings_asked_for_are_prepared_and_remembered() -> None:
    korean = frozenset({Group.KOREAN})
    part = prepare_part("林", korean)
    assert {reading.group for reading in part.readings} == korean
    assert part.groups == korean
    assert len(prepare_part("林").readings) > len(part.readings)


def test_one_part_prepared_twice_is_one_object() -> None:
    assert prepare_part("karim") is prepare_part("karim")
    assert prepare_part("karim") is not prepare_part("karim", syllable=True)


def test_a_listed_part_is_as_rare_as_the_table_says_however_long() -> None:
    assert prepare_part("muhammad").rarity < prepare_part("hussein").rarity < UNLISTED_BITS
    # As a syllable, to whose rarity no length is added.
    assert prepare_part("muhammad").rarity == prepare_part("muhammad", syllable=True).rarity


def test_an_unlisted_part_is_rarer_by_half_a_bit_a_sound_beyond_five_up_to_three_bits() -> None:
    rarities = [
        prepare_part(name).rarity - UNLISTED_BITS for name in ("qzomb", "qzombi", "qzombir", "qzombirkalu" + "vimo")
    ]
    assert rarities == pytest.approx([0.0, 0.5, 1.0, 3.0])
    assert prepare_part("qzombirkalu").rarity - UNLISTED_BITS == pytest.approx(3.0)
    assert prepare_part("qzombirkal").rarity - UNLISTED_BITS == pytest.approx(2.5)


def test_a_syllable_of_a_given_name_is_never_rarer_than_eight_bits() -> None:
    assert prepare_part("qzomb", syllable=True).rarity == 8.0
    assert prepare_part("kim", syllable=True).rarity == prepare_part("kim").rarity < 8.0


def test_of_more_than_four_readings_the_later_are_doubted_and_allow_half_the_difference() -> None:
    few, many = prepare_part("xuan"), prepare_part("林")
    assert [reading.doubt for reading in few.readings] == [0.0] * 4
    assert len(many.readings) > 4
    doubts = [reading.doubt for reading in many.readings]
    assert doubts[:3] == pytest.approx([0.0, 0.5, 0.5 * math.log2(3)])
    assert {reading.slack for reading in many.readings if reading.doubt and len(reading.skeleton) <= 4} == {1}


def test_a_short_skeleton_allows_two_other_consonants_and_a_long_one_four() -> None:
    assert [prepare_part(name).slack for name in ("karim", "karimov", "karimovsk")] == [2, 2, 4]


def test_at_most_fourteen_readings_of_forty_eight_letters_are_read() -> None:
    assert len(prepare_part("生").readings) == 14
    long = prepare_part("qar" * 30)
    assert [len(reading.units) for reading in long.readings] == [48]
    assert len(long.readings[0].text) == 48


def test_a_part_without_a_sound_is_prepared_too() -> None:
    part = prepare_part("ъ")
    assert (part.spoken, part.firsts, part.surely, part.longest) == ("", 0, 0, 0)
    assert part.rarity == UNLISTED_BITS


def test_a_sounding_is_weighed_as_the_first_side_and_as_the_second() -> None:
    sounding, weights = prepare_part("karim").readings[0], shipped_weights().of("arabic")
    units = list(sounding.units)
    first, second = sounding.first("arabic"), sounding.second("arabic")
    assert list(first.drops) == weights.dropping[units].tolist()
    assert list(second.drops) == weights.adding[units].tolist()
    assert first.usual == pytest.approx(weights.usual_first[units].sum())
    assert second.usual == pytest.approx(weights.usual_second[units].sum())
    assert [row is weights.row(unit) for row, unit in zip(first.rows, units, strict=True)] == [True] * 5
    assert second.rows == ()
    assert sounding.first("arabic") is first
    assert sounding.second("arabic") is second
    assert sounding.first(SAME_WRITING) is not first


def test_a_part_without_units_has_no_weights() -> None:
    sounding = prepare_part("ъ").readings[0]
    assert sounding.first("cyrillic").drops == sounding.second("cyrillic").drops == ()
