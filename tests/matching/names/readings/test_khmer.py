"""Khmer names: by the series of their consonants, and plainly."""

from matching.names.readings.khmer import read
from matching.names.readings.reading_result import Group


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


def test_a_vowel_sounds_by_the_series_of_its_consonant_and_plainly() -> None:
    names = {
        "សុភា": ["sophea", "supha"],
        "សុខ": ["sok", "suk"],
        "សោភ័ណ": ["saophon", "sophan"],
        "ស្រី": ["srey", "sri"],
        "ចន្ទ្រា": ["chantrea", "chantra"],
        "នរោត្តម": ["norottam", "narottam"],
        "គឹម": ["kuem", "kim"],
        "បញ្ញា": ["banhnhea", "banhnha"],
    }
    assert {name: texts(name) for name in names} == names
    assert {reading.group for name in names for reading in read(name)} == {Group.OTHER}


def test_the_inherent_vowel_is_a_in_the_first_series_and_o_in_the_second() -> None:
    assert texts("កក") == ["kak"]
    assert texts("គក") == ["kok", "kak"]
    assert texts("វណ្ណា") == ["vonna", "vanna"]


def test_a_sign_moves_a_consonant_to_the_other_series() -> None:
    assert texts("ដារ៉ា") == ["dara"]
    assert texts("ម៉ាលី") == ["mali"]
    assert texts("ស៊ីម") == ["sim"]
    assert texts("ហ៊ុន") == ["hun"]


def test_b_with_the_sign_of_the_first_series_is_p() -> None:
    assert texts("ប៉ែន") == ["pen"]
    assert texts("បុប្ផា")[0] == "bobpha"


def test_a_bare_consonant_closes_its_syllable_also_behind_a_shortener() -> None:
    assert texts("ចាន់") == ["chan"]
    assert texts("កន់") == ["kan"]
    assert texts("វិសាល") == ["visal"]
    assert texts("រតនា") == ["rotnea", "rat~na"]


def test_free_vowels_and_final_m_are_read() -> None:
    assert texts("ឧត្តម") == ["ottam"]
    assert texts("សំ") == ["sam"]


def test_a_word_without_khmer_has_no_reading() -> None:
    assert read("ab") == ()
