"""Kana: Hepburn, foreign names with their silent vowels."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings.kana import read
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


def test_a_word_without_kana_has_no_reading() -> None:
    assert read("ab") == ()


@given(KANA)
def test_readings_are_few_and_in_plain_letters(word: str) -> None:
    readings = read(word)
    assert len(readings) <= 3
    assert all(reading.group is Group.JAPANESE and re.fullmatch("[a-z~]+", reading.text) for reading in readings)
