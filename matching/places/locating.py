"""Where a text for a place lies, as well as its words tell."""

import math
from dataclasses import dataclass
from functools import lru_cache

from matching.places.distance import haversine_km, moved
from matching.places.place_narrowing import Found, narrow
from matching.places.place_phrases import Phrase, read_phrases
from matching.places.surrounding_words import Surroundings
from matching.places.towns_by_sound import town_by_sound

_CACHED_TEXTS = 32_768
# What a place loses in precision by how it was said, in kilometres.
_NEAR_KM, _SHORE_KM, _OFF_KM, _TOWARDS_KM, _REMARK_KM = 10.0, 30.0, 100.0, 90.0, 30.0
_LEAVING_KM, _BETWEEN_KM, _HALF_BETWEEN_KM, _DESERT_KM = 150.0, 20.0, 250.0, 220.0
# A distance without a direction, or one longer than this, is no way to move.
_FARTHEST_KM, _MEASURED_SHARE = 1000.0, 0.3
# Below the one, no other spelling is tried; above the other, remarks may tell more.
_FINE_KM, _VAGUE_KM = 60.0, 650.0
_WIDENED = (("near", _NEAR_KM), ("shore", _SHORE_KM), ("off", _OFF_KM))
_BEARINGS = {"n": 0.0, "ne": 45.0, "e": 90.0, "se": 135.0, "s": 180.0, "sw": 225.0, "w": 270.0, "nw": 315.0}


@dataclass(frozen=True, slots=True)
class Located:
    """A point, how far the place may lie from it in kilometres, its countries, and the words that told it."""

    latitude: float
    longitude: float
    radius_km: float
    countries: frozenset[str]
    words: str


@lru_cache(maxsize=_CACHED_TEXTS)
def locate(text: str, countries: frozenset[str] = frozenset()) -> Located | None:
    """Where a text lies; `countries` are those known from elsewhere, by ISO 3166-1 alpha-2 code.

    None where no place is named, where what is named is only a country, or where it may be one of several.
    """
    phrases = read_phrases(text)
    around = Surroundings(phrases)
    main, leaving = _divided(phrases)
    named = countries.union(*(phrase.meaning.countries for phrase in main))
    said = [phrase for phrase in main if not phrase.remark]
    remarks = [phrase for phrase in main if phrase.remark]
    best: Located | None = None
    for chosen, lost in ((said, 0.0), (remarks, _REMARK_KM), (leaving, _LEAVING_KM)):
        found = _between(around, chosen, named) or _one_place(around, chosen, named)
        if found is not None and (best is None or found.radius_km + lost < best.radius_km):
            best = _widened(found, lost)
        if best is not None and best.radius_km <= _VAGUE_KM:
            break
    return best


def _divided(phrases: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """What is said of the place itself, and what is said of where somebody came from or was going."""
    main: list[Phrase] = []
    leaving: list[Phrase] = []
    for phrase in phrases:
        (leaving if leaving or phrase.has("leaving") else main).append(phrase)
    return main, leaving


def _one_place(around: Surroundings, phrases: list[Phrase], countries: frozenset[str]) -> Located | None:
    found = _narrowest(around, phrases, countries)
    if found is None:
        return None
    wild = any(phrase.has("wild") for phrase in phrases if phrase is not found.phrase)
    return _widened(_as_said(around, found), _DESERT_KM if wild else 0.0)


def _narrowest(around: Surroundings, phrases: list[Phrase], countries: frozenset[str]) -> Found | None:
    found = narrow(around, phrases, countries)
    if countries and (found is None or found.radius_km > _FINE_KM):
        found = town_by_sound(around, phrases, countries, found) or found
    return found


def _between(around: Surroundings, phrases: list[Phrase], countries: frozenset[str]) -> Located | None:
    """Halfway between two places; about the one that is known where the other is not."""
    start, middle = _two_sides(phrases)
    if middle is None:
        return None
    one = _side(around, phrases[start + 1 : middle], countries)
    other = _side(around, phrases[middle + 1 :], countries)
    if one is None or other is None:
        only = one or other
        return _widened(_located(only), _HALF_BETWEEN_KM) if only is not None else None
    apart = haversine_km(one.latitude, one.longitude, other.latitude, other.longitude)
    if apart > _FARTHEST_KM * 3:
        return None
    return Located(
        (one.latitude + other.latitude) / 2,
        (one.longitude + other.longitude) / 2,
        apart / 2 + max(one.radius_km, other.radius_km) + _BETWEEN_KM,
        one.countries | other.countries,
        f"{one.phrase.text} {other.phrase.text}",
    )


def _two_sides(phrases: list[Phrase]) -> tuple[int, int | None]:
    """What comes before the first of two places, and what stands between them: between one and other, one to other."""
    start = next((at for at, phrase in enumerate(phrases) if phrase.has("between")), None)
    if start is not None:
        return start, next((at for at in range(start + 1, len(phrases)) if phrases[at].has("and")), None)
    ways = (at for at in range(1, len(phrases) - 1) if phrases[at].has("to"))
    return -1, next((at for at in ways if phrases[at - 1].placed and phrases[at + 1].placed), None)


def _side(around: Surroundings, phrases: list[Phrase], countries: frozenset[str]) -> Found | None:
    """One of two places: in its own country where one is named beside it, else in any of the text, else anywhere."""
    own = countries.intersection(*(phrase.meaning.countries for phrase in phrases if phrase.meaning.countries))
    return _narrowest(around, phrases, own or countries) or narrow(around, phrases, frozenset())


def _as_said(around: Surroundings, found: Found) -> Located:
    """Moved by a distance and direction, or widened by a word such as "near", as the words before the name tell."""
    kilometres, bearing, lost = _before_name(around, found.phrase)
    if kilometres is not None and bearing is not None:
        latitude, longitude = moved(found.latitude, found.longitude, kilometres, bearing)
        radius = found.radius_km + _MEASURED_SHARE * kilometres
        return Located(latitude, longitude, radius, found.countries, found.phrase.text)
    return _widened(_located(found), kilometres if kilometres is not None else lost)


def _located(found: Found) -> Located:
    return Located(found.latitude, found.longitude, found.radius_km, found.countries, found.phrase.text)


def _before_name(around: Surroundings, name: Phrase) -> tuple[float | None, float | None, float]:
    kilometres: float | None = None
    bearing: float | None = None
    lost = 0.0
    phrase = around.before(name)
    while phrase is not None and not phrase.placed:
        kinds = phrase.meaning.kinds
        if "direction" in kinds:
            bearing, lost = _BEARINGS[kinds["direction"]], max(lost, _TOWARDS_KM)
        for kind, widened in _WIDENED:
            if kind in kinds:
                lost = max(lost, widened)
        if "unit" in kinds and kilometres is None:
            kilometres = _distance(around.before(phrase), float(kinds["unit"]))
        phrase = around.before(phrase)
    return kilometres, bearing, lost


def _distance(number: Phrase | None, unit: float) -> float | None:
    if number is None or not number.text[0].isdecimal():
        return None
    try:
        kilometres = float(number.text.replace(",", ".")) * unit
    except ValueError:
        return None
    return kilometres if kilometres <= _FARTHEST_KM else None


def _widened(located: Located, kilometres: float) -> Located:
    if not kilometres:
        return located
    radius = math.hypot(located.radius_km, kilometres) if kilometres <= _NEAR_KM else located.radius_km + kilometres
    return Located(located.latitude, located.longitude, radius, located.countries, located.words)
