"""Thai: vowels that stand elsewhere or nowhere, letters that are silent."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings import thai
from matching.names.readings.reading_result import Group

THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=10)


def texts(word: str) -> list[str]:
    return [reading.text for reading in thai.read(word)]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("เสรี", "seri"),
        ("ไพศาล", "phaisan"),
        ("โสภา", "sopha"),
        ("แสงดาว", "saengdao"),
        ("เกรียงไกร", "kriangkrai"),
        ("เดือน", "duean"),
        ("คำ", "kham"),
    ],
)
def test_a_vowel_written_first_is_read_after_its_consonant(word: str, text: str) -> None:
    assert texts(word)[0] == text


@pytest.mark.parametrize(
    ("word", "text"),
    [("สมชาย", "somchai"), ("นก", "nok"), ("ธนพล", "thanaphon"), ("กมล", "kamon"), ("สุรชัย", "surachai")],
)
def test_an_unwritten_vowel_is_o_in_a_closed_syllable_and_a_in_an_open_one(word: str, text: str) -> None:
    assert texts(word)[0] == text


@pytest.mark.parametrize(
    ("word", "text"),
    [("ศักดิ์", "sak"), ("จันทร์", "chan"), ("หนู", "nu"), ("ชาติ", "chat"), ("ทรงศรี", "songsi"), ("บุตร", "but")],
)
def test_silent_letters_are_not_said(word: str, text: str) -> None:
    assert texts(word)[0] == text


@pytest.mark.parametrize(("word", "text"), [("วรรณา", "wanna"), ("ธรรม", "tham"), ("สวน", "suan"), ("พร", "phon")])
def test_letters_that_stand_for_a_vowel_are_read_as_one(word: str, text: str) -> None:
    assert texts(word)[0] == text


@pytest.mark.parametrize(
    ("word", "text"), [("กมล", "k~m~l"), ("เดวิด", "dewid"), ("ปีเตอร์", "pitoer"), ("จันทร์", "chan~th~r"), ("ศรี", "sri")]
)
def test_a_second_reading_keeps_the_letters(word: str, text: str) -> None:
    assert text in texts(word)


def test_tone_marks_change_nothing() -> None:
    assert texts("น้ำ") == texts("นำ")
    assert texts("น\u0e4dา") == texts("นำ")


@given(THAI)
def test_thai_readings_are_few_and_in_plain_letters(word: str) -> None:
    readings = thai.read(word)
    assert len(readings) <= 3
    assert all(reading.group is Group.THAI and re.fullmatch("[a-z~]+", reading.text) for reading in readings)
