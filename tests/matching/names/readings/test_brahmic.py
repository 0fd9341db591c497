"""Indic scripts: the vowel that nobody writes, the nasal that takes the place of what follows, the habits of each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings.brahmic import read
from matching.names.readings.reading_result import Group

INDIC = st.text(st.characters(min_codepoint=0x0900, max_codepoint=0x0DFF), max_size=12)


def _texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("राम", "ram~"),
        ("कमला", "kam~la"),
        ("कमल", "kamal~"),
        ("कृष्ण", "krishna"),
        ("महेन्द्र", "mahendra"),
        ("जसप्रीत", "jas~prit~"),
        ("પટેલ", "patel~"),
        ("ਸਿੱਧੂ", "siddhu"),
        ("ଦାସ", "das~"),
    ],
)
def test_northern_languages_may_leave_the_unwritten_vowel_out(word: str, first: str) -> None:
    assert _texts(word)[0] == first


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("రామ", "rama"),
        ("ರಾಘವ", "raghava"),
        ("රංගන", "rangana"),
        ("സുമ", "suma"),
        ("குமரன்", "kumaran"),
    ],
)
def test_southern_languages_say_every_vowel_that_no_sign_takes_away(word: str, first: str) -> None:
    assert _texts(word)[0] == first


@pytest.mark.parametrize(
    ("word", "first"),
    [("शंकर", "shankar~"), ("अंबिका", "ambika"), ("संजय", "sanjay~"), ("ਸਿੰਘ", "singh~"), ("ගංගා", "ganga")],
)
def test_a_nasal_mark_sounds_like_the_consonant_after_it(word: str, first: str) -> None:
    assert _texts(word)[0] == first


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("सिंह", ["singh~", "sinh~"]),
        ("জাকির", ["jakir~", "zakir~"]),
        ("সুমন", ["suman~", "sumon~"]),
        ("আনোয়ার", ["anoyar~", "anwar~"]),
        ("राव", ["rav~", "rao"]),
        ("రావు", ["ravu", "rao"]),
        ("മുരുകൻ", ["murukan", "murugan"]),
        ("සැමන්", ["saman", "seman"]),
    ],
)
def test_another_custom_is_a_second_reading(word: str, readings: list[str]) -> None:
    assert _texts(word) == readings


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("ज़हीर", "zahir~"),
        ("फ़रीद", "farid~"),
        ("जॉन", "jon~"),
        ("ज्ञानी", "gyani"),
        ("രാജൻ", "rajan"),
        ("ആന്റണി", "antani"),
        ("ප්‍රියා", "priya"),
        ("ඥාන", "gnana"),
        ("শৰ্মা", "sharma"),
        ("রিয়াদ", "riyad~"),
    ],
)
def test_letters_of_one_script_alone_keep_their_sound(word: str, first: str) -> None:
    assert _texts(word)[0] == first


def test_a_letter_of_another_script_is_not_lost() -> None:
    assert _texts("रामx") == ["ramax"]


def test_signs_without_a_letter_have_no_reading() -> None:
    assert read("्") == ()


@given(INDIC)
def test_readings_are_few_different_and_plain(word: str) -> None:
    readings = read(word)
    assert len(readings) <= 4
    assert len(set(readings)) == len(readings)
    for reading in readings:
        assert reading.group is Group.BRAHMIC
        assert set(reading.text) <= set("abcdefghijklmnopqrstuvwxyz~'")
