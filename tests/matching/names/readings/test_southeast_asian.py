"""Lao, Khmer, Burmese and Tibetan: which file reads a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings import khmer, lao, myanmar, tibetan
from matching.names.readings.southeast_asian import read

NEIGHBOURS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E81, max_codepoint=0x0EDF),
        st.characters(min_codepoint=0x0F40, max_codepoint=0x0FBC),
        st.characters(min_codepoint=0x1000, max_codepoint=0x109F),
        st.characters(min_codepoint=0x1780, max_codepoint=0x17DD),
    ),
    max_size=10,
)


def test_the_script_of_the_first_letter_decides_who_reads() -> None:
    assert read("ສົມ") == lao.read("ສົມ") != ()
    assert read("སྒྲོལ་མ") == tibetan.read("སྒྲོལ་མ") != ()
    assert read("အောင်") == myanmar.read("အောင်") != ()
    assert read("សុខ") == khmer.read("សុខ") != ()
    assert read("ສxសុខ") == lao.read("ສxសុខ")


@pytest.mark.parametrize("word", ["", "ab", "ก", "\u10a0"])
def test_other_scripts_have_no_reading_here(word: str) -> None:
    assert read(word) == ()


@given(NEIGHBOURS)
def test_readings_are_few_and_in_plain_letters(word: str) -> None:
    readings = read(word)
    assert len(readings) <= 2
    assert all(re.fullmatch("[a-z~]+", reading.text) for reading in readings)
