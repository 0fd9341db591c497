"""Reading by a table of letters: pairs first, neighbours kept apart where asked, nothing lost."""

import pytest

from matching.names.readings.letter_tables import by_letters


def test_a_pair_of_letters_is_read_before_the_single_ones() -> None:
    assert by_letters("ου", "greek.tsv") == "u"
    assert by_letters("νουν", "greek.tsv") == "nun"
    assert by_letters("ονου", "greek.tsv") == "onu"


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


def test_only_the_letters_where_two_sounds_meet_are_looked_at() -> None:
    assert by_letters("צה", "hebrew.tsv", apart=True) == "ts'h"
    assert by_letters("תש", "hebrew.tsv", apart=True) == "t'sh"
    assert by_letters("חש", "hebrew.tsv", apart=True) == "khsh"
    assert by_letters("מתש", "hebrew.tsv", apart=True) == "mt'sh"


def test_nothing_is_kept_apart_at_the_beginning_or_by_itself() -> None:
    assert by_letters("שה", "hebrew.tsv", apart=True) == "shh"
    assert by_letters("ש", "hebrew.tsv", apart=True) == "sh"
