"""How rare a name part is: the bits that an agreement on it is worth before anything else is known.

A part counts as common as it is in the culture where it is commonest, because most pairs that are compared come from
one culture: few people bear Tesfaye, and many Eritreans. Numbers are bearers per million people by coarse sound:
those of the shipped table, and those that an installation counted in its own registry and put in force with `refresh`.
"""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from matching.names.tables import read_rows

# Bearers per million assumed for a part that the table does not list. The table ends near this frequency.
_UNLISTED_PER_MILLION = 40.0
# A sound that fewer people bear is not told, so that nothing identifies anybody.
LEAST_BEARERS = 10
# A smaller culture tells nothing by itself. As many people of all cultures are added to each one, so that a few
# namesakes among few people do not make a name common.
LEAST_PEOPLE = ADDED_PEOPLE = 200

_MILLION = 1e6
# The bits of a part that the table does not list.
UNLISTED_BITS = math.log2(_MILLION / _UNLISTED_PER_MILLION)
_DOUBLED = re.compile(r"(.)\1+")
_COARSE = str.maketrans({"e": "i", "o": "u", "@": "a", "~": "i", "y": "i", "w": "u"})
_refreshed: dict[str, float] = {}


def coarse(sound: str) -> str:
    """A sound string with the vowels that clerks confuse made one, so that spellings of a name count together."""
    return _DOUBLED.sub(r"\1", sound.translate(_COARSE))


@lru_cache(maxsize=1)
def sound_frequencies() -> dict[str, float]:
    """Bearers per million by coarse sound, shipped (counted as tables/SOURCES.md says) and refreshed."""
    shipped = {row[0]: float(row[1]) for row in read_rows("part_frequencies.tsv")}
    return shipped | {
        sound: max(number, shipped.get(sound, _UNLISTED_PER_MILLION)) for sound, number in _refreshed.items()
    }


def rarity_bits(sounds: tuple[str, ...]) -> float:
    """log2 of one over the share of people who bear a part with one of these sounds; the commonest sound counts."""
    table = sound_frequencies()
    return math.log2(
        _MILLION
        / max((table.get(coarse(sound), _UNLISTED_PER_MILLION) for sound in sounds), default=_UNLISTED_PER_MILLION)
    )


def refresh(frequencies: Mapping[str, float]) -> bool:
    """Put these bearers per million in force for this process, in place of earlier refreshed ones; whether that is new.

    A part is as common as the shipped table or these say, whichever is more; nothing given leaves the shipped table
    alone. Prepared parts hold their rarity: whoever starts a process calls this before it prepares a name, and
    `comparison.forget_prepared` after it.
    """
    if frequencies == _refreshed:
        return False
    _refreshed.clear()
    _refreshed.update(frequencies)
    sound_frequencies.cache_clear()
    return True


def refreshed_version() -> str:
    """A short digest of the refreshed numbers in force, empty where there are none: weights depend on them."""
    if not _refreshed:
        return ""
    return hashlib.sha256(repr(sorted(_refreshed.items())).encode()).hexdigest()[:8]


def count_parts(names_by_culture: Mapping[str, Iterable[Iterable[str]]]) -> dict[str, float]:
    """Bearers per million by coarse sound, from the people of each culture and the sounds that each person bears.

    People without any sound do not count. See `PartCounts.per_million`.
    """
    counts = PartCounts()
    for culture, people in names_by_culture.items():
        for sounds in people:
            counts.add(frozenset(sounds), (culture,))
    return counts.per_million()


class PartCounts:
    """Who bears which sound, counted person by person: memory grows with different sounds, not with people."""

    def __init__(self) -> None:
        self.people = 0
        self._bearers: Counter[str] = Counter()
        self._people_of: Counter[str] = Counter()
        self._bearers_of: dict[str, Counter[str]] = {}

    def add(self, sounds: Collection[str], cultures: Collection[str]) -> None:
        """Count one person, once for each of their sounds and cultures; a person without a sound is left out."""
        if not sounds:
            return
        borne = set(sounds)
        self.people += 1
        self._bearers.update(borne)
        for culture in set(cultures):
            self._people_of[culture] += 1
            self._bearers_of.setdefault(culture, Counter()).update(borne)

    @property
    def cultures(self) -> int:
        """How many cultures are large enough to tell something by themselves."""
        return sum(people >= LEAST_PEOPLE for people in self._people_of.values())

    def per_million(self) -> dict[str, float]:
        """Bearers per million by coarse sound, for sounds with at least ten bearers; empty for fewer than 200 people.

        Where the sound is commonest, of all cultures with at least 200 people and all people together: the share of
        its bearers, drawn to the share among all as by 200 more people.
        """
        if self.people < LEAST_PEOPLE:
            return {}
        told = {sound: count / self.people for sound, count in self._bearers.items() if count >= LEAST_BEARERS}
        return {sound: _MILLION * max(share, self._largest_share(sound, share)) for sound, share in told.items()}

    def _largest_share(self, sound: str, share: float) -> float:
        return max(
            (
                (self._bearers_of[culture][sound] + ADDED_PEOPLE * share) / (people + ADDED_PEOPLE)
                for culture, people in self._people_of.items()
                if people >= LEAST_PEOPLE
            ),
            default=0.0,
        )
