"""Which file reads a name part, and that nothing written is lost."""

import pytest

from matching.names.phonetic import skeleton_of, sound_of
from matching.names.readings.by_script import read, written_in
from matching.names.readings.latin import plain
from matching.names.readings.reading_result import Group
from matching.names.scripts import Script


def first_sound(word: str) -> str:
    return sound_of(plain(read(word)[0].text))


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("karim", Group.LATIN),
        ("كريم", Group.ARABIC),
        ("ከሪም", Group.ETHIOPIC),
        ("карим", Group.CYRILLIC),
        ("סמיר", Group.HEBREW),
        ("γιώργος", Group.GREEK),
        ("սուրեն", Group.ARMENIAN),
        ("ნინო", Group.GEORGIAN),
        ("कमला", Group.BRAHMIC),
        ("සමන්", Group.BRAHMIC),
        ("김", Group.KOREAN),
        ("明德", Group.MANDARIN),
        ("けん", Group.JAPANESE),
        ("けん二", Group.JAPANESE),
        ("เสรี", Group.THAI),
        ("ສົມ", Group.THAI),
        ("អេង", Group.OTHER),
        ("ꦱꦸꦫ", Group.OTHER),
    ],
)
def test_the_script_of_a_word_decides_who_reads_it(word: str, group: Group) -> None:
    assert read(word)[0].group is group
    assert read(word)[0].text


def test_kana_beside_han_characters_belong_to_them() -> None:
    assert [written_in(word) for word in ("けんじろう二", "けん", "明", "")] == [
        Script.HAN,
        Script.KANA,
        Script.HAN,
        Script.OTHER,
    ]


def test_han_characters_are_read_in_the_languages_asked_for_and_other_scripts_whatever_was_asked() -> None:
    korean = frozenset({Group.KOREAN})
    assert {reading.group for reading in read("民秀", korean)} == korean
    assert read("karim", korean) == read("karim")


def test_what_its_own_table_does_not_know_goes_through_the_general_one() -> None:
    assert {reading.group for reading in read("一二三四五", frozenset({Group.HOKKIEN}))} == {Group.OTHER}
    assert {reading.group for reading in read("\U0002a6d6")} == {Group.OTHER}


@pytest.mark.parametrize(
    ("written", "sound"),
    [
        ("husein", "husein"),
        ("cherif", "Cerif"),
        ("touré", "ture"),
        ("muñoz", "munyoz"),
        ("ሀብታሙ", "hab~tamu"),
        ("щербак", "Serbak"),
        ("عثمان", "utman"),
        ("παπαδόπουλος", "papadopulos"),
        ("कमला", "kam~la"),
    ],
)
def test_one_sound_is_one_letter_in_every_script(written: str, sound: str) -> None:
    assert first_sound(written) == sound


def test_two_letters_that_only_happen_to_stand_together_stay_two_sounds() -> None:
    # Arabic t and s in Ibtisam are no ts.
    assert "ts" in first_sound("ابتسام")


def test_a_skeleton_keeps_what_clerks_agree_on() -> None:
    skeletons = {skeleton_of(first_sound(word)) for word in ("hussein", "houcine", "хусейн", "ሁሴን", "حسين")}
    assert len(skeletons) == 1
