"""A text for a place read into phrases."""

import pytest

from matching.places.place_phrases import Phrase, read_phrases


def texts(text: str) -> list[str]:
    return [phrase.text for phrase in read_phrases(text)]


def by_text(text: str) -> dict[str, Phrase]:
    return {phrase.text: phrase for phrase in read_phrases(text)}


def test_at_every_word_the_longest_phrase_wins() -> None:
    assert texts("32 km north of Zuwara, Libya") == ["32", "km", "north of", "zuwara", "libya"]
    assert texts("Eagle Pass, Texas") == ["eagle pass", "texas"]
    assert [phrase.first for phrase in read_phrases("Eagle Pass, Texas")] == [0, 2]
    assert [phrase.length for phrase in read_phrases("Eagle Pass, Texas")] == [2, 1]


def test_a_comma_begins_a_new_part_and_no_phrase_reaches_over_it() -> None:
    assert [phrase.part for phrase in read_phrases("off La Louata, Sfax; Tunisia")] == [0, 0, 1, 2]
    assert texts("Eagle, Pass") == ["eagle", "pass"]
    assert [phrase.part for phrase in read_phrases("Eagle-Pass Sfax")] == [0, 0]


def test_brackets_a_dash_and_a_later_sentence_are_remarks() -> None:
    assert {one.text: one.remark for one in read_phrases("Tunis (Sfax) Kelibia")} == {
        "tunis": False,
        "sfax": True,
        "kelibia": False,
    }
    assert [phrase.remark for phrase in read_phrases("Hasaka. Ankara")] == [False, True]
    assert [phrase.remark for phrase in read_phrases("St. Louis")] == [False] * len(read_phrases("St. Louis"))
    assert [phrase.remark for phrase in read_phrases("Sfax – Tunis")] == [False, True]


def test_a_town_has_a_capital_where_the_text_has_any() -> None:
    assert by_text("lost in Sfax").get("sfax", Phrase("", 0, 0, False, False, 1)).town == b"sfax"
    assert by_text("lost In sfax")["sfax"].town == b""
    assert by_text("lost in sfax")["sfax"].town == b"sfax"
    assert by_text("LOST IN SFAX")["sfax"].town == b"sfax"


def test_a_country_and_a_word_of_grammar_are_no_towns() -> None:
    assert by_text("Libya")["libya"].town == b""
    assert by_text("Near Off")["off"].town == b""


def test_a_turkish_ending_behind_an_apostrophe_is_left_out() -> None:
    assert texts("Bodrum'da") == ["bodrum"]
    assert texts("Bodrum’dan") == ["bodrum"]
    assert texts("N'da") == ["nda"]


def test_a_bent_name_is_the_town_that_it_is_without_its_prefix() -> None:
    (phrase,) = read_phrases("بطرابلس")
    assert phrase.town == "طرابلس".encode()


def test_scripts_without_spaces_are_cut_at_the_names_they_hold() -> None:
    assert texts("東京大阪") == ["東京", "大阪"]
    assert len(texts("อยู่ที่กรุงเทพ")) > 1
    assert "กรุงเทพ" in texts("อยู่ที่กรุงเทพ")


def test_a_phrase_says_what_it_is() -> None:
    found = by_text("32 km north of Zuwara, Qurvandil")
    assert found["km"].everyday
    assert found["zuwara"].placed
    assert not found["zuwara"].everyday
    assert found["qurvandil"].unknown
    assert not found["32"].unknown
    assert not found["zuwara"].unknown
    assert found["north of"].has("near", "direction")
    assert not found["north of"].has("near")
    assert not found["qurvandil"].has("near")


def test_a_text_is_read_to_its_three_hundredth_character() -> None:
    assert texts("," * 296 + "Sfax Tunis") == ["sfax"]


@pytest.mark.parametrize("text", ["", " ", "()", "...", "\u200f"])
def test_a_text_without_a_word_has_no_phrase(text: str) -> None:
    assert read_phrases(text) == []
