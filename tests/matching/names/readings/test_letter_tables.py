"""Reading by a table of letters: pairs first, neighbours kept apart where asked, nothing lost."""

import pytest

from matching.names.readings.letter_tables import by_letters


def test_a_pair_of_letters_is_read_before_the_single_ones() -> None:
    assert by_letters("дж", "cyrillic.tsv") == "dzh"
    assert by_letters("джд", "cyrillic.tsv") == "dzhd"
    assert by_letters("ждж", "cyrillic.tsv") == "zhdzh"


def test_a_letter_that_the_table_lacks_is_read_by_the_general_table_in_lower_case() -> None:
    assert by_letters("бñ", "cyrillic.tsv") == "bn"
    assert by_letters("бꦱ", "cyrillic.tsv") == "bs"


def test_a_letter_without_a_sound_is_left_out() -> None:
    assert by_letters("объ", "cyrillic.tsv") == "ob"


@pytest.mark.parametrize("pair", ["th", "sh", "kh", "dh", "zh", "gh", "ph", "bh", "jh", "ts", "tz", "dz", "dj", "sz"])
def test_two_sounds_that_look_like_one_are_kept_apart_where_asked(pair: str) -> None:
    hebrew = {"t": "ט", "s": "ס", "k": "כ", "d": "ד", "z": "ז", "g": "ג", "p": "פ", "b": "ב", "h": "ה", "j": "j"}
    written = hebrew[pair[0]] + hebrew[pair[1]]
    assert by_letters(written, "hebrew.tsv", apart=True) == f"{pair[0]}'{pair[1]}"
    assert by_letters(written, "hebrew.tsv") == pair


def test_sounds_that_cannot_be_mistaken_stand_together() -> None:
    assert by_letters("מרט", "hebrew.tsv", apart=True) == "mrt"


def test_no_letters_are_no_text() -> None:
    assert by_letters("", "hebrew.tsv", apart=True) == ""
