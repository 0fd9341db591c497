"""Words around the names of places, and the places that no list of towns has: seas, borders, islands, regions."""

from dataclasses import dataclass
from functools import lru_cache

from matching.places.atlas import Town, atlas
from matching.places.place_folding import fold_name
from matching.places.tables import read_rows


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the hand-made tables or a region: most of it lies within the radius, all of it within its reach.

    There is no country where it lies between many.
    """

    latitude: float
    longitude: float
    radius_km: float
    reach_km: float
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase may be: words about places by kind, countries, known places, regions as (country, a town of it)."""

    kinds: dict[str, str]
    countries: frozenset[str]
    places: tuple[KnownPlace, ...]
    regions: tuple[tuple[str, str], ...]


# One for all the thousands of phrases that are no such word.
_NO_KINDS: dict[str, str] = {}


class Vocabulary:
    """Every phrase of the small tables by its folded form."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, str]] = {}
        self._countries: dict[str, set[str]] = {}
        self._places: dict[str, dict[KnownPlace, None]] = {}
        self._regions: dict[str, dict[tuple[str, str], None]] = {}
        self._read()
        phrases = {*self._kinds, *self._countries, *self._places, *self._regions}
        self._meanings = {phrase: self._meaning(phrase) for phrase in phrases if phrase}
        self._longest: dict[str, int] = {}
        for phrase in self._meanings:
            words = phrase.split()
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def longest_from(self, word: str) -> int:
        """How many words the longest phrase has that begins with this one; 0 where there is none."""
        return self._longest.get(word, 0)

    def meaning(self, phrase: str) -> Meaning | None:
        """What a folded phrase may be."""
        return self._meanings.get(phrase)

    def _read(self) -> None:
        for kind, phrases in read_rows("place_words.tsv"):
            name, _, value = kind.partition(" ")
            for phrase in phrases.split("|"):
                self._kinds.setdefault(fold_name(phrase), {})[name] = value
        for name, country in read_rows("country_names.tsv"):
            self._countries.setdefault(fold_name(name), set()).add(country)
        for names, countries, latitude, longitude, radius in read_rows("known_places.tsv"):
            reach = float(radius)
            place = KnownPlace(float(latitude), float(longitude), reach, reach, frozenset(countries.split()))
            for name in names.split("|"):
                self._places.setdefault(fold_name(name), {})[place] = None
        for country, town, names in read_rows("regions.tsv"):
            for name in names.split("|"):
                self._regions.setdefault(fold_name(name), {})[country, town] = None

    def _meaning(self, phrase: str) -> Meaning:
        return Meaning(
            self._kinds.get(phrase, _NO_KINDS),
            frozenset(self._countries.get(phrase, ())),
            tuple(self._places.get(phrase, ())),
            tuple(self._regions.get(phrase, ())),
        )


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped words, read once."""
    return Vocabulary()


@lru_cache(maxsize=1024)
def region_place(country: str, town: str) -> KnownPlace | None:
    """A region of the table, found by one of its towns; None where the gazetteer lacks that town."""
    towns = [one for one in atlas().named(town.encode()) if one.country == country]
    return region_of(max(towns, key=lambda one: one.population)) if towns else None


@lru_cache(maxsize=8192)
def region_of(town: Town) -> KnownPlace:
    """The whole first-level region that a town lies in."""
    extent = atlas().extent(town.country, town.region)
    return KnownPlace(extent.latitude, extent.longitude, extent.radius_km, extent.reach_km, frozenset({town.country}))
