"""Records as columns: what the comparisons read, in arrays, and as the bytes that are kept of each record.

A packed record is one row of `RECORD`, which says how many follow of everything a person may have several of: phones,
documents, marks, things worn, features, names with their ways and parts. Codes are 32-bit digests of their words, 0 for
none; days are proleptic ordinals, 0 for unknown. Records packed with other tables are not read.
"""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from matching.errors import PackingError
from matching.names.columns import Flags, PartColumns, Positions, Table, filled_rows, starts_of, stretches
from matching.names.frequency import refreshed_version
from matching.names.packing import PART, PackedParts, pack_part
from matching.names.parts import NamePart
from matching.places.origins import usual_routes
from matching.places.resolved import ResolvedPlace
from matching.places.routes import routes
from matching.prepared import NameRole, PreparedRecord, RecordName
from matching.record import Effect, Mark, Remains, Sex

# Changes whenever the same record would be packed otherwise by this code; the tables are told apart by their content.
_LAYOUT = 1

_NATIONALITIES, _LANGUAGES, _COUNTRIES = 4, 6, 4
_PLACE = [("latitude", "<f4"), ("longitude", "<f4"), ("radius", "<f4"), ("countries", "<u4", (_COUNTRIES,))]
_HEAPS = ("parts", "soundings", "digests", "units", "texts")
RECORD = np.dtype(
    [
        ("layout", "<u4"),
        ("dead", "?"),
        ("assessed", "?"),
        ("sex", "u1"),
        ("remains", "u1"),
        ("has", "<u4"),
        ("birth", "<i4", (2,)),
        ("born", "<i2", (3,)),
        ("births", "<i4", (2,)),
        ("when", "<i4", (2,)),
        ("place", np.dtype(_PLACE)),
        ("home", np.dtype(_PLACE)),
        ("routes", "<u8"),
        ("usual", "<u8"),
        ("height", "<i2", (2,)),
        ("nationalities", "<u4", (_NATIONALITIES,)),
        ("languages", "<u4", (_LANGUAGES,)),
        ("phones", "u1"),
        ("documents", "u1"),
        ("marks", "u1"),
        ("effects", "u1"),
        ("traits", "u1"),
        ("names", "u1"),
        ("ways", "<u2"),
        ("refs", "<u2"),
        ("sizes", "<u4", (len(_HEAPS),)),
    ]
)
NAME = np.dtype([("role", "u1"), ("short", "?"), ("ways", "u1")])
_MARK, _EFFECT, _TRAIT = (np.dtype(("<u4", (width,))) for width in (4, 2, 2))
_PHONE, _DOCUMENT = np.dtype("<i8"), np.dtype("S24")
_MOST = 12
_MOST_PHONE_DIGITS = 17
SEXES = (None, *Sex)
REMAINS = (None, *Remains)
Codes = npt.NDArray[np.uint32]


class RecordColumns:
    """Records of one side. `table` has a row of `RECORD` each; what a person may have several of is asked by method."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        """From packed records; raises PackingError for bytes of another layout."""
        size = RECORD.itemsize
        self.table: Table = np.frombuffer(b"".join([one[:size] for one in packed]), dtype=RECORD)
        self.count = len(packed)
        if self.count and (self.table["layout"] != layout()).any():
            raise PackingError("other_layout")
        heaps = _divided(packed, self.table)
        self._phones = np.frombuffer(heaps[0], dtype=_PHONE)
        self._documents = np.frombuffer(heaps[1], dtype=_DOCUMENT)
        self._marks: Codes = np.frombuffer(heaps[2], dtype=np.uint32).reshape(-1, 4)
        self._effects: Codes = np.frombuffer(heaps[3], dtype=np.uint32).reshape(-1, 2)
        self._traits: Codes = np.frombuffer(heaps[4], dtype=np.uint32).reshape(-1, 2)
        self.names = _names(self.table, heaps[5:8])
        self.parts = PartColumns(PackedParts(*heaps[8:]))

    @classmethod
    def of(cls, records: Iterable[PreparedRecord]) -> "RecordColumns":
        """The columns of prepared records, in their order."""
        return cls([pack(record) for record in records])

    def phones(self, rows: Positions) -> npt.NDArray[np.int64]:
        """Phones of some records, of shape (rows, most of one): a 1 and the last 17 digits; 0 for none."""
        return _filled(self._phones, self.table["phones"], rows)

    def documents(self, rows: Positions) -> npt.NDArray[np.bytes_]:
        """Document numbers of some records, empty for none."""
        return _filled(self._documents, self.table["documents"], rows)

    def marks(self, rows: Positions) -> Codes:
        """Marks of some records, of shape (rows, most of one, 4): kind, place, side, motif; kind 0 for none."""
        return _filled(self._marks, self.table["marks"], rows)

    def effects(self, rows: Positions) -> Codes:
        """Things worn or carried, of shape (rows, most of one, 2): item and colour; item 0 for none."""
        return _filled(self._effects, self.table["effects"], rows)

    def traits(self, rows: Positions) -> Codes:
        """Features, of shape (rows, most of one, 2): feature and value; feature 0 for none."""
        return _filled(self._traits, self.table["traits"], rows)


@dataclass(frozen=True, slots=True)
class RecordNames:
    """Names of all records: `table` a row of `NAME` each, `record` whose it is, `rows` the ways in numbers of parts.

    `name_starts` and `way_starts` say where a record's names and a name's ways begin.
    """

    table: Table
    record: Positions
    name_starts: Positions
    way_starts: Positions
    rows: Positions
    row_lengths: Positions


def pack(record: PreparedRecord) -> bytes:
    """A prepared record as bytes: all that comparing reads, nothing that only a reviewer sees."""
    row = np.zeros((), dtype=RECORD)
    row["layout"] = layout()
    row["has"], row["dead"], row["assessed"] = record.has, record.dead, record.assessed
    row["sex"], row["remains"] = SEXES.index(record.sex), REMAINS.index(record.remains)
    _set_days(row, record)
    _set_place(row["place"], record.place)
    _set_place(row["home"], record.home)
    row["routes"] = _route_bits(record.place.routes) if record.place else 0
    row["usual"] = _route_bits(usual_routes(record.nationalities))
    row["height"] = record.height or (0, 0)
    row["nationalities"] = _codes(record.nationalities, _NATIONALITIES)
    row["languages"] = _codes(record.languages, _LANGUAGES)
    several = [
        ("phones", np.array([_phone(number) for number in record.phones[:_MOST]], dtype=_PHONE)),
        ("documents", np.array([number.encode() for number in record.documents[:_MOST]], dtype=_DOCUMENT)),
        ("marks", np.array([_mark(one) for one in record.marks[:_MOST]], dtype=np.uint32).reshape(-1, 4)),
        ("effects", np.array([_effect(one) for one in record.effects[:_MOST]], dtype=np.uint32).reshape(-1, 2)),
        (
            "traits",
            np.array(
                [(code(feature), code(value)) for feature, value in sorted(record.traits.items())[:_MOST]],
                dtype=np.uint32,
            ).reshape(-1, 2),
        ),
    ]
    for field, table in several:
        row[field] = len(table)
    names, ways, refs, parts = _pack_names(record.every_name)
    row["names"], row["ways"], row["refs"] = len(names), len(ways), len(refs)
    heaps = [parts.parts, parts.soundings, parts.digests, parts.units, parts.texts]
    row["sizes"] = [len(heap) for heap in heaps]
    return b"".join([row.tobytes(), *(t.tobytes() for _, t in several), names.tobytes(), ways, refs, *heaps])


def layout() -> int:
    """What records that are packed now begin with: 32 bits of this layout and of the tables that preparing uses."""
    return zlib.crc32(refreshed_version().encode(), _shipped_layout())


@lru_cache(maxsize=1)
def _shipped_layout() -> int:
    found = zlib.crc32(str(_LAYOUT).encode())
    for folder in ("names/tables", "places/tables", "parameters"):
        for path in sorted(files("matching").joinpath(folder).iterdir(), key=lambda path: path.name):
            if path.name.endswith((".tsv", ".gz", "sounds.json")):
                found = zlib.crc32(path.read_bytes(), found)
    return found


@lru_cache(maxsize=65_536)
def code(word: str) -> int:
    """32 bits that stand for a code of the vocabulary; 0 for none."""
    return zlib.crc32(word.encode()) or 1 if word else 0


def _set_days(row: npt.NDArray[np.void], record: PreparedRecord) -> None:
    births = record.birth or record.birth_from_age
    for field, days in (("birth", record.birth), ("births", births), ("when", record.when)):
        row[field] = (days.first, days.last) if days else (0, 0)
    if record.born:
        row["born"] = (record.born.year, record.born.month, record.born.day)


def _set_place(row: npt.NDArray[np.void], place: ResolvedPlace | None) -> None:
    known = place is not None and place.latitude is not None
    row["latitude"] = place.latitude if place and known else np.nan
    row["longitude"] = place.longitude if place and known else np.nan
    row["radius"] = place.radius_km if place and known else 0.0
    row["countries"] = _codes(place.countries if place else (), _COUNTRIES)


@lru_cache(maxsize=4096)
def _route_bits(codes: frozenset[str]) -> int:
    return sum(1 << at for at, route in enumerate(sorted(one.code for one in routes())) if route in codes)


def _codes(words: Iterable[str], most: int) -> list[int]:
    found = [code(word) for word in sorted(words)][:most]
    return found + [0] * (most - len(found))


def _phone(digits: str) -> int:
    return int("1" + digits[-_MOST_PHONE_DIGITS:])


def _mark(mark: Mark) -> tuple[int, ...]:
    return code(mark.kind), code(mark.place), code(mark.side), code(mark.motif)


def _effect(effect: Effect) -> tuple[int, ...]:
    return code(effect.item), code(effect.colour)


def _pack_names(names: Sequence[tuple[NameRole, RecordName]]) -> tuple[Table, bytes, bytes, PackedParts]:
    number: dict[NamePart, int] = {}
    table = np.zeros(len(names), dtype=NAME)
    ways, refs = bytearray(), bytearray()
    for row, (role, name) in zip(table, names, strict=True):
        kept = [way for way in name.name.ways if len(number.keys() | set(way)) < 255]
        row["role"], row["short"], row["ways"] = role, name.short, len(kept)
        for way in kept:
            ways.append(len(way))
            refs += bytes(number.setdefault(part, len(number)) for part in way)
    return table, bytes(ways), bytes(refs), PackedParts.joined(pack_part(part) for part in number)


def _divided(packed: Sequence[bytes], table: Table) -> list[bytes]:
    """The heaps of all records, each joined: phones, documents, marks, effects, traits, names, ways, refs, parts."""
    widths = [
        *(table[field].astype(np.int64) * kind.itemsize for field, kind in _SETS),
        table["names"].astype(np.int64) * NAME.itemsize,
        table["ways"].astype(np.int64),
        table["refs"].astype(np.int64),
        *table["sizes"].astype(np.int64).T,
    ]
    ends = RECORD.itemsize + np.cumsum(np.array(widths), axis=0).T
    starts = np.empty_like(ends)
    starts[:, 0] = RECORD.itemsize
    starts[:, 1:] = ends[:, :-1]
    if [len(one) for one in packed] != ends[:, -1].tolist():
        raise PackingError("other_length")
    return [
        b"".join(
            [
                one[start:end]
                for one, start, end in zip(packed, starts[:, at].tolist(), ends[:, at].tolist(), strict=True)
            ]
        )
        for at in range(len(widths))
    ]


_SETS = (
    ("phones", _PHONE),
    ("documents", _DOCUMENT),
    ("marks", _MARK),
    ("effects", _EFFECT),
    ("traits", _TRAIT),
)


def _names(records: Table, heaps: Sequence[bytes]) -> RecordNames:
    table: Table = np.frombuffer(heaps[0], dtype=NAME)
    lengths = np.frombuffer(heaps[1], dtype=np.uint8).astype(np.int64)
    parts_before = starts_of(records["sizes"][:, 0].astype(np.int64) // PART.itemsize)[:-1]
    refs = np.frombuffer(heaps[2], dtype=np.uint8) + np.repeat(parts_before, records["refs"])
    return RecordNames(
        table=table,
        record=np.repeat(np.arange(len(records)), records["names"]),
        name_starts=starts_of(records["names"].astype(np.int64)),
        way_starts=starts_of(table["ways"].astype(np.int64)),
        rows=filled_rows(refs, lengths),
        row_lengths=lengths,
    )


def _filled(heap: npt.NDArray[np.generic], counts: npt.NDArray[np.uint8], rows: Positions) -> npt.NDArray[np.generic]:
    starts = starts_of(counts.astype(np.int64))
    lengths = counts[rows].astype(np.int64)
    width = int(lengths.max(initial=1)) or 1
    inside: Flags = np.arange(width) < lengths[:, None]
    filled = np.zeros((len(rows), width, *heap.shape[1:]), dtype=heap.dtype)
    filled[inside] = heap[stretches(starts, rows)]
    return filled
