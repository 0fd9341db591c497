"""Which routes people of a country usually take."""

from functools import lru_cache

from matching.places.tables import read_rows


@lru_cache(maxsize=4096)
def usual_routes(countries: frozenset[str]) -> frozenset[str]:
    """The routes usual for any of these nationalities; empty where the table knows none."""
    table = _routes_by_origin()
    return frozenset(route for country in countries for route in table.get(country, ()))


@lru_cache(maxsize=1)
def _routes_by_origin() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for countries, routes in read_rows("route_origins.tsv"):
        for country in countries.split():
            table[country] = table.get(country, frozenset()) | frozenset(routes.split())
    return table
