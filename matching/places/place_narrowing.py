"""From the broadest place that a text names to the finest that lies within it.

A region, a sea or a city holds what else is named; of homonyms the one that lies there is meant. A name that would lie
elsewhere is not believed, because a wrong place is worse than a rough one.
"""

from dataclasses import dataclass, replace

from matching.places.atlas import Town, atlas
from matching.places.distance import haversine_km
from matching.places.place_phrases import Phrase
from matching.places.place_vocabulary import KnownPlace, region_of, region_place
from matching.places.surrounding_words import Surroundings, Trust

# How far a city reaches, by population.
_CITY_KM = ((2_000_000, 25.0), (500_000, 20.0), (100_000, 15.0), (0, 10.0))
_DISTRICT_KM = 45.0
# Where a county hardly ever has the name of a town within it.
_COUNTIES_NAMED_OTHERWISE = frozenset({"US"})
# What else is named may lie so far outside a region, or from a town.
_REACH, _BEYOND_KM, _AROUND_TOWN_KM, _AROUND_SEA_KM = 1.1, 20.0, 90.0, 800.0
# Homonyms: the one that is so many times larger is meant; those within this distance are one place.
_TIMES_LARGER, _TIMES_LARGER_THAN_LARGE, _LARGE, _ONE_PLACE_KM = 4.0, 2.0, 500_000, 100.0
# A town is less likely meant by a Latin name that it has besides its own; in other scripts all names are such.
_OTHER_NAME, _MOST_FOR_OTHER_NAME = 0.3, 150_000
# Below these populations a name alone does not suffice where no country is known: as all that was said; after a
# preposition; anywhere.
_LEAST = {Trust.WHOLE: 2_000, Trust.STRONG: 15_000, Trust.WEAK: 200_000}
# Where all that is known is a country, a name among other words needs as many.
_LEAST_IN_COUNTRY = 100_000


@dataclass(frozen=True, slots=True)
class Found:
    """A place with the phrase that named it, None for a whole region found by its town."""

    latitude: float
    longitude: float
    radius_km: float
    reach_km: float
    countries: frozenset[str]
    phrase: Phrase


def narrow(around: Surroundings, phrases: list[Phrase], countries: frozenset[str]) -> Found | None:
    """The finest place that these phrases name, within these countries where any are known."""
    anchor: Found | None = None
    broad = sorted(_broad(around, phrases, countries), key=lambda one: -one.radius_km)
    for found in broad:
        if anchor is None or _is_part(found, anchor, countries):
            anchor = found
    known = {found.phrase.first for found in broad}
    for phrase in reversed(phrases):
        if phrase.town and phrase.first not in known and not _is_around(anchor, phrase, known):
            anchor = _town(around, phrase, countries, anchor) or anchor
    return anchor


def place_of(town: Town, phrase: Phrase) -> Found:
    """A town as a place."""
    radius = next(radius for least, radius in _CITY_KM if town.population >= least)
    reach = radius + _AROUND_TOWN_KM
    return Found(town.latitude, town.longitude, radius, reach, frozenset({town.country}), phrase)


def within_reach(anchor: Found | None, town: Town, countries: frozenset[str]) -> bool:
    """Whether a town lies where the rest of the text says; without a rest, anywhere."""
    return _within(anchor, town.latitude, town.longitude, 0.0, countries)


def _broad(around: Surroundings, phrases: list[Phrase], countries: frozenset[str]) -> list[Found]:
    """What the hand-made tables know, of each name the place that fits the countries."""
    found: list[Found] = []
    for phrase in phrases:
        if not (phrase.meaning.places or phrase.meaning.regions) or not around.believable(phrase):
            continue
        known = _fitting(phrase.meaning.places, around.next_countries(phrase) & countries, countries)
        if known is None and not around.comes_again(phrase):
            known = _region(phrase, countries)
        if known is not None:
            found.append(_as_found(known, phrase, is_district=around.beside(phrase, "district")))
    return found


def _fitting(places: tuple[KnownPlace, ...], nearest: frozenset[str], countries: frozenset[str]) -> KnownPlace | None:
    """The place in the country named next, in another one, or of none; where no country is known, the only one."""
    for wanted in (nearest, countries):
        fitting = [place for place in places if not place.countries.isdisjoint(wanted)]
        if fitting:
            return fitting[0]
    nameless = [place for place in places if not place.countries]
    if nameless:
        return nameless[0]
    return places[0] if len(places) == 1 and not countries else None


def _region(phrase: Phrase, countries: frozenset[str]) -> KnownPlace | None:
    """The region of a name; where no country is known, a town may be meant as well."""
    if phrase.town and not countries:
        return None
    regions = [one for one in phrase.meaning.regions if not countries or one[0] in countries]
    return region_place(*regions[0]) if len(regions) == 1 else None


def _town(around: Surroundings, phrase: Phrase, countries: frozenset[str], anchor: Found | None) -> Found | None:
    trust = around.trust(phrase)
    if trust is Trust.NONE or (trust is Trust.WEAK and phrase.everyday):
        return None
    towns = [town for town in atlas().named(phrase.town) if not countries or town.country in countries]
    towns = _innermost(anchor, [town for town in towns if within_reach(anchor, town, countries)])
    town = _meant(towns, phrase, anchored=anchor is not None and bool(anchor.countries))
    if town is None or not _believed(town, phrase, trust, countries, anchor):
        return None
    return _sized(around, town, phrase)


def _innermost(anchor: Found | None, towns: list[Town]) -> list[Town]:
    """The towns within the radius of a region where there are any, else all: regions overlap at their edges."""
    if anchor is None or not anchor.countries:
        return towns
    return [
        town
        for town in towns
        if haversine_km(anchor.latitude, anchor.longitude, town.latitude, town.longitude) <= anchor.radius_km
    ] or towns


def _believed(town: Town, phrase: Phrase, trust: Trust, countries: frozenset[str], anchor: Found | None) -> bool:
    if anchor is not None and anchor.countries:
        return not phrase.everyday or trust is Trust.WHOLE
    if countries:
        return trust is not Trust.WEAK or town.population >= _LEAST_IN_COUNTRY
    return not phrase.everyday and town.population >= _LEAST[trust]


def _meant(towns: list[Town], phrase: Phrase, *, anchored: bool) -> Town | None:
    """The town that a name means: the largest, unless another is about as large and lies elsewhere."""
    if len(towns) < 2:
        return towns[0] if towns else None
    weighed = sorted(((_weight(town, phrase), -town.number, town) for town in towns), reverse=True)
    weight, _, best = weighed[0]
    if anchored:
        return best
    times = _TIMES_LARGER_THAN_LARGE if best.population >= _LARGE else _TIMES_LARGER
    for other_weight, _, other in weighed[1:]:
        rival = other_weight * times >= weight
        if best.population < _LARGE:
            rival = rival or (_is_own(other, phrase) and not _is_own(best, phrase))
        if rival and haversine_km(best.latitude, best.longitude, other.latitude, other.longitude) > _ONE_PLACE_KM:
            return None
    return best


def _weight(town: Town, phrase: Phrase) -> float:
    if _is_own(town, phrase):
        return float(town.population)
    return min(town.population, _MOST_FOR_OTHER_NAME) * _OTHER_NAME


def _is_own(town: Town, phrase: Phrase) -> bool:
    return not phrase.town.isascii() or town.name == phrase.town.decode()


def _sized(around: Surroundings, town: Town, phrase: Phrase) -> Found | None:
    """A town, or the region or district of its name where the text says so; a village gives its name to no region."""
    if around.beside(phrase, "region"):
        big = town.population >= _LEAST_IN_COUNTRY or atlas().is_capital(town)
        return _as_found(region_of(town), phrase) if big else None
    found = place_of(town, phrase)
    if not around.beside(phrase, "district"):
        return found
    return None if town.country in _COUNTIES_NAMED_OTHERWISE else replace(found, radius_km=_DISTRICT_KM)


def _as_found(place: KnownPlace, phrase: Phrase, *, is_district: bool = False) -> Found:
    radius = place.radius_km + (_DISTRICT_KM if is_district else 0.0)
    return Found(place.latitude, place.longitude, radius, max(radius, place.reach_km), place.countries, phrase)


def _is_around(anchor: Found | None, phrase: Phrase, known: set[int]) -> bool:
    """Whether a small place of the hand-made tables was named first: what follows tells where that is."""
    if anchor is None or anchor.phrase.first not in known:
        return False
    return anchor.radius_km <= _DISTRICT_KM and phrase.first > anchor.phrase.first


def _is_part(found: Found, anchor: Found, countries: frozenset[str]) -> bool:
    """Whether a broad place is a part of a broader one; two regions side by side are not."""
    if found.radius_km > _DISTRICT_KM * 2 and anchor.countries:
        anchor = replace(anchor, reach_km=anchor.radius_km)
    return _within(anchor, found.latitude, found.longitude, found.radius_km, countries)


def _within(
    anchor: Found | None, latitude: float, longitude: float, radius_km: float, countries: frozenset[str]
) -> bool:
    """Whether a place may be a part of the anchor; a sea holds nothing back from a country that was named."""
    if anchor is None or (countries and not anchor.countries):
        return True
    apart = haversine_km(anchor.latitude, anchor.longitude, latitude, longitude)
    around = _BEYOND_KM if anchor.countries else _AROUND_SEA_KM
    return apart <= anchor.reach_km * _REACH + around + radius_km / 2
