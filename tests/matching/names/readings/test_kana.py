"""Kana: Hepburn, foreign names with their silent vowels, and full names without a space."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings.kana import read, split
from matching.names.readings.reading_result import Group

KANA = st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x30FE), min_size=1, max_size=9)


def texts(word: str) -> list[str]:
    return [reading.text for reading in read(word)]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("ひろし", "hiroshi"),
        ("じゅんいち", "junichi"),
        ("はっとり", "hattori"),
        ("えっちゅう", "etchuu"),
        ("みすゞ", "misusu"),
        ("づか", "zuka"),
    ],
)
def test_hiragana_is_read_in_hepburn(word: str, text: str) -> None:
    assert texts(word)[0] == text


def test_long_vowels_are_read_as_typed_and_as_in_passports() -> None:
    assert texts("ゆうこ") == ["yuuko", "yuko"]
    assert texts("さとう") == ["satou", "sato"]


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("ロバート", "robat~"),
        ("ジョージ", "joj~"),
        ("クリス", "k~ris~"),
        ("フォード", "ford~"),
        ("ヴァレリー", "vareri"),
        ("デュマ", "dyuma"),
        ("ティム", "tim~"),
        ("ジェフ", "jef~"),
        ("ウィリアム", "wiriam~"),
        ("ルイ", "rui"),
        ("ミッチ", "mitch~"),
    ],
)
def test_katakana_marks_the_vowels_that_only_japanese_needs(word: str, text: str) -> None:
    assert text in texts(word)


def test_katakana_is_also_read_with_every_vowel() -> None:
    assert "suzuki" in texts("スズキ")
    assert "robaato" in texts("ロバート")


@pytest.mark.parametrize(
    "parts",
    [
        ("すずき", "いちろう"),
        ("たなか", "ひろし"),
        ("にしくぼ", "しんいち"),
        ("おおたに", "しょうへい"),
        ("わたなべ", "けん"),
        ("もり", "さくら"),
        ("はせがわ", "ゆうすけ"),
        ("さわだ", "ミカ"),
    ],
)
def test_a_full_name_falls_into_family_name_and_given_name(parts: tuple[str, str]) -> None:
    assert split("".join(parts))[0] == parts


def test_a_family_name_of_no_table_is_divided_by_what_names_are_made_of() -> None:
    assert ("くすはま", "のりひこ") in split("くすはまのりひこ")


@pytest.mark.parametrize("word", ["ひろゆき", "さとう", "けん", "アランドロン"])
def test_one_part_and_foreign_names_come_whole_first(word: str) -> None:
    assert split(word)[0] == (word,)


def test_katakana_is_divided_only_where_both_parts_are_known_as_japanese() -> None:
    assert split("タナカヒロシ") == (("タナカヒロシ",), ("タナカ", "ヒロシ"))
    assert split("マリリンモンロー") == (("マリリンモンロー",),)


def test_a_word_without_kana_has_no_reading() -> None:
    assert read("ab") == ()


@given(KANA)
def test_readings_are_few_and_in_plain_letters(word: str) -> None:
    readings = read(word)
    assert len(readings) <= 3
    assert all(reading.group is Group.JAPANESE and re.fullmatch("[a-z~]+", reading.text) for reading in readings)


@given(KANA)
def test_divisions_keep_every_letter_and_the_whole_word_is_one(word: str) -> None:
    divisions = split(word)
    assert (word,) in divisions
    assert len(divisions) <= 4
    assert all("".join(division) == word for division in divisions)
