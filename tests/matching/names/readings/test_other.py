"""Scripts without a file of their own."""

from matching.names.readings.other import read
from matching.names.readings.reading_result import Group, Reading


def test_the_general_table_reads_what_no_other_does_in_lower_case() -> None:
    assert read("ᠮᠣᠩᠭᠣᠯ") == (Reading("monggol", Group.OTHER),)
    assert read("ހުސައިން") == (Reading("husain", Group.OTHER),)
    assert read("ñ") == (Reading("n", Group.OTHER),)


def test_signs_without_a_sound_give_an_empty_reading() -> None:
    assert read("123") == (Reading("", Group.OTHER),)
