"""Endings that tell a man's name from a woman's, and those that leave it open."""

import pytest

from matching.names.gender_endings import Ending, ending_of
from matching.names.readings.reading_result import Group


@pytest.mark.parametrize(
    ("sound", "ending", "stem"),
    [
        ("karima", Ending.A, "karim"),
        ("karimah", Ending.A, "karim"),
        ("karimeh", Ending.A, "karim"),
        ("marko", Ending.O, "mark"),
        ("markos", Ending.O, "mark"),
        ("karim", Ending.CONSONANT, "karim"),
        ("ana", Ending.A, "an"),
    ],
)
def test_the_last_sound_tells_and_the_stem_is_without_it(sound: str, ending: Ending, stem: str) -> None:
    assert ending_of(sound, sound, Group.LATIN) == (ending, stem)


@pytest.mark.parametrize("last", ["e", "i", "u", "y", "w", "h", "t", "@", "~"])
def test_a_sound_that_may_be_silent_or_half_a_vowel_tells_nothing(last: str) -> None:
    assert ending_of("", f"kar{last}", Group.LATIN) == (Ending.OPEN, f"kar{last}")


@pytest.mark.parametrize("surname", ["ivanova", "sergeeva", "kovalska", "potocka", "tolskaya"])
def test_a_slavic_surname_of_a_woman_is_that_of_her_family(surname: str) -> None:
    assert ending_of("", surname, Group.CYRILLIC) == (Ending.OPEN, surname)


def test_two_sounds_are_too_few_to_tell() -> None:
    assert ending_of("", "na", Group.LATIN) == (Ending.OPEN, "na")


@pytest.mark.parametrize("group", [Group.LATIN, Group.CYRILLIC, Group.GREEK])
def test_three_alphabets_tell_by_their_vowels(group: Group) -> None:
    assert ending_of("", "karima", group) == (Ending.A, "karim")


@pytest.mark.parametrize("group", sorted(set(Group) - {Group.LATIN, Group.CYRILLIC, Group.GREEK}))
def test_elsewhere_an_a_tells_nothing(group: Group) -> None:
    assert ending_of("", "karima", group)[0] in (Ending.OPEN, Ending.CONSONANT)
    if group not in (Group.ARABIC, Group.HEBREW):
        assert ending_of("", "karim", group) == (Ending.OPEN, "karim")


def test_in_arabic_the_written_letter_tells() -> None:
    assert ending_of("كريمة", "krim@", Group.ARABIC) == (Ending.A, "krim")
    assert ending_of("كريمة", "karimat", Group.ARABIC) == (Ending.A, "karim")
    assert ending_of("كريم", "karim", Group.ARABIC) == (Ending.CONSONANT, "karim")


@pytest.mark.parametrize("letter", "اىوهيئؤءعحאהויעח")
def test_letters_that_may_be_a_vowel_leave_it_open(letter: str) -> None:
    group = Group.HEBREW if "\u0590" <= letter < "\u0600" else Group.ARABIC
    assert ending_of(f"קר{letter}", "kar@", group) == (Ending.OPEN, "kar@")


def test_the_numbers_of_endings_are_those_of_packed_records() -> None:
    assert [ending.value for ending in Ending] == [0, 1, 2, 3]
    assert not Ending.OPEN
