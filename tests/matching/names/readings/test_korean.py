"""Hangul: habitual and official spellings, foreign names, surname and given name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings.korean import read, split
from matching.names.readings.reading_result import Group

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=7)


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


@pytest.mark.parametrize(
    ("surname", "spellings"),
    [
        ("이", {"lee", "yi", "rhee"}),
        ("박", {"park", "pak"}),
        ("최", {"choi", "choe"}),
        ("정", {"jung", "jeong", "chung"}),
        ("노", {"roh", "noh"}),
    ],
)
def test_a_surname_is_spelt_as_its_bearers_spell_it(surname: str, spellings: set[str]) -> None:
    assert spellings <= set(texts(surname))


@pytest.mark.parametrize(
    ("word", "apart", "joined"),
    [
        ("석원", "seokwon", "seogwon"),
        ("종로", "jongro", "jongno"),
        ("신라", "sinra", "silla"),
        ("국민", "gukmin", "gungmin"),
    ],
)
def test_a_name_is_read_by_syllables_and_as_spoken(word: str, apart: str, joined: str) -> None:
    assert {apart, joined} <= set(texts(word))


@pytest.mark.parametrize(("word", "text"), [("좋다", "jota"), ("굳이", "guji"), ("독립", "dongnip")])
def test_sounds_change_where_syllables_meet(word: str, text: str) -> None:
    assert text in texts(word)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("에른스트", "er~ns~t~"),
        ("알렉산드르", "aleksand~r~"),
        ("다나카", "tanaka"),
        ("마쓰다", "matsuda"),
        ("부시", "bush~"),
        ("타일러", "tailer"),
    ],
)
def test_a_foreign_name_is_read_as_the_language_it_comes_from(word: str, text: str) -> None:
    assert text in texts(word)


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("김연아", ("김", "연아")),
        ("남궁민", ("남궁", "민")),
        ("황보관", ("황보", "관")),
        ("연아", ("연아",)),
        ("허준", ("허준",)),
        ("에른스트", ("에른스트",)),
        ("알렉산드르", ("알렉산드르",)),
    ],
)
def test_a_full_name_falls_into_surname_and_given_name(word: str, first: tuple[str, ...]) -> None:
    assert split(word)[0] == first


def test_a_short_full_name_may_be_divided_too() -> None:
    assert ("허", "준") in split("허준")


def test_a_word_without_hangul_has_no_reading() -> None:
    assert read("ab") == ()


@given(HANGUL)
def test_every_word_has_few_readings_in_plain_letters(word: str) -> None:
    readings = read(word)
    assert 1 <= len(readings) <= 4
    assert all(reading.group is Group.KOREAN and re.fullmatch("[a-z~]+", reading.text) for reading in readings)


@given(HANGUL)
def test_divisions_keep_every_letter_and_the_whole_word_is_one(word: str) -> None:
    divisions = split(word)
    assert (word,) in divisions
    assert len(divisions) <= 3
    assert all("".join(division) == word for division in divisions)
