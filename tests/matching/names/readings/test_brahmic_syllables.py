"""Words in Indic scripts cut into written syllables."""

import pytest

from matching.names.readings.brahmic_syllables import SILENT, syllables_of


def cut(word: str) -> list[tuple[str, str | None, str]]:
    """Onset, vowel and nasal in the usual reading; None for the vowel that nobody writes."""
    return [(one.onset[0], one.vowel and one.vowel[0], one.nasal[0]) for one in syllables_of(word)]


def test_a_consonant_without_a_sign_has_the_vowel_that_nobody_writes() -> None:
    assert cut("कमला") == [("k", None, ""), ("m", None, ""), ("l", "a", "")]


def test_a_virama_takes_the_vowel_away() -> None:
    assert cut("मन्") == [("m", None, ""), ("n", "", "")]
    assert [one.mute for one in syllables_of("मन्")] == [False, True]


def test_a_vowel_at_the_beginning_is_a_syllable_without_a_consonant() -> None:
    assert cut("अमर")[0] == ("", "a", "")
    assert syllables_of("अमर")[0].written == ""


@pytest.mark.parametrize(("word", "nasal"), [("अंबा", "m"), ("अंगा", "n"), ("सिंह", "ng"), ("अंत", "n"), ("अं", "n")])
def test_a_nasal_mark_is_said_by_what_follows(word: str, nasal: str) -> None:
    assert next(one.nasal[0] for one in syllables_of(word) if one.nasal != SILENT) == nasal


def test_before_h_the_nasal_has_two_readings() -> None:
    assert syllables_of("सिंह")[0].nasal == ("ng", "n")


def test_a_doubling_sign_doubles_the_first_letter_of_what_follows() -> None:
    assert cut("ਸਿੱਧੂ") == [("s", "i", ""), ("ddh", "u", "")]


def test_a_double_breathed_consonant_is_written_with_one_h() -> None:
    assert [one[0] for one in cut("अत्था")] == ["", "t", "th"]
    assert [one[0] for one in cut("अत्मा")] == ["", "t", "m"]


def test_invisible_joiners_change_nothing() -> None:
    assert cut("प्\u200dरिया") == cut("प्रिया")


def test_a_strange_letter_is_kept_by_the_general_table_and_a_sign_without_sound_left_out() -> None:
    assert cut("रx") == [("r", None, ""), ("x", "", "")]
    assert cut("!") == []


def test_blocks_of_one_layout_read_alike() -> None:
    assert cut("कमला") == cut("કમલા") == cut("ਕਮਲਾ") == cut("କମଲା") == cut("కమలా") == cut("ಕಮಲಾ")
