"""Han characters in Mandarin, Cantonese, Hokkien and Korean."""

import pytest

from matching.names.readings.han_chinese import (
    is_chinese_surname,
    is_foreign_name,
    read_cantonese,
    read_hokkien,
    read_korean,
    read_mandarin,
    transcribing_share,
)
from matching.names.readings.reading_result import Group, Reading


def texts(readings: tuple[Reading, ...]) -> list[str]:
    return [reading.text for reading in readings]


def test_mandarin_is_pinyin_with_one_guess_beside_it() -> None:
    names = {
        "明德": ["mingde", "mind"],
        "绿珠": ["luzhu"],
        "國強": ["guoqiang"],
        "鄭大文": ["zhengdawen"],
        "朴": ["piao", "pu"],
    }
    assert {name: texts(read_mandarin(name)) for name in names} == names


def test_a_syllable_that_begins_with_a_vowel_is_kept_apart() -> None:
    assert texts(read_mandarin("西安"))[0] == "xi'an"
    assert texts(read_mandarin("安西"))[0] == "anxi"


def test_a_foreign_name_of_the_table_comes_before_its_pinyin() -> None:
    assert texts(read_mandarin("罗伯特")) == texts(read_mandarin("羅伯特")) == ["robert", "luobote"]
    assert texts(read_mandarin("约翰")) == ["john", "yuehan"]


def test_what_may_be_a_foreign_name_is_guessed_first_only_when_it_is_long() -> None:
    assert texts(read_mandarin("莫扎特")) == ["mozat", "mozhate"]
    assert texts(read_mandarin("西安")) == ["xi'an", "sian"]
    assert texts(read_mandarin("安")) == ["an"]


def test_cantonese_is_spelt_as_in_hong_kong() -> None:
    names = {
        "健波": "kinpo",
        "國強": "kwokkeung",
        "黃": "wong",
        "歐陽": "auyeung",
        "陳": "chan",
        "鄭大文": "chengtaiman",
    }
    assert {name: texts(read_cantonese(name))[0] for name in names} == names


def test_hokkien_is_spelt_as_in_malaysia() -> None:
    assert texts(read_hokkien("陳")) == ["tan", "ting", "chin"]
    assert texts(read_hokkien("文德")) == ["boonteck", "boontek", "bunteck", "buntek"]
    assert "goh" in texts(read_hokkien("吳"))


def test_a_character_that_the_hokkien_table_lacks_has_no_reading() -> None:
    assert read_hokkien("绿珠") == ()


def test_korean_has_official_and_usual_spellings() -> None:
    names = {
        "朴": ["bak", "park", "pak"],
        "民秀": ["minsoo", "minsu"],
        "龍飛": ["yongbi"],
        "國強": ["kukkang", "gukgang", "gookgang"],
    }
    assert {name: texts(read_korean(name)) for name in names} == names
    assert "lee" in texts(read_korean("李"))


def test_an_r_is_not_said_at_the_beginning_of_a_korean_word() -> None:
    assert texts(read_korean("龍飛"))[0].startswith("y")
    assert "ari" in texts(read_korean("阿里"))


@pytest.mark.parametrize("reader", [read_hokkien, read_korean])
def test_five_characters_are_no_native_name(reader: object) -> None:
    assert callable(reader)
    assert texts(reader("一二三四")) != []
    assert reader("一二三四五") == ()


@pytest.mark.parametrize(
    ("reader", "group"),
    [
        (read_mandarin, Group.MANDARIN),
        (read_cantonese, Group.CANTONESE),
        (read_hokkien, Group.HOKKIEN),
        (read_korean, Group.KOREAN),
    ],
)
def test_each_reading_is_of_its_language_and_there_are_at_most_four(reader: object, group: Group) -> None:
    assert callable(reader)
    for name in ("鄭大文", "李", "黃", "國強"):
        readings = reader(name)
        assert {reading.group for reading in readings} == {group}
        assert len(readings) <= 4


def test_no_characters_have_no_reading() -> None:
    assert read_korean("") == read_cantonese("〇") == read_mandarin("〇") == ()


def test_surnames_and_foreign_names_are_known_in_all_forms() -> None:
    assert [is_chinese_surname(name) for name in ("陳", "陈", "歐陽", "欧阳", "朴", "田中")] == [True] * 5 + [False]
    assert [is_foreign_name(name) for name in ("罗伯特", "羅伯特", "莫扎特")] == [True, True, False]


def test_the_share_of_characters_that_write_foreign_names_is_told() -> None:
    assert [transcribing_share(name) for name in ("莫扎特", "王明", "abc")] == [1.0, 0.5, 0.0]
