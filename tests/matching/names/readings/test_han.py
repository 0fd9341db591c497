"""Han characters: which languages read a word, and in which order."""

import pytest

from matching.names.readings.han import read, same_characters
from matching.names.readings.reading_result import Group


def said(word: str, group: Group) -> list[str]:
    return [reading.text for reading in read(word) if reading.group is group]


@pytest.mark.parametrize(
    ("word", "group", "spelling"),
    [
        ("明德", Group.MANDARIN, "mingde"),
        ("绿珠", Group.MANDARIN, "luzhu"),
        ("西安", Group.MANDARIN, "xi'an"),
        ("健波", Group.CANTONESE, "kinpo"),
        ("國強", Group.CANTONESE, "kwokkeung"),
        ("黃", Group.CANTONESE, "wong"),
        ("美玲", Group.CANTONESE, "meiling"),
        ("陳", Group.HOKKIEN, "tan"),
        ("吳", Group.HOKKIEN, "goh"),
        ("文德", Group.HOKKIEN, "boonteck"),
        ("李", Group.KOREAN, "lee"),
        ("朴", Group.KOREAN, "park"),
        ("民秀", Group.KOREAN, "minsu"),
        ("佐藤", Group.JAPANESE, "satou"),
        ("美咲", Group.JAPANESE, "misaki"),
        ("誠", Group.JAPANESE, "makoto"),
    ],
)
def test_each_language_says_a_word_in_its_own_way(word: str, group: Group, spelling: str) -> None:
    assert spelling in said(word, group)


@pytest.mark.parametrize("word", ["田中", "鈴木", "花子", "太郎"])
def test_common_japanese_reading_comes_first(word: str) -> None:
    first = {"田中": "tanaka", "鈴木": "suzuki", "花子": "hanako", "太郎": "tarou"}
    assert said(word, Group.JAPANESE)[0] == first[word]


@pytest.mark.parametrize(
    ("one", "other"), [("陳", "陈"), ("國強", "国强"), ("張偉", "张伟"), ("馬", "马"), ("鄭", "郑")]
)
def test_simplified_and_traditional_characters_read_the_same(one: str, other: str) -> None:
    assert set(read(one)) == set(read(other))


@pytest.mark.parametrize(
    ("today", "old"),
    [
        ("沢田", "澤田"),
        ("斎藤", "齋藤"),
        ("高橋", "髙橋"),
        ("浜崎", "濵﨑"),
        ("国広", "國廣"),
        ("桜", "櫻"),
        ("恵", "惠"),
    ],
)
def test_old_japanese_characters_are_read_as_those_of_today(today: str, old: str) -> None:
    assert said(today, Group.JAPANESE)[0] in said(old, Group.JAPANESE)
    assert same_characters(today) == same_characters(old)


def test_readings_stay_within_their_bounds() -> None:
    for word in ("真由美", "正之", "生", "司馬", "長谷川", "清十郎", "明日香"):
        assert len(said(word, Group.JAPANESE)) <= 14
        for group in (Group.MANDARIN, Group.CANTONESE, Group.HOKKIEN, Group.KOREAN):
            assert len(said(word, group)) <= 4
        assert len(set(read(word))) == len(read(word))


def test_readings_are_in_plain_letters() -> None:
    letters = set("abcdefghijklmnopqrstuvwxyz'")
    for word in ("健一", "呂布", "ローラ美", "关", "阿部", "罗伯特", "龍一ヶ"):
        assert all(set(reading.text) <= letters for reading in read(word))


def test_word_with_kana_is_japanese_only() -> None:
    assert {reading.group for reading in read("佐々木")} == {Group.JAPANESE}


def test_unknown_characters_have_no_reading() -> None:
    assert read("\U0002a6d6") == ()
    assert read("") == ()


def test_only_the_languages_asked_for_are_read() -> None:
    assert {reading.group for reading in read("林")} == {
        Group.MANDARIN,
        Group.TRANSCRIBED,
        Group.CANTONESE,
        Group.HOKKIEN,
        Group.KOREAN,
        Group.JAPANESE,
    }
    assert {reading.group for reading in read("林", frozenset({Group.KOREAN}))} == {Group.KOREAN}
    assert {reading.group for reading in read("林", frozenset({Group.JAPANESE}))} == {Group.JAPANESE}


def test_a_transcribed_name_is_read_by_its_mandarin_sounds() -> None:
    assert said("罗伯特", Group.TRANSCRIBED) == said("罗伯特", Group.MANDARIN)


def test_a_surname_of_japan_alone_is_read_as_japanese_first() -> None:
    assert [read(word)[0].group for word in ("田中", "林", "美咲")] == [
        Group.JAPANESE,
        Group.MANDARIN,
        Group.MANDARIN,
    ]


def test_a_word_of_five_characters_without_kana_is_no_japanese_name() -> None:
    assert said("一二三四", Group.JAPANESE)
    assert not said("一二三四五", Group.JAPANESE)


def test_compatibility_forms_are_read_as_the_usual_ones() -> None:
    assert read("\uf91c") == read("卵")
