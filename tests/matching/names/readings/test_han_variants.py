"""Forms of one Han character."""

from matching.names.readings.han_variants import character, is_han, same_characters


def test_all_forms_of_a_name_have_the_same_characters() -> None:
    assert same_characters("陳學榮") == same_characters("陈学荣") == same_characters("陳学栄") == "陈学荣"


def test_kana_and_other_signs_stay() -> None:
    assert same_characters("みゆき・A") == "みゆき・A"


def test_nothing_changes_when_done_twice() -> None:
    once = same_characters("齋藤廣國濵邊")
    assert same_characters(once) == once


def test_compatibility_forms_become_the_usual_ones() -> None:
    assert same_characters("\uf91c") == same_characters("卵")


def test_each_column_of_the_table_is_read_as_what_it_is() -> None:
    row = character("陳")
    assert (row.shared, row.mandarin, row.cantonese, row.hangul) == ("陈", ("chen",), ("chan", "chun"), "진")
    assert character("里").hangul == "리이"


def test_nothing_is_known_of_other_signs() -> None:
    row = character("A")
    assert (row.shared, row.mandarin, row.cantonese, row.hangul) == ("", (), (), "")


def test_han_characters_and_the_repetition_sign_are_told_from_kana() -> None:
    assert [is_han(letter) for letter in "陳々のノA"] == [True, True, False, False, False]
