"""Ways of writing."""

from matching.names.readings.reading_result import OPEN_VOWELS, Group
from matching.names.shipped_weights import shipped_counts


def test_two_ways_of_writing_leave_short_vowels_out() -> None:
    assert {Group.ARABIC, Group.HEBREW} == OPEN_VOWELS


def test_counts_of_letters_are_kept_by_the_names_of_the_ways_of_writing() -> None:
    assert {*shipped_counts().counts} - {"same", "two"} <= {group.value for group in Group}
