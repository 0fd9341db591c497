"""Tibetan names: the root of each syllable, and what silent letters close."""

from matching.names.readings.reading_result import Group
from matching.names.readings.tibetan import read


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


def test_of_a_syllable_the_root_its_vowel_and_its_final_are_said() -> None:
    names = {
        "བསྟན": "ten",
        "དབང": "wang",
        "དཔལ": "pel",
        "ལྷ་མོ": "lhamo",
        "ཡེ་ཤེས": "yeshe",
        "ཕུན་ཚོགས": "phuntsok",
        "སྒྲོལ་མ": "drolma",
        "ནོར་བུ": "norbu",
        "དགེ": "ge",
        "བསམ": "sam",
        "ཚེ་རིང": "tsering",
        "བཀྲ་ཤིས": "trashi",
        "ས": "sa",
    }
    assert {name: texts(name) for name in names} == {name: [text] for name, text in names.items()}
    assert {reading.group for name in names for reading in read(name)} == {Group.OTHER}


def test_a_silent_letter_may_close_the_syllable_before() -> None:
    names = {
        "རྡོ་རྗེ": ["doje", "dorje"],
        "བློ་བཟང": ["lozang", "lobzang"],
        "རྒྱ་མཚོ": ["gyatso", "gyamtso"],
        "མཁའ་འགྲོ": ["khadro", "khandro"],
        "ཨོ་རྒྱན": ["ogyen", "orgyen"],
    }
    assert {name: texts(name) for name in names} == names


def test_four_finals_turn_a_into_e() -> None:
    assert [texts(word)[0] for word in ("མལ", "ཁན", "ནད", "གས")] == ["mel", "khen", "ne", "ge"]
    assert texts("ལམ") == ["lam"]


def test_a_word_from_sanskrit_falls_into_two_syllables() -> None:
    assert texts("ཀརྨ") == ["kama", "karma"]


def test_of_three_bare_letters_the_middle_one_is_the_root_but_before_a_second_final() -> None:
    assert texts("བསམ") == ["sam"]
    assert texts("ནགས") == ["nak"]


def test_a_word_without_tibetan_has_no_reading() -> None:
    assert read("ab") == ()
