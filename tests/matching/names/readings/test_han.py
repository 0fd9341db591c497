import pytest

from matching.names.readings.han import read, same_characters, split
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


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("早川", "hayakawa"),
        ("小川", "ogawa"),
        ("八田", "hatta"),
        ("健一", "ken'ichi"),
        ("一平", "ippei"),
        ("新平", "shinpei"),
        ("哲平", "teppei"),
        ("佐々木", "sasaki"),
        ("奈々", "nana"),
        ("一ノ瀬", "ichinose"),
        ("けん二", "kenji"),
        ("まゆ美", "mayumi"),
    ],
)
def test_japanese_sounds_change_where_characters_meet(word: str, spelling: str) -> None:
    assert spelling in said(word, Group.JAPANESE)


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


def test_all_forms_of_a_name_have_the_same_characters() -> None:
    assert same_characters("陳學榮") == same_characters("陈学荣") == same_characters("陳学栄")


def test_same_characters_leaves_kana_and_other_signs() -> None:
    assert same_characters("みゆき・A") == "みゆき・A"


def test_same_characters_does_not_change_when_done_twice() -> None:
    once = same_characters("齋藤廣國濵邊")
    assert same_characters(once) == once


def test_foreign_name_written_by_its_sound_is_read_as_the_name() -> None:
    assert said("罗伯特", Group.MANDARIN)[0] == "robert"
    assert said("羅伯特", Group.MANDARIN)[0] == "robert"


def test_unlisted_foreign_name_has_pinyin_and_one_guess_beside_it() -> None:
    assert said("莫扎特", Group.MANDARIN) == ["mozat", "mozhate"]


def test_readings_stay_within_their_bounds() -> None:
    for word in ("真由美", "正之", "生", "司馬", "長谷川", "清十郎", "明日香"):
        assert len(said(word, Group.JAPANESE)) <= 48
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


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("加藤勝三", ("加藤", "勝三")),
        ("陳健波", ("陳", "健波")),
        ("欧阳明", ("欧阳", "明")),
        ("歐陽明德", ("歐陽", "明德")),
        ("李明", ("李", "明")),
        ("金民秀", ("金", "民秀")),
        ("高橋誠", ("高橋", "誠")),
        ("髙橋誠", ("髙橋", "誠")),
        ("佐々木誠", ("佐々木", "誠")),
        ("林大輔", ("林", "大輔")),
        ("長谷川一郎", ("長谷川", "一郎")),
        ("田中真由美", ("田中", "真由美")),
        ("梶みゆき", ("梶", "みゆき")),
        ("深見けん二", ("深見", "けん二")),
        ("一ノ瀬健", ("一ノ瀬", "健")),
        ("莫扎特", ("莫扎特",)),
        ("施瓦辛格", ("施瓦辛格",)),
    ],
)
def test_likeliest_division_puts_a_known_surname_first(name: str, parts: tuple[str, ...]) -> None:
    assert split(name)[0] == parts


def test_particle_between_clan_and_name_is_a_part_of_its_own() -> None:
    assert ("源", "の", "太郎") in split("源の太郎")


@pytest.mark.parametrize(
    "name", ["林", "加藤勝三", "陳健波", "梶みゆき", "阿里", "勅使河原宗一郎", "一二三四五六七八", ""]
)
def test_divisions_are_one_to_four_and_lose_nothing(name: str) -> None:
    divisions = split(name)
    assert 1 <= len(divisions) <= 4
    assert all("".join(parts) == name for parts in divisions)
    assert len(set(divisions)) == len(divisions)
