"""Towns whose name was written as it was heard."""

import pytest

from matching.places.place_narrowing import Found
from matching.places.place_phrases import read_phrases
from matching.places.surrounding_words import Surroundings
from matching.places.towns_by_sound import town_by_sound

AFGHANISTAN = frozenset({"AF"})


def heard(text: str, countries: frozenset[str] = AFGHANISTAN, anchor: Found | None = None) -> Found | None:
    phrases = read_phrases(text)
    return town_by_sound(Surroundings(phrases), phrases, countries, anchor)


def test_another_spelling_is_the_town_of_a_known_country_less_precisely() -> None:
    found = heard("Shebarghan")
    assert found is not None
    assert (found.latitude, found.longitude) == pytest.approx((36.67, 65.75), abs=0.05)
    assert found.radius_km == 20.0
    assert found.phrase.text == "shebarghan"


def test_without_a_country_or_among_more_than_three_nothing_is_sought() -> None:
    assert heard("Shebarghan", frozenset()) is None
    assert heard("Shebarghan", frozenset({"AF", "IR", "PK"})) is not None
    assert heard("Shebarghan", frozenset({"AF", "IR", "PK", "TJ"})) is None


def test_in_another_country_there_is_no_such_town() -> None:
    assert heard("Shebarghan", frozenset({"LY"})) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("near Shebarghan", True),
        ("Shebarghan district", True),
        ("in shebarghan Afghanistan", False),
        ("Qurvandil Shebarghan Zubmertak Lamin Karim", False),
        ("hotel Shebarghan", False),
        ("Qurvandil", False),
        ("Shb", False),
        ("", False),
    ],
)
def test_a_name_is_sought_where_a_place_may_stand(text: str, *, found: bool) -> None:
    assert (heard(text) is not None) is found


def test_a_town_out_of_reach_of_the_rest_of_the_text_is_not_meant() -> None:
    town = heard("Shebarghan")
    assert town is not None
    near = Found(36.7, 66.0, 50.0, 60.0, AFGHANISTAN, town.phrase)
    far = Found(31.6, 65.7, 50.0, 60.0, AFGHANISTAN, town.phrase)
    assert heard("Shebarghan", anchor=near) is not None
    assert heard("Shebarghan", anchor=far) is None


def test_of_two_unknown_names_either_may_be_the_town_and_a_third_is_not_looked_at() -> None:
    assert heard("Qurvandil, Shebarghan") is not None
    assert heard("Qurvandil, Zubmertak, Shebarghan") is None
