"""Ethiopic syllables: seven orders, the sixth of which may be silent."""

from matching.names.readings.ethiopic import read
from matching.names.readings.reading_result import Group


def test_a_syllable_is_a_consonant_and_the_vowel_of_its_order() -> None:
    orders = {"ለ": "le", "ሉ": "lu", "ሊ": "li", "ላ": "la", "ሌ": "le", "ል": "l~", "ሎ": "lo", "ሏ": "lwa"}
    assert {sign: read(sign)[0].text for sign in orders} == orders


def test_names_are_read_syllable_by_syllable() -> None:
    names = {
        "አበበ": "abebe",
        "ሀብታሙ": "hab~tamu",
        "ገብረ": "geb~re",
        "እሌኒ": "@leni",
        "ኤልያስ": "el~yas~",
        "ኡስማን": "us~man~",
        "አለማየሁ": "alemayehu",
        "ጴጥሮስ": "pet~ros~",
        "ጓዴ": "gwade",
        "ፀሐይ": "tsehay~",
        "ጨርቆስ": "cher~kos~",
    }
    assert {name: read(name)[0].text for name in names} == names
    assert {reading.group for name in names for reading in read(name)} == {Group.ETHIOPIC}


def test_the_first_order_of_h_and_of_the_bare_vowel_is_a() -> None:
    assert [read(sign)[0].text for sign in "ሀሐኀአዐ"] == ["ha", "ha", "ha", "a", "a"]
    assert read("በ")[0].text == "be"


def test_a_letter_of_another_script_is_not_lost() -> None:
    assert read("አበበk")[0].text == "abebek"
