"""Parts of names: which there are in a culture, how common each is, and how clerks spell them.

Frequencies fall as Zipf's law has it, 1 over the rank: the listed parts are the common ones, in their order, composed
ones follow, and a few are coined on the spot, so that the tail of rare parts has no end.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from benchmarks.invented.tables import read_rows

# Zipf–Mandelbrot: 1 / (rank + shift) ** exponent.
_SHIFT, _EXPONENT = 3.0, 1.02
_MOST_SPELLINGS = 4
# Composed parts are taken in steps of this prime, so that those of one stem do not stand together.
_STEP = 7919
_LEAST_TO_COIN = 5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name as it is written at home, and how clerks write it in Latin letters, the usual way first."""

    native: str
    spellings: tuple[str, ...]


class Parts:
    """All parts of one kind in one culture, to be drawn from."""

    def __init__(self, listed: Sequence[Part], composed: Sequence["Mould"], coined: float) -> None:
        rare = list(dict.fromkeys(part for mould in composed for part in mould.every()))
        step = _STEP if len(rare) % _STEP else 1
        self._parts = [*listed, *(rare[at * step % len(rare)] for at in range(len(rare)))]
        weights = ((rank + _SHIFT) ** -_EXPONENT for rank in range(len(self._parts)))
        self._cumulated = list(accumulate(weights))
        self._moulds = [mould for mould in composed if mould.can_coin]
        self._coined = coined if self._moulds else 0.0

    def __len__(self) -> int:
        return len(self._parts)

    def draw(self, rng: random.Random) -> Part:
        """One part, common ones often."""
        if self._coined and rng.random() < self._coined:
            return rng.choice(self._moulds).coin(rng)
        return rng.choices(self._parts, cum_weights=self._cumulated)[0]


@dataclass(frozen=True, slots=True)
class Mould:
    """Stems and endings of which any two make a part; or, with `patterns`, roots and patterns."""

    stems: tuple[Part, ...]
    endings: tuple[Part, ...]
    patterns: bool = False

    @property
    def can_coin(self) -> bool:
        """Whether it has stems and endings enough to make something new."""
        return len(self.stems) >= _LEAST_TO_COIN and len(self.endings) > 1

    def every(self) -> Iterator[Part]:
        """All that can be made, stem by stem."""
        for stem in self.stems:
            for ending in self.endings:
                yield self._made(stem, ending)

    def coin(self, rng: random.Random) -> Part:
        """Something new: two stems and an ending, or a pattern with consonants of three roots."""
        ending = rng.choice(self.endings)
        if self.patterns:
            roots = [rng.choice(self.stems) for _ in range(3)]
            native = "".join(root.native[at] for at, root in enumerate(roots))
            latin = "-".join(root.spellings[0].split("-")[at] for at, root in enumerate(roots))
            return _patterned(Part(native, (latin,)), ending)
        first, second = rng.choice(self.stems), rng.choice(self.stems)
        return _joined(_joined(first, _small(second)), ending)

    def _made(self, stem: Part, ending: Part) -> Part:
        return _patterned(stem, ending) if self.patterns else _joined(stem, ending)


def parts_of(table: str, coined: float, more: Sequence[Part] = ()) -> Mapping[str, Parts]:
    """The parts of a culture by kind. `more` are added to the given and family parts, rarer than those listed."""
    listed: dict[str, list[Part]] = {}
    for kind, native, spellings in read_rows(f"{table}.tsv"):
        listed.setdefault(kind, []).append(Part(native, tuple(spellings.split("|"))))
    kinds = {kind.rsplit(".", 1)[-1] for kind in listed if not kind.startswith(("stem.", "root"))}
    return MappingProxyType(
        {
            kind: Parts(
                [*listed.get(kind, ()), *(more if kind != "nickname" else ())],
                _moulds(listed, kind),
                coined,
            )
            for kind in sorted(kinds)
        }
    )


def _moulds(listed: Mapping[str, Sequence[Part]], kind: str) -> list[Mould]:
    found = [
        Mould(tuple(listed[f"stem.{name.split('.')[1]}"]), tuple(endings))
        for name, endings in listed.items()
        if name.startswith("end.") and name.endswith(f".{kind}")
    ]
    patterns = listed.get(f"pattern.{kind}", ())
    if patterns:
        found.append(Mould(tuple(listed["root"]), tuple(patterns), patterns=True))
    return found


def _joined(stem: Part, ending: Part) -> Part:
    spellings = (one + other for one in stem.spellings for other in ending.spellings)
    return Part(stem.native + ending.native, tuple(dict.fromkeys(spellings))[:_MOST_SPELLINGS])


def _patterned(root: Part, pattern: Part) -> Part:
    """The consonants of a root in a pattern; clerks hear the vowels i and u as e and o too."""
    native, latin = pattern.native, pattern.spellings[0]
    for number, (letter, sound) in enumerate(zip(root.native, root.spellings[0].split("-"), strict=True), start=1):
        native, latin = native.replace(str(number), letter), latin.replace(str(number), sound)
    heard = latin.replace("i", "e").replace("u", "o")
    return Part(native, tuple(dict.fromkeys((_titled(latin), _titled(heard)))))


def _small(part: Part) -> Part:
    return Part(part.native.lower(), tuple(spelling.lower() for spelling in part.spellings))


def _titled(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
