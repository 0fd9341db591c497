"""Many prepared names as columns: each distinct part once, with everything that a comparison reads of it in arrays."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.names.alignment_arrays import PAD, Units
from matching.names.name_comparison import PreparedName
from matching.names.name_parts import NamePart
from matching.names.part_packing import DIGEST, PART, SOUNDING, UNIT, PackedParts, pack_part, unpacked
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Digests = npt.NDArray[np.uint64]
Table = npt.NDArray[np.void]
NO_PART = -1


class PartColumns:
    """Parts as two tables, `parts` and `soundings` (see `part_packing`), and buffers of what belongs to them.

    `sounding_part` says whose a sounding is and is ascending; `starts` of each table and buffer where a row's
    stretch is.
    """

    def __init__(self, packed: PackedParts, rarities: PartRarities) -> None:
        """From packed parts, and the rarities that they were prepared with."""
        self.rarities = rarities
        self.parts: Table = np.frombuffer(packed.parts, dtype=PART)
        self.soundings: Table = np.frombuffer(packed.soundings, dtype=SOUNDING)
        self._digests: Digests = np.frombuffer(packed.digests, dtype=DIGEST)
        self._units = np.frombuffer(packed.units, dtype=UNIT)
        self._texts = packed.texts
        self._of_parts()

    def _of_parts(self) -> None:
        parts, soundings = self.parts, self.soundings
        self.count = len(parts)
        self.sounding_starts = starts_of(parts["soundings"])
        self.sounding_part: Positions = np.repeat(np.arange(self.count), parts["soundings"])
        self._unit_starts = starts_of(soundings["units"])
        self._digest_starts = starts_of(parts["digests"].ravel())
        coarse = np.add.reduceat(np.append(soundings["text"], 0).astype(np.int64), self.sounding_starts[:-1]) * (
            parts["soundings"] > 0
        )
        self._text_starts = starts_of(parts["spoken"].astype(np.int64) + parts["written"] + coarse)

    @classmethod
    def of(cls, parts: Iterable[NamePart]) -> "PartColumns":
        """The columns of these parts, in their order."""
        every = list(parts)
        rarities = every[0].rarities if every else SHIPPED_RARITIES
        return cls(PackedParts.joined(pack_part(part) for part in every), rarities)

    def part(self, at: int) -> NamePart:
        """The part itself again."""
        row = self.parts[at]
        start = int(self._text_starts[at]) + int(row["spoken"])
        written = self._texts[start : start + int(row["written"])]
        return unpacked(written, int(row["groups"]), syllable=bool(row["syllable"]), rarities=self.rarities)

    def taken(self, positions: Positions) -> "PartColumns":
        """The columns of some of the parts."""
        soundings = self.soundings_of(positions)
        triples = (positions[:, None] * 3 + np.arange(3)).ravel()
        texts = np.frombuffer(self._texts, dtype=np.uint8)
        return PartColumns(
            PackedParts(
                self.parts[positions].tobytes(),
                self.soundings[soundings].tobytes(),
                self._digests[stretches(self._digest_starts, triples)].tobytes(),
                self._units[stretches(self._unit_starts, soundings)].tobytes(),
                texts[stretches(self._text_starts, positions)].tobytes(),
            ),
            self.rarities,
        )

    def soundings_of(self, positions: Positions) -> Positions:
        """The soundings of some parts, in their order."""
        return stretches(self.sounding_starts, positions)

    def digests_of(self, kind: int) -> tuple[Digests, Positions]:
        """All digests of one kind (`part_packing.FORMAL` …), and at which part each is."""
        at = np.arange(self.count) * 3 + kind
        return (
            self._digests[stretches(self._digest_starts, at)],
            np.repeat(np.arange(self.count), self.parts["digests"][:, kind]),
        )

    def digests_at(self, part: int, kind: int) -> Digests:
        """The digests of one kind of one part."""
        start = self._digest_starts[part * 3 + kind]
        return self._digests[start : self._digest_starts[part * 3 + kind + 1]]

    def coarse_sounds(self, part: int) -> Digests:
        """The digests of one part's coarse sounds."""
        coarse: Digests = self.soundings["coarse"][self.sounding_starts[part] : self.sounding_starts[part + 1]]
        return coarse

    def units_of(self, soundings: Positions) -> Units:
        """The units of some soundings, a column each, filled up with `PAD`."""
        lengths = self.soundings["units"][soundings].astype(np.int64)
        width = int(lengths.max(initial=1)) or 1
        units: Units = np.full((width, len(soundings)), PAD, dtype=np.intp)
        starts = self._unit_starts[soundings]
        at = np.arange(width)[:, None]
        inside = at < lengths
        units[inside] = self._units[(starts + at)[inside]]
        return units

    def coarse_of(self, sounding: int) -> bytes:
        """The coarse sound of one sounding."""
        part = int(self.sounding_part[sounding])
        row = self.parts[part]
        before = self.soundings["text"][int(self.sounding_starts[part]) : sounding]
        start = int(self._text_starts[part]) + int(row["spoken"]) + int(row["written"]) + int(before.sum())
        return self._texts[start : start + int(self.soundings["text"][sounding])]

    @cached_property
    def spoken(self) -> npt.NDArray[np.uint8]:
        """The spoken sounds of shape (parts, longest), filled up with 0."""
        return _padded_text(self._texts, self._text_starts[:-1], self.parts["spoken"].astype(np.int64))

    def spoken_of(self, at: int) -> bytes:
        """The spoken sound of one part."""
        start = int(self._text_starts[at])
        return self._texts[start : start + int(self.parts["spoken"][at])]


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
        for segmentation in name.segmentations:
            self._rows.append(tuple([numbers.setdefault(part, len(numbers)) for part in segmentation]))
            self._row_name.append(self._count)
        self._count += 1

    @property
    def parts(self) -> tuple[NamePart, ...]:
        """The distinct parts of all names added so far, in the order of the columns."""
        return tuple(self._numbers)

    def columns(self) -> NameColumns:
        """The columns of all names added so far; more may be added afterwards."""
        lengths = np.array([len(row) for row in self._rows], dtype=np.int64)
        parts = np.array([part for row in self._rows for part in row], dtype=np.int64)
        rows = filled_rows(parts, lengths)
        return NameColumns(PartColumns.of(self._numbers), rows, np.array(self._row_name, dtype=np.int64), self._count)


def filled_rows(parts: Positions, lengths: Positions) -> Positions:
    """Part numbers one after the other as rows of these lengths, filled up with `NO_PART`; at least one column."""
    width = int(lengths.max(initial=1)) or 1
    rows = np.full((len(lengths), width), NO_PART, dtype=np.int64)
    rows[np.arange(width) < lengths[:, None]] = parts
    return rows


def stretches(starts: Positions, chosen: Positions) -> Positions:
    """The places of the stretches of some rows, one after the other; a row's stretch ends where the next begins."""
    first = starts[chosen]
    lengths = starts[chosen + 1] - first
    ends = np.cumsum(lengths)
    found: Positions = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)
    return found


def starts_of(lengths: npt.NDArray[np.unsignedinteger] | Positions) -> Positions:
    """Where stretches of these lengths begin, and after the last one where it ends."""
    starts: Positions = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=starts[1:])
    return starts


def _padded_text(texts: bytes, starts: Positions, lengths: Positions) -> npt.NDArray[np.uint8]:
    width = int(lengths.max(initial=1)) or 1
    found = np.zeros((len(lengths), width), dtype=np.uint8)
    at = np.arange(width)
    inside = at < lengths[:, None]
    found[inside] = np.frombuffer(texts, dtype=np.uint8)[(starts[:, None] + at)[inside]]
    return found
