"""Han characters as Japanese families say them."""

import pytest

from matching.names.readings.han_japanese import (
    has_japanese_sign,
    is_japanese_surname,
    is_written_in_japan,
    read_japanese,
)
from matching.names.readings.reading_result import Group


def texts(word: str) -> list[str]:
    return [reading.text for reading in read_japanese(word)]


def test_a_known_surname_is_read_as_its_bearers_read_it() -> None:
    surnames = {
        "田中": "tanaka",
        "鈴木": "suzuki",
        "小川": "ogawa",
        "井上": "inoue",
        "東海林": "shouji",
        "上田": "ueda",
        "白鳥": "shiratori",
        "山之内": "yamanouchi",
    }
    assert {name: texts(name)[0] for name in surnames} == surnames


def test_a_given_name_is_put_together_the_likeliest_reading_first() -> None:
    names = {"誠": "makoto", "真由美": "mayumi", "茂": "shige", "大和": "yamato", "裕子": "hiroko", "早川": "hayakawa"}
    assert {name: texts(name)[0] for name in names} == names


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("早川", "hayagawa"),
        ("八田", "hatta"),
        ("健一", "ken'ichi"),
        ("一平", "ippei"),
        ("新平", "shinpei"),
        ("哲平", "teppei"),
        ("佐々木", "sasaki"),
        ("奈々", "nana"),
        ("一ノ瀬", "ichinose"),
        ("三ケ島", "migashima"),
        ("けん二", "kenji"),
        ("まゆ美", "mayumi"),
        ("吉川", "kikkawa"),
        ("一太", "itta"),
    ],
)
def test_sounds_change_where_characters_meet(word: str, spelling: str) -> None:
    assert spelling in texts(word)


def test_a_p_stands_only_behind_an_n_or_a_held_sound() -> None:
    assert not any("ip" in text.replace("pp", "") for text in texts("一平"))
    assert "shinpei" in texts("新平")


def test_old_forms_are_read_as_those_of_today() -> None:
    assert texts("澤田") == texts("沢田")
    assert texts("廣")[0] == texts("広")[0]


def test_there_are_at_most_fourteen_readings_each_once() -> None:
    for word in ("生", "正之", "真由美", "一二三四", "清十郎"):
        assert len(texts(word)) == len(set(texts(word))) <= 14
    assert len(texts("生")) == 14
    assert {reading.group for reading in read_japanese("生")} == {Group.JAPANESE}


def test_six_characters_are_too_many_for_a_name() -> None:
    assert texts("茂隆誠豊清") != []
    assert texts("茂隆誠豊清茂") == []


def test_a_surname_is_known_in_old_and_new_characters() -> None:
    assert [is_japanese_surname(name) for name in ("沢田", "澤田", "健一")] == [True, True, False]


def test_kana_and_the_repetition_sign_are_japanese_alone() -> None:
    assert [has_japanese_sign(name) for name in ("佐々木", "けん二", "田中")] == [True, True, False]


def test_a_character_that_china_alone_simplified_was_not_written_in_japan() -> None:
    assert [is_written_in_japan(name) for name in ("罗伯特", "羅伯特", "田中", "佐々木", "みゆき")] == [
        False,
        True,
        True,
        True,
        True,
    ]
