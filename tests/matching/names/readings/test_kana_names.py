"""Where a Japanese full name in kana falls into family name and given name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.names.readings.kana_names import split

KANA = st.text(st.characters(min_codepoint=0x3041, max_codepoint=0x30FE), min_size=1, max_size=9)


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
        ("さとう", "ゆみ"),
        ("やまもと", "まさこ"),
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


def test_no_part_begins_with_a_small_or_closing_sign() -> None:
    assert all(parts[-1][0] not in "ゃょっんー" for parts in split("じゅんいちっょん"))


def test_two_signs_are_not_divided() -> None:
    assert split("もり") == (("もり",),)
    assert len(split("もりみ")) > 1


@given(KANA)
def test_divisions_keep_every_letter_and_the_whole_word_is_one(word: str) -> None:
    divisions = split(word)
    assert (word,) in divisions
    assert len(divisions) <= 4
    assert all("".join(division) == word for division in divisions)
