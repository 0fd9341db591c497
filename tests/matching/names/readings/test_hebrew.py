"""Hebrew letters: open vowels, shin and sin, the final he."""

from matching.names.readings.hebrew import read
from matching.names.readings.reading_result import Group


def test_hebrew_is_read_letter_by_letter_with_shin_also_as_sin() -> None:
    names = {
        "משה": ["msh@", "ms@"],
        "שרה": ["shr@", "sr@"],
        "יוסף": ["ywsf"],
        "פנינה": ["pnyn@"],
        "צפורה": ["tspwr@"],
        "חנה": ["khn@"],
        "תמר": ["tmr"],
        "אברהם": ["@brhm"],
        "טייבל": ["tyybl"],
        "גֿון": ["jwn"],
    }
    assert {name: [reading.text for reading in read(name)] for name in names} == names
    assert {reading.group for name in names for reading in read(name)} == {Group.HEBREW}


def test_a_final_he_is_a_vowel_behind_two_letters() -> None:
    assert [read(word)[0].text for word in ("נעה", "רה", "הדר")] == ["n@@", "rh", "hdr"]


def test_letters_that_only_stand_together_are_kept_apart() -> None:
    assert [reading.text for reading in read("בתשבע")] == ["bt'shb@", "bt'sb@"]
