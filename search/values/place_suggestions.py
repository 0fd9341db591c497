"""Which towns of the gazetteer a short text may mean: those of its name in several countries, or those that sound so.

Only what is not sure is worth a question: a text that says its country, or names one town far larger than all others of
its name, is sure.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from matching.names.name_comparison import prepare, prepared_bits
from matching.places.atlas import Town, atlas
from matching.places.locating import locate
from matching.places.named_places import named_places
from matching.places.place_folding import fold_name
from matching.places.place_skeletons import name_skeletons
from matching.places.routes import routes
from matching.places.usual_routes import usual_routes

# A second town of the same name is worth a question from this many people, or from a tenth of the first one.
_LARGE, _SHARE, _VILLAGE = 100_000, 10, 2_000
_ALIKE, _VERY_ALIKE, _LEAST_BITS = 75, 80, 6.0
_LONGEST_NAME, _MOST_WORDS, _LEAST_LETTERS = 60, 4, 4
_FIRST_PART = re.compile(r"[,;·/()\n،؛]")


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """A country in which the place may lie, and the town by its name in Latin letters."""

    country: str
    town: str = ""


def load() -> None:
    """Reads the gazetteer, which takes seconds, before the first family waits for it."""
    locate("Tripoli")


@lru_cache(maxsize=4096)
def suggested_places(text: str, nationalities: tuple[str, ...] = (), most: int = 4) -> tuple[SuggestedPlace, ...]:
    """What a text without a country may mean, the likeliest first; empty where it is sure or no short name."""
    named = named_places(text)
    if not _is_short_name(text) or named.countries:
        return ()
    same = _of_the_same_name(_first_part(text))
    if same:
        shown = tuple(dict.fromkeys(SuggestedPlace(town.country) for town in _uncertain(same)))
        return shown[:most] if len(shown) > 1 else ()
    if named.routes or locate(text) is not None:
        return ()
    heard = _heard(_first_part(text), _countries_of(nationalities))
    return tuple(dict.fromkeys(SuggestedPlace(town.country, town.name.title()) for town in heard))[: most - 1]


def _is_short_name(text: str) -> bool:
    name = _first_part(text)
    return (
        _LEAST_LETTERS <= len(fold_name(name)) <= _LONGEST_NAME
        and len(name.split()) <= _MOST_WORDS
        and not any(letter.isdecimal() for letter in text)
    )


def _first_part(text: str) -> str:
    return _FIRST_PART.split(text, maxsplit=1)[0].strip()


def _of_the_same_name(name: str) -> list[Town]:
    """The towns of a name, the largest first; in Latin letters without those that only once had it."""
    folded = fold_name(name)
    found = sorted(atlas().named(folded.encode()), key=lambda town: -town.population)
    if not folded.isascii():
        return found
    return [town for town in found if folded in town.name or fuzz.ratio(folded, town.name) >= _ALIKE]


def _uncertain(towns: list[Town]) -> list[Town]:
    """Those that may be meant beside the largest."""
    largest = towns[0].population
    return [town for town in towns if town.population >= min(_LARGE, max(largest / _SHARE, _VILLAGE))]


def _countries_of(nationalities: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of a journey: where somebody is from and the routes from there; without any, all routes."""
    usual = usual_routes(frozenset(nationalities))
    taken = [route for route in routes() if not usual or route.code in usual]
    return tuple(sorted({*nationalities, *(country for route in taken for country in route.countries)}))


def _heard(name: str, countries: tuple[str, ...]) -> list[Town]:
    known, folded = atlas(), fold_name(name)
    skeletons = [skeleton.encode() for skeleton in name_skeletons(folded)]
    numbers = {number for country in countries for one in skeletons for number in known.sounding(country).get(one, ())}
    towns = [town for town in map(known.town, sorted(numbers)) if not folded.isascii() or _is_alike(folded, town)]
    towns = sorted(towns, key=lambda town: -town.population)[:12]
    judged = [(prepared_bits(prepare(folded), prepare(town.name)), town) for town in towns]
    likely = [(bits, town) for bits, town in judged if bits >= _LEAST_BITS or _is_alike(folded, town, _VERY_ALIKE)]
    return [town for _, town in sorted(likely, key=lambda one: -one[0])]


def _is_alike(folded: str, town: Town, least: int = _ALIKE) -> bool:
    return fuzz.ratio(folded, town.name) >= least
