"""Many prepared names as columns: each distinct part once, with everything that a comparison reads of it in arrays."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.names.comparison import PreparedName
from matching.names.kernel import Units, padded
from matching.names.parts import NamePart, Sounding
from matching.names.readings.reading import Group
from matching.names.scripts import Script
from matching.names.structure import missing_bits

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
NO_PART = -1


@dataclass(frozen=True, slots=True)
class PartColumns:
    """Distinct parts; all arrays have one entry a part, but those of soundings, which have one a sounding.

    `sounding_part` says whose a sounding is and is ascending. The dictionaries say at which positions parts are of one
    native form, of one sound, and short for one formal sound; `spoken` are the spoken sounds in order.
    """

    parts: tuple[NamePart, ...]
    surely: Positions
    longest: Positions
    rarity: npt.NDArray[np.float32]
    missing: npt.NDArray[np.float32]
    script: Positions
    known: Positions
    known_at: dict[str, list[int]]
    ending: Positions
    stem_at: dict[str, list[int]]
    initials: Positions
    firsts: Positions
    native_at: dict[str, list[int]]
    sound_at: dict[str, list[int]]
    formal_at: dict[str, list[int]]
    equivalent_at: dict[str, list[int]]
    spoken: list[tuple[str, int]]
    syllable: Flags
    soundings: tuple[Sounding, ...]
    sounding_part: Positions
    sounding_group: Positions
    classes: Positions
    slack: Positions
    doubt: npt.NDArray[np.float32]
    units: npt.NDArray[np.int16]
    lengths: Positions
    sounding_starts: Positions

    @classmethod
    def of(cls, parts: Sequence[NamePart]) -> "PartColumns":
        """The columns of these parts, in their order."""
        soundings = [(at, one) for at, part in enumerate(parts) for one in part.readings]
        return cls(
            parts=tuple(parts),
            surely=np.array([part.surely for part in parts], dtype=np.int64),
            longest=np.array([part.longest for part in parts], dtype=np.int64),
            rarity=np.array([part.rarity for part in parts], dtype=np.float32),
            missing=np.array([missing_bits(part) for part in parts], dtype=np.float32),
            script=np.array([SCRIPT_NUMBER[part.script] for part in parts], dtype=np.int64),
            known=np.array([at for at, part in enumerate(parts) if part.known], dtype=np.int64),
            known_at=_where((name, at) for at, part in enumerate(parts) for name in part.known),
            ending=np.array([part.ending for part in parts], dtype=np.int64),
            stem_at=_where((part.stem, at) for at, part in enumerate(parts) if part.ending),
            initials=np.array([at for at, part in enumerate(parts) if part.initial], dtype=np.int64),
            firsts=np.array([part.firsts for part in parts], dtype=np.int64),
            native_at=_where((part.native, at) for at, part in enumerate(parts)),
            sound_at=_where((one.coarse, at) for at, one in soundings),
            formal_at=_where((formal, at) for at, part in enumerate(parts) for formal in part.formal),
            equivalent_at=_where((key, at) for at, part in enumerate(parts) for key in part.equivalents),
            soundings=tuple(one for _, one in soundings),
            spoken=sorted((part.spoken, at) for at, part in enumerate(parts) if part.spoken),
            syllable=np.array([part.syllable for part in parts], dtype=np.bool_),
            sounding_part=np.array([at for at, _ in soundings], dtype=np.int64),
            sounding_group=np.array([GROUP_NUMBER[one.group] for _, one in soundings], dtype=np.int64),
            classes=np.array([one.classes for _, one in soundings], dtype=np.int64),
            slack=np.array([one.slack for _, one in soundings], dtype=np.int64),
            doubt=np.array([one.doubt for _, one in soundings], dtype=np.float32),
            units=np.ascontiguousarray(padded([one.units for _, one in soundings]).T.astype(np.int16)),
            lengths=np.array([len(one.units) for _, one in soundings], dtype=np.int64),
            sounding_starts=np.cumsum([0, *(len(part.readings) for part in parts)], dtype=np.int64),
        )

    def begun_by(self, spoken: str, shortest: int) -> list[int]:
        """Positions of the parts of which a spoken sound is the beginning, or which are the beginning of it."""
        if len(spoken) < shortest:
            return []
        found = []
        for end in range(shortest, len(spoken) + 1):
            begun = spoken[:end]
            for at in range(bisect_left(self.spoken, (begun, -1)), len(self.spoken)):
                sound, position = self.spoken[at]
                if sound != begun and not (end == len(spoken) and sound.startswith(spoken)):
                    break
                found.append(position)
        return found

    def units_of(self, soundings: Positions) -> Units:
        """The units of some soundings, a column each."""
        width = int(self.lengths[soundings].max(initial=1))
        return np.ascontiguousarray(self.units[soundings, :width].T, dtype=np.intp)

    def soundings_of(self, positions: Positions) -> Positions:
        """The soundings of some parts, in their order."""
        starts = self.sounding_starts[positions]
        lengths = self.sounding_starts[positions + 1] - starts
        ends = np.cumsum(lengths)
        found: Positions = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)
        return found


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Names as rows of part numbers, filled up with `NO_PART`.

    A name that may be divided in several ways has as many rows; `row_name` says whose a row is and is ascending.
    """

    parts: PartColumns
    rows: Positions
    row_name: Positions
    count: int

    @classmethod
    def of(cls, names: Iterable[PreparedName]) -> "NameColumns":
        """The columns of these names, in their order."""
        gathered = Gathered()
        for name in names:
            gathered.add(name)
        return gathered.columns()


class Gathered:
    """Names on their way into columns: their rows only, so that a great many take little room."""

    def __init__(self) -> None:
        self._numbers: dict[NamePart, int] = {}
        self._rows: list[tuple[int, ...]] = []
        self._row_name: list[int] = []
        self._count = 0

    def add(self, name: PreparedName) -> None:
        """Add one name."""
        numbers = self._numbers
        for way in name.ways:
            self._rows.append(tuple([numbers.setdefault(part, len(numbers)) for part in way]))
            self._row_name.append(self._count)
        self._count += 1

    def columns(self) -> NameColumns:
        """The columns of all names added so far; more may be added afterwards."""
        width = max(map(len, self._rows), default=1) or 1
        rows = np.full((len(self._rows), width), NO_PART, dtype=np.int64)
        for at, row in enumerate(self._rows):
            rows[at, : len(row)] = row
        parts = PartColumns.of(tuple(self._numbers))
        return NameColumns(parts, rows, np.array(self._row_name, dtype=np.int64), self._count)


def _where(found: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for key, at in found:
        positions.setdefault(key, []).append(at)
    return positions


GROUPS = tuple(Group)
GROUP_NUMBER = {group: number for number, group in enumerate(GROUPS)}
SCRIPT_NUMBER = {script: number for number, script in enumerate(Script)}
