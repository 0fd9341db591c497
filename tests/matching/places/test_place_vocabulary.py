"""Words about places, and places that no list of towns has."""

import pytest

from matching.places.atlas import atlas
from matching.places.place_folding import fold_name
from matching.places.place_vocabulary import region_of, region_place, vocabulary
from matching.places.tables import read_rows


def test_a_phrase_of_several_tables_means_all_of_them() -> None:
    meaning = vocabulary().meaning("chihuahua")
    assert meaning is not None
    assert meaning.regions == (("MX", "chihuahua"),)
    texas = vocabulary().meaning("texas")
    assert texas is not None
    assert texas.countries == {"US"}
    assert texas.regions == (("US", "houston"),)
    assert (texas.places, texas.kinds) == ((), {})


def test_words_have_their_kind_and_its_value() -> None:
    kinds = {
        phrase: meaning.kinds
        for phrase in ("north of", "km", "near", "nice")
        if (meaning := vocabulary().meaning(phrase))
    }
    assert kinds["north of"] == {"direction": "n"}
    assert kinds["km"]["unit"] == "1"
    assert kinds["near"] == {"near": ""}
    assert kinds["nice"] == {"everyday": ""}


def test_a_sea_between_many_countries_has_none() -> None:
    meaning = vocabulary().meaning("central mediterranean")
    assert meaning is not None
    (sea,) = meaning.places
    assert sea.countries == frozenset()
    assert sea.radius_km == sea.reach_km == 350.0


def test_what_no_table_knows_means_nothing() -> None:
    assert vocabulary().meaning("qurvandil") is None
    assert vocabulary().meaning("") is None


def test_the_longest_phrase_of_a_first_word_is_known() -> None:
    assert vocabulary().longest_from("qurvandil") == 0
    assert vocabulary().longest_from("central") >= 2
    phrases = [fold_name(phrase) for _, found in read_rows("place_words.tsv") for phrase in found.split("|")]
    assert all(vocabulary().longest_from(phrase.split()[0]) >= len(phrase.split()) for phrase in phrases if phrase)


def test_a_region_lies_where_its_towns_are() -> None:
    region = region_place("MX", "tijuana")
    assert region is not None
    assert (region.latitude, region.longitude) == pytest.approx((31.3, -115.7), abs=0.2)
    assert 50.0 <= region.radius_km < region.reach_km
    assert region.countries == {"MX"}
    (tijuana, *_) = (town for town in atlas().named(b"tijuana") if town.country == "MX")
    assert region_of(tijuana) == region


def test_a_region_of_an_unknown_town_is_none() -> None:
    assert region_place("LY", "qurvandil") is None
    assert region_place("LY", "tijuana") is None
