"""Burmese names as Burmese people spell them."""

from matching.names.readings.myanmar import read
from matching.names.readings.reading_result import Group


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


def test_names_are_spelt_as_their_bearers_spell_them() -> None:
    names = {
        "အောင်": "aung",
        "မင်း": "min",
        "ခိုင်": "khaing",
        "လှ": "hla",
        "စု": "su",
        "မျိုး": "myo",
        "ဝင်း": "win",
        "ခင်": "khin",
        "ညို": "nyo",
        "လွင်": "lwin",
        "နှင်း": "hnin",
        "စန္ဒာ": "sanda",
        "ဦး": "u",
    }
    assert {name: texts(name) for name in names} == {name: [text] for name, text in names.items()}
    assert {reading.group for name in names for reading in read(name)} == {Group.OTHER}


def test_another_habit_is_a_second_reading() -> None:
    names = {
        "ရွှေ": ["shwe", "shway"],
        "ကျော်": ["kyaw", "cho"],
        "ဇော်": ["zaw", "zo"],
        "ထွန်း": ["htun", "toon"],
        "သီတာ": ["thita", "teeta"],
        "ချစ်": ["chit", "khyit"],
    }
    assert {name: texts(name) for name in names} == names


def test_a_creaky_n_is_spelt_with_a_t() -> None:
    assert texts("မြင့်") == ["myint"]
    assert texts("တင့်") == ["tint"]
    assert texts("သန့်")[0] == "thant"
    assert texts("သန်")[0] == "than"
    assert texts("ဘု့")[0][-1] == "u"


def test_stacked_letters_close_the_syllable_before() -> None:
    assert texts("ဥမ္မာ")[0] == "unma"
    assert texts("ဣန်") == ["in"]


def test_tones_change_nothing() -> None:
    assert texts("မင်း") == texts("မင်")


def test_a_word_without_burmese_has_no_reading() -> None:
    assert read("ab") == ()
