"""Countries lie on stretches of road."""

from search.values.route_regions import regions_of
from search.vocabulary import RouteRegion


def test_a_country_lies_on_every_road_through_it_and_one_without_a_road_on_none() -> None:
    assert regions_of(["LY"]) == {RouteRegion.CENTRAL_MEDITERRANEAN, RouteRegion.SAHARA}
    assert regions_of(["GT", "IT"]) == {RouteRegion.AMERICAS, RouteRegion.CENTRAL_MEDITERRANEAN}
    assert regions_of(["NZ", ""]) == frozenset()


def test_every_road_has_countries() -> None:
    codes = [f"{a}{b}" for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert regions_of(codes) == set(RouteRegion)
