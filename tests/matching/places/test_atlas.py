"""The shipped gazetteer: what its lines hold, and that it agrees with the engine that reads it."""

from matching.places.atlas import Atlas, atlas
from matching.places.place_folding import fold_name
from matching.places.place_skeletons import name_skeletons
from matching.places.tables import read_rows

_TINY = (
    b"LY\t1\t90\t32.00\t12.00\tzuwarah\t\xd8\xb2\xd9\x88\xd8\xa7\xd8\xb1\xd9\x87\tsr\n"
    b"LY\t1\t40\t33.00\t14.00\tmilitah\tmlt\n"
    b"LY\t2\t70\t30.00\t20.00\tmilitah\tmlt"
)


def test_towns_are_found_by_all_their_names() -> None:
    tiny = Atlas(_TINY)
    assert [town.number for town in tiny.named(fold_name("زوارة").encode())] == [0]
    assert [town.number for town in tiny.named(b"militah")] == [1, 2]
    assert tiny.named(b"tripoli") == ()
    assert b"zuwarah" in tiny
    assert b"mlt" not in tiny


def test_the_largest_town_of_a_region_is_its_capital() -> None:
    tiny = Atlas(_TINY)
    assert [tiny.is_capital(tiny.town(number)) for number in range(3)] == [True, False, True]


def test_a_region_lies_among_its_towns() -> None:
    extent = Atlas(_TINY).extent("LY", "1")
    assert (extent.latitude, extent.longitude) == (32.5, 13.0)
    assert extent.radius_km <= extent.reach_km + 100


def test_towns_of_a_country_are_found_by_sound() -> None:
    assert Atlas(_TINY).sounding("LY") == {b"sr": [0], b"mlt": [1, 2]}
    assert Atlas(_TINY).sounding("TN") == {}


def test_the_shipped_table_was_made_by_the_folding_and_sounds_of_this_engine() -> None:
    for number in range(0, 77_000, 997):
        town = atlas().town(number)
        assert fold_name(town.name) == town.name
        for skeleton in name_skeletons(town.name):
            assert number in atlas().sounding(town.country)[skeleton.encode()]


def test_every_region_is_found_by_its_town() -> None:
    for country, town, _names in read_rows("regions.tsv"):
        assert any(one.country == country for one in atlas().named(town.encode())), f"{country} {town}"


def test_known_places_lie_on_the_globe_and_have_a_radius() -> None:
    for names, countries, latitude, longitude, radius in read_rows("known_places.tsv"):
        assert all(fold_name(name) for name in names.split("|"))
        assert all(len(country) == 2 and country.isupper() for country in countries.split())
        assert -60 <= float(latitude) <= 72
        assert -180 <= float(longitude) <= 180
        assert 4 <= float(radius) <= 1800
