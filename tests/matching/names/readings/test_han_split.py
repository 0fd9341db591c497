"""Where a full name in Han characters falls into surname and given name."""

import pytest

from matching.names.readings.han_split import split


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("加藤勝三", ("加藤", "勝三")),
        ("陳健波", ("陳", "健波")),
        ("欧阳明", ("欧阳", "明")),
        ("歐陽明德", ("歐陽", "明德")),
        ("司马光", ("司马", "光")),
        ("李明", ("李", "明")),
        ("张伟", ("张", "伟")),
        ("王小明", ("王", "小明")),
        ("金民秀", ("金", "民秀")),
        ("高橋誠", ("高橋", "誠")),
        ("髙橋誠", ("髙橋", "誠")),
        ("佐々木誠", ("佐々木", "誠")),
        ("林大輔", ("林", "大輔")),
        ("島田花", ("島田", "花")),
        ("山本山", ("山本", "山")),
        ("長谷川一郎", ("長谷川", "一郎")),
        ("田中真由美", ("田中", "真由美")),
        ("梶みゆき", ("梶", "みゆき")),
        ("深見けん二", ("深見", "けん二")),
        ("一ノ瀬健", ("一ノ瀬", "健")),
        ("勅使河原宗一郎", ("勅使河原", "宗一郎")),
    ],
)
def test_likeliest_division_puts_a_known_surname_first(name: str, parts: tuple[str, ...]) -> None:
    assert split(name)[0] == parts


@pytest.mark.parametrize("name", ["莫扎特", "罗伯特", "施瓦辛格", "阿里", "林"])
def test_a_foreign_name_and_a_single_part_come_whole_first(name: str) -> None:
    assert split(name)[0] == (name,)


def test_a_surname_of_no_table_is_known_by_its_last_character() -> None:
    assert split("朏沢花子")[0] == ("朏沢", "花子")


def test_particle_between_clan_and_name_is_a_part_of_its_own() -> None:
    assert split("源の太郎")[0] == ("源", "の", "太郎")


def test_no_given_name_begins_with_a_sign_that_joins_two_characters() -> None:
    assert all(
        parts[1][0] not in "ノ々" for name in ("一ノ瀬健", "佐々木誠") for parts in split(name) if len(parts) > 1
    )


@pytest.mark.parametrize(
    "name", ["林", "加藤勝三", "陳健波", "梶みゆき", "阿里", "勅使河原宗一郎", "一二三四五六七八", ""]
)
def test_divisions_are_one_to_four_and_lose_nothing(name: str) -> None:
    divisions = split(name)
    assert 1 <= len(divisions) <= 4
    assert all("".join(parts) == name for parts in divisions)
    assert len(set(divisions)) == len(divisions)


def test_a_surname_has_at_most_five_characters() -> None:
    assert max(len(parts[0]) for parts in split("勅使河原宗一郎") if len(parts) == 2) <= 5
