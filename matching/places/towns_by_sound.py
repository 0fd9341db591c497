"""Towns whose name was written as it was heard: found by consonants, judged as names are."""

from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from matching.names.name_comparison import prepare, prepared_bits
from matching.places.atlas import Town, atlas
from matching.places.place_narrowing import Found, place_of, within_reach
from matching.places.place_phrases import Phrase
from matching.places.place_skeletons import name_skeletons
from matching.places.surrounding_words import Surroundings

# Bits from which two spellings are taken for one name, and by how many the best must lead one that lies elsewhere.
_LEAST_BITS, _LEAST_LEAD = 10.0, 2.0
_LEAST_LETTERS, _MOST_WORDS, _MOST_NAMES, _MOST_TOWNS, _MOST_COUNTRIES = 4, 3, 2, 3, 3
_LETTERS_A_SLIP = 3
_HEARD_KM = 10.0


def town_by_sound(
    around: Surroundings, phrases: list[Phrase], countries: frozenset[str], anchor: Found | None
) -> Found | None:
    """The town that one of the unknown names of a text means, in one of a few known countries."""
    if len(countries) > _MOST_COUNTRIES:
        return None
    for name, phrase in _unknown_names(around, phrases)[:_MOST_NAMES]:
        town = _best(name, countries, anchor)
        if town is not None:
            found = place_of(town, phrase)
            return replace(found, radius_km=found.radius_km + _HEARD_KM)
    return None


def _unknown_names(around: Surroundings, phrases: list[Phrase]) -> list[tuple[str, Phrase]]:
    """Capitalised words that no table knows, where a place may stand: each run of them with its first phrase."""
    names: list[tuple[str, Phrase]] = []
    position = 0
    while position < len(phrases):
        end = position
        while end < len(phrases) and _is_unknown(phrases[end]) and phrases[end].part == phrases[position].part:
            end += 1
        if 0 < end - position <= _MOST_WORDS:
            name = " ".join(phrase.text for phrase in phrases[position:end])
            if len(name) >= _LEAST_LETTERS and _may_be_town(around, phrases[position], phrases[end - 1]):
                names.append((name, phrases[position]))
        position = max(end, position + 1)
    return names


def _is_unknown(phrase: Phrase) -> bool:
    return phrase.capital and phrase.unknown


def _may_be_town(around: Surroundings, first: Phrase, last: Phrase) -> bool:
    return around.is_led(first) and around.is_ended(last)


def _best(name: str, countries: frozenset[str], anchor: Found | None) -> Town | None:
    known = atlas()
    skeletons = [skeleton.encode() for skeleton in name_skeletons(name)]
    numbers = {number for country in countries for one in skeletons for number in known.sounding(country).get(one, ())}
    towns = [town for town in map(known.town, sorted(numbers)) if within_reach(anchor, town, countries)]
    judged = [
        (prepared_bits(prepare(name), prepare(town.name)), -town.number, town) for town in _most_alike(name, towns)
    ]
    judged.sort(reverse=True)
    if not judged or judged[0][0] < _LEAST_BITS:
        return None
    if len(judged) > 1 and judged[1][0] > judged[0][0] - _LEAST_LEAD:
        return None
    return judged[0][-1]


def _most_alike(name: str, towns: list[Town]) -> list[Town]:
    """The towns worth a comparison, which is dear: within one script a few letters apart at most."""
    if name.isascii():
        apart = {town.number: Levenshtein.distance(name, town.name) for town in towns}
        towns = [town for town in towns if apart[town.number] <= max(2, len(name) // _LETTERS_A_SLIP)]
        towns.sort(key=lambda town: (apart[town.number], -town.population))
    else:
        towns.sort(key=lambda town: -town.population)
    return towns[:_MOST_TOWNS]
