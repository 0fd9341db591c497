"""A name as written into the parts it may consist of."""

from matching.names.readings.reading_result import Group
from matching.names.segmentation import segmentations_of

CHINESE = frozenset({Group.MANDARIN, Group.CANTONESE, Group.HOKKIEN})
FOREIGN = frozenset({Group.TRANSCRIBED, Group.CANTONESE})
KOREAN, JAPANESE = frozenset({Group.KOREAN}), frozenset({Group.JAPANESE})


def divided(name: str) -> list[tuple[str, frozenset[Group] | None, bool]]:
    """Each way as its parts with a space between, its languages, and whether they are syllables."""
    return [
        (" ".join(segmentation.parts), segmentation.groups, segmentation.syllables)
        for segmentation in segmentations_of(name)
    ]


def test_a_name_in_several_words_has_one_way() -> None:
    assert divided("Karim Haddad") == [("karim haddad", None, False)]
    assert divided("김 혜은") == [("김 혜은", None, False)]
    assert divided(" ") == [("", None, False)]


def test_a_korean_name_is_syllables_or_one_word() -> None:
    assert divided("김혜은") == [("김 혜 은", None, True), ("김혜은", None, False)]
    assert divided("에른스트") == [("에른스트", None, False)]


def test_a_japanese_name_in_kana_is_family_name_and_given_name() -> None:
    segmentations = divided("すずきいちろう")
    assert segmentations[0] == ("すずき いちろう", None, False)
    assert segmentations[-1] == ("すずきいちろう", None, False)
    assert len(segmentations) == 4


def test_a_chinese_or_korean_name_is_syllables_and_a_japanese_one_falls_in_two() -> None:
    assert divided("陳健波") == [
        ("陳 健 波", CHINESE, True),
        ("陳 健 波", KOREAN, True),
        ("陳 健波", JAPANESE, False),
        ("陳健 波", JAPANESE, False),
    ]


def test_without_a_chinese_surname_it_is_foreign_or_japanese() -> None:
    assert divided("加藤勝三") == [
        ("加藤勝三", FOREIGN, False),
        ("加藤 勝三", JAPANESE, False),
        ("加藤勝 三", JAPANESE, False),
    ]


def test_characters_that_china_alone_simplified_are_in_no_korean_or_japanese_name() -> None:
    assert divided("罗伯特") == [("罗伯特", FOREIGN, False), ("罗 伯 特", CHINESE, True)]


def test_five_characters_are_no_native_name() -> None:
    assert divided("罗纳尔多斯") == [("罗纳尔多斯", FOREIGN, False)]
    assert ("罗 纳 尔 多", CHINESE, True) in divided("罗纳尔多")


def test_kana_and_the_repetition_sign_are_japanese_alone() -> None:
    assert {groups for _, groups, _ in divided("佐々木誠")} == {JAPANESE}
    assert len(divided("佐々木誠")) == 2


def test_words_with_a_dot_between_are_a_foreign_name_and_others_may_be_of_any_language() -> None:
    assert divided("约翰·史密斯") == [("约翰 史密斯", FOREIGN, False)]
    assert divided("田中 太郎") == [
        ("田中 太郎", JAPANESE, False),
        ("田中 太郎", CHINESE, False),
        ("田中 太郎", KOREAN, False),
    ]
    assert divided("李明 Karim") == [("李明 karim", None, False)]


def test_a_surname_alone_may_be_of_each_language() -> None:
    assert divided("王") == [("王", CHINESE, True), ("王", KOREAN, True), ("王", JAPANESE, False)]


def test_there_are_at_most_six_ways() -> None:
    names = ("林大輔", "莫扎特", "王小明", "山本山", "金民秀", "歐陽明德")
    assert max(len(divided(name)) for name in names) <= 6
