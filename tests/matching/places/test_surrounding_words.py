"""How much the words around a phrase speak for its being a place."""

import pytest

from matching.places.place_phrases import Phrase, read_phrases
from matching.places.surrounding_words import Surroundings, Trust


def around(text: str, name: str) -> tuple[Surroundings, Phrase]:
    phrases = read_phrases(text)
    return Surroundings(phrases), next(phrase for phrase in phrases if phrase.text == name)


@pytest.mark.parametrize(
    ("text", "name", "trust"),
    [
        ("Sfax, Tunisia", "sfax", Trust.WHOLE),
        ("District of Sfax", "sfax", Trust.WHOLE),
        ("in Sfax", "sfax", Trust.STRONG),
        ("near the Sfax", "sfax", Trust.STRONG),
        ("Qurvandil Sfax", "sfax", Trust.WEAK),
        ("Sfax Qurvandil", "sfax", Trust.NONE),
        ("Sfax hotel", "sfax", Trust.NONE),
        ("hotel Sfax", "sfax", Trust.NONE),
        ("Lost in sfax", "sfax", Trust.NONE),
        ("lost in Sfax", "sfax", Trust.STRONG),
        ("Sfax near Tunis", "sfax", Trust.WHOLE),
    ],
)
def test_a_town_is_trusted_by_what_stands_around_it(text: str, name: str, trust: Trust) -> None:
    surroundings, phrase = around(text, name)
    assert surroundings.trust(phrase) is trust


def test_neighbours_are_of_the_same_part_alone() -> None:
    surroundings, phrase = around("near Sfax, Tunisia", "sfax")
    before = surroundings.before(phrase)
    assert before is not None
    assert before.text == "near"
    assert surroundings.after(phrase) is None
    _, tunisia = around("near Sfax, Tunisia", "tunisia")
    assert surroundings.before(tunisia) is None
    assert surroundings.before(before) is None


def test_a_word_of_a_kind_is_beside_a_name_on_either_side() -> None:
    for text in ("Sfax district", "district of Sfax", "district Sfax"):
        surroundings, phrase = around(text, "sfax")
        assert surroundings.beside(phrase, "district")
        assert not surroundings.beside(phrase, "region")
    surroundings, phrase = around("Sfax, district", "sfax")
    assert not surroundings.beside(phrase, "district")


def test_a_name_that_follows_once_more_is_a_city_in_its_region() -> None:
    phrases = read_phrases("Chihuahua, Chihuahua")
    surroundings = Surroundings(phrases)
    assert [surroundings.comes_again(phrase) for phrase in phrases] == [True, False]
    remark = read_phrases("Chihuahua (Chihuahua)")
    assert not Surroundings(remark).comes_again(remark[0])


def test_the_country_next_behind_a_name_is_told() -> None:
    surroundings, phrase = around("Matamoros, Mexico, Guatemala", "matamoros")
    assert surroundings.next_countries(phrase) == {"MX"}
    surroundings, phrase = around("Mexico, Qurvandil", "qurvandil")
    assert surroundings.next_countries(phrase) == frozenset()


def test_a_hotel_is_not_the_place_that_it_is_called_after() -> None:
    for text, believed in (
        ("Texas", True),
        ("hotel Texas", False),
        ("Texas Qurvandil", False),
        ("Texas, Qurvandil", True),
    ):
        surroundings, phrase = around(text, "texas")
        assert surroundings.believable(phrase) is believed, text


def test_a_place_may_follow_a_preposition_or_another_place_and_end_before_them() -> None:
    for text, led in (("in Sfax", True), ("Sfax", True), ("Tunis Sfax", True), ("Qurvandil Sfax", False)):
        surroundings, phrase = around(text, "sfax")
        assert surroundings.is_led(phrase) is led, text
    for text, ended in (("Sfax in", True), ("Sfax", True), ("Sfax Tunis", True), ("Sfax Qurvandil", False)):
        surroundings, phrase = around(text, "sfax")
        assert surroundings.is_ended(phrase) is ended, text
