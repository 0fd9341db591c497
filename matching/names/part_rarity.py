"""How rare a name part is: the bits that an agreement on it is worth before anything else is known.

A part counts as common as it is in the culture where it is commonest, because most pairs that are compared come from
one culture: few people bear Tesfaye, and many Eritreans. Numbers are bearers per million people by coarse sound.
"""

import hashlib
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache, cached_property
from types import MappingProxyType

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


def coarse(sound: str) -> str:
    """A sound string with the vowels that clerks confuse made one, so that spellings of a name count together."""
    return _DOUBLED.sub(r"\1", sound.translate(_COARSE))


class PartRarities:
    """How rare the parts of names are: the shipped table, and what an installation counted in its own registry.

    Immutable, so that prepared names can hold on to it; whatever is prepared with it says so (`NamePart.rarities`). A
    part is as common as the shipped table or the registry says, whichever is more. `version` is a short digest of the
    counted numbers, empty where there are none: weights depend on them.
    """

    def __init__(self, counted: Mapping[str, float]) -> None:
        self._counted = dict(counted)
        told = repr(sorted(self._counted.items())).encode()
        self.version = hashlib.sha256(told).hexdigest()[:8] if self._counted else ""

    @cached_property
    def per_million(self) -> Mapping[str, float]:
        """Bearers per million people by coarse sound."""
        shipped = _shipped_frequencies()
        counted = {
            sound: max(number, shipped.get(sound, _UNLISTED_PER_MILLION)) for sound, number in self._counted.items()
        }
        return MappingProxyType({**shipped, **counted} if counted else shipped)

    def bits(self, sounds: tuple[str, ...]) -> float:
        """log2 of one over the share of people who bear a part with one of these sounds; the commonest sound counts."""
        table = self.per_million
        return math.log2(
            _MILLION
            / max((table.get(coarse(sound), _UNLISTED_PER_MILLION) for sound in sounds), default=_UNLISTED_PER_MILLION)
        )

    def __reduce__(self) -> tuple[Callable[[Mapping[str, float]], "PartRarities"], tuple[dict[str, float]]]:
        """Another process reads its own shipped table; only what was counted is sent."""
        return part_rarities, (self._counted,)


# Where no installation counted anything.
SHIPPED_RARITIES = PartRarities({})


def part_rarities(counted: Mapping[str, float]) -> PartRarities:
    """Rarities with these bearers per million counted in; the shipped ones themselves where nothing was counted."""
    return PartRarities(counted) if counted else SHIPPED_RARITIES


@cache
def _shipped_frequencies() -> dict[str, float]:
    """Bearers per million by coarse sound, counted as tables/SOURCES.md says."""
    return {row[0]: float(row[1]) for row in read_rows("part_frequencies.tsv")}


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
