"""From the broadest place that a text names to the finest that lies within it."""

import dataclasses

import pytest

from matching.places.atlas import Town, atlas
from matching.places.distance import haversine_km
from matching.places.place_narrowing import Found, narrow, place_of, within_reach
from matching.places.place_phrases import Phrase, read_phrases
from matching.places.surrounding_words import Surroundings

EVERYWHERE: frozenset[str] = frozenset()
LIBYA = frozenset({"LY"})
PHRASE = Phrase("somewhere", 0, 0, remark=False, capital=True, length=1)


def found(text: str, *countries: str) -> Found | None:
    phrases = read_phrases(text)
    return narrow(Surroundings(phrases), phrases, frozenset(countries))


def known(text: str, *countries: str) -> Found:
    place = found(text, *countries)
    assert place is not None, text
    return place


def kilometres(one: Found, other: Found) -> float:
    return haversine_km(one.latitude, one.longitude, other.latitude, other.longitude)


def town(population: int, latitude: float = 32.0, longitude: float = 13.0) -> Town:
    return Town(1, "LY", "1", population, latitude, longitude, "militah")


@pytest.mark.parametrize(
    ("population", "radius"),
    [(0, 10.0), (99_999, 10.0), (100_000, 15.0), (500_000, 20.0), (1_999_999, 20.0), (2_000_000, 25.0)],
)
def test_a_city_reaches_as_far_as_its_people_need(population: int, radius: float) -> None:
    place = place_of(town(population), PHRASE)
    assert (place.radius_km, place.reach_km) == (radius, radius + 90.0)
    assert (place.latitude, place.longitude, place.countries, place.phrase) == (32.0, 13.0, LIBYA, PHRASE)


def test_a_town_lies_within_reach_of_a_region_with_some_room_and_of_nothing_else() -> None:
    # A tenth more than the reach, and twenty kilometres.
    anchor = Found(32.0, 13.0, 50.0, 100.0, LIBYA, PHRASE)
    assert within_reach(anchor, town(0, 32.0 + 129 / 111.2), LIBYA)
    assert not within_reach(anchor, town(0, 32.0 + 131 / 111.2), LIBYA)
    assert within_reach(None, town(0, 80.0), LIBYA)


def test_a_sea_holds_nothing_back_from_a_named_country_and_reaches_far_without_one() -> None:
    sea = Found(32.0, 13.0, 100.0, 100.0, EVERYWHERE, PHRASE)
    assert within_reach(sea, town(0, 80.0), LIBYA)
    assert within_reach(sea, town(0, 32.0 + 909 / 111.2), EVERYWHERE)
    assert not within_reach(sea, town(0, 32.0 + 911 / 111.2), EVERYWHERE)


def test_the_finest_place_within_the_broader_one_is_found() -> None:
    assert known("Matamoros, Tamaulipas, Mexico", "MX").longitude == pytest.approx(-97.5, abs=0.1)
    assert known("Matamoros, Coahuila, Mexico", "MX").longitude == pytest.approx(-103.2, abs=0.1)
    assert known("Chiapas", "MX").radius_km > known("Tapachula, Chiapas", "MX").radius_km


def test_of_homonyms_the_one_in_the_known_country_is_meant_and_else_the_largest_by_far() -> None:
    assert known("Tripoli", "LY").countries == LIBYA
    assert known("Tripoli", "LB").countries == {"LB"}
    assert known("Paris").countries == {"FR"}
    assert found("San Juan") is None


def test_a_village_alone_is_believed_in_its_country_only() -> None:
    towns = map(atlas().town, range(0, 77_000, 11))
    village = next(one for one in towns if one.population < 2_000 and len(atlas().named(one.name.encode())) == 1)
    name = village.name.title()
    assert found(name, village.country) is not None
    assert found(name) is None


def test_a_name_among_other_words_needs_a_large_town() -> None:
    assert found("Karim Sfax", "TN") is not None
    assert found("Karim Metlaoui", "TN") is None
    assert found("in Metlaoui", "TN") is not None


def test_an_everyday_word_is_a_town_only_alone_with_its_country() -> None:
    assert found("Nice", "FR") is not None
    assert found("Nice") is None
    assert found("Karim Nice", "FR") is None


def test_a_word_beside_a_town_makes_it_a_region_or_a_district() -> None:
    city, region, district = (known(text, "TN") for text in ("Sfax", "Sfax region", "Sfax district"))
    assert region.radius_km >= 50.0 > city.radius_km
    assert district.radius_km == 45.0
    assert district == dataclasses.replace(city, radius_km=45.0, phrase=district.phrase)


def test_a_county_of_the_united_states_is_not_the_town_of_its_name() -> None:
    assert found("Houston district", "US") is None
    assert found("Houston", "US") is not None


def test_a_country_without_such_a_place_has_none() -> None:
    assert found("Agadez", "ML") is None
    assert found("") is None


def test_a_place_of_the_small_table_keeps_its_own_radius() -> None:
    eagle_pass = known("Eagle Pass, Texas", "US")
    assert kilometres(eagle_pass, known("Eagle Pass", "US")) == 0.0
    assert eagle_pass.radius_km < known("Texas", "US").radius_km
