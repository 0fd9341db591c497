"""Records as the bytes that are kept of each: one row of `RECORD`, then what a person may have several of.

The row says how many follow of everything: phones, documents, marks, things worn, features, names with their
segmentations and parts. Codes are 32-bit digests of their words, 0 for none; days are proleptic ordinals, 0 for
unknown. Records packed with other tables are not read.
"""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from matching.names.name_columns import Table
from matching.names.name_parts import NamePart
from matching.names.part_packing import PackedParts, pack_part
from matching.names.part_rarity import PartRarities
from matching.places.resolved_place import ResolvedPlace
from matching.places.routes import routes
from matching.places.usual_routes import usual_routes
from matching.prepared_record import NameRole, PreparedRecord, RecordName
from matching.record import Effect, Mark, Remains, Sex

# Changes whenever the same record would be packed otherwise by this code, or kept under other blocking keys; the tables
# are told apart by their content.
_LAYOUT = 2

_NATIONALITIES, _LANGUAGES, _COUNTRIES = 4, 6, 4
_PLACE = [("latitude", "<f4"), ("longitude", "<f4"), ("radius", "<f4"), ("countries", "<u4", (_COUNTRIES,))]
_BUFFERS = ("parts", "soundings", "digests", "units", "texts")
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
        ("segmentations", "<u2"),
        ("refs", "<u2"),
        ("sizes", "<u4", (len(_BUFFERS),)),
    ]
)
NAME = np.dtype([("role", "u1"), ("short", "?"), ("segmentations", "u1")])
MARK, EFFECT, TRAIT = (np.dtype(("<u4", (width,))) for width in (4, 2, 2))
PHONE, DOCUMENT = np.dtype("<i8"), np.dtype("S24")
# By the field that counts them, in the order in which they follow.
SETS = {"phones": PHONE, "documents": DOCUMENT, "marks": MARK, "effects": EFFECT, "traits": TRAIT}
MOST = 12
_MOST_PHONE_DIGITS = 17
# Whatever was written, numbers fit into their fields: centimetres, and days before or after the beginning of the era.
_TALLEST_CM, _FAR = 9_999, 10**8
# Parts of all names of a record are numbered in a byte; a segmentation that needs more is left out.
_MOST_PARTS = 254
SEXES = (None, *Sex)
REMAINS = (None, *Remains)


def pack(record: PreparedRecord) -> bytes:
    """A prepared record as bytes: all that comparing reads, nothing that only a reviewer sees."""
    row = np.zeros((), dtype=RECORD)
    row["layout"] = layout(record.rarities)
    row["has"], row["dead"], row["assessed"] = record.has, record.dead, record.assessed
    row["sex"], row["remains"] = SEXES.index(record.sex), REMAINS.index(record.remains)
    _set_days(row, record)
    _set_place(row["place"], record.place)
    _set_place(row["home"], record.home)
    row["routes"] = _route_bits(record.place.routes) if record.place else 0
    row["usual"] = _route_bits(usual_routes(record.nationalities))
    row["height"] = np.clip(record.height or (0, 0), 0, _TALLEST_CM)
    row["nationalities"] = _codes(record.nationalities, _NATIONALITIES)
    row["languages"] = _codes(record.languages, _LANGUAGES)
    several = _several(record)
    for field, table in several.items():
        row[field] = len(table)
    names, segmentations, refs, parts = _pack_names(record.every_name)
    row["names"], row["segmentations"], row["refs"] = len(names), len(segmentations), len(refs)
    buffers = [parts.parts, parts.soundings, parts.digests, parts.units, parts.texts]
    row["sizes"] = [len(buffer) for buffer in buffers]
    return b"".join(
        [
            row.tobytes(),
            *(table.tobytes() for table in several.values()),
            names.tobytes(),
            segmentations,
            refs,
            *buffers,
        ]
    )


def layout(rarities: PartRarities) -> int:
    """What records begin with that are packed with these rarities: 32 bits of them, of this layout, of all tables."""
    return zlib.crc32(rarities.version.encode(), _shipped_layout())


@lru_cache(maxsize=1)
def _shipped_layout() -> int:
    found = zlib.crc32(str(_LAYOUT).encode())
    shipped = files("matching")
    tables = [shipped.joinpath("parameters", "sounds.json")]
    for folder in ("names/tables", "places/tables"):
        tables += sorted(shipped.joinpath(folder).iterdir(), key=lambda path: path.name)
    for path in tables:
        if path.is_file() and not path.name.endswith((".py", ".md")):
            found = zlib.crc32(path.read_bytes(), found)
    return found


@lru_cache(maxsize=65_536)
def code(word: str) -> int:
    """32 bits that stand for a code of the vocabulary; 0 for none."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) or 1 if word else 0


def _several(record: PreparedRecord) -> dict[str, npt.NDArray[np.generic]]:
    """What a person may have several of but names, by the field that counts it; of each the first `MOST`."""
    traits = sorted(record.traits.items())[:MOST]
    return {
        "phones": np.array([_phone(number) for number in record.phones[:MOST]], dtype=PHONE),
        "documents": np.array([number.encode() for number in record.documents[:MOST]], dtype=DOCUMENT),
        "marks": np.array([_mark(one) for one in record.marks[:MOST]], dtype=MARK.base).reshape(-1, *MARK.shape),
        "effects": np.array([_effect(one) for one in record.effects[:MOST]], dtype=EFFECT.base).reshape(
            -1, *EFFECT.shape
        ),
        "traits": np.array([(code(f), code(v)) for f, v in traits], dtype=TRAIT.base).reshape(-1, *TRAIT.shape),
    }


def _set_days(row: npt.NDArray[np.void], record: PreparedRecord) -> None:
    births = record.birth or record.birth_from_age
    for field, days in (("birth", record.birth), ("births", births), ("when", record.when)):
        row[field] = np.clip((days.first, days.last), -_FAR, _FAR) if days else (0, 0)
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
    segmentations, refs = bytearray(), bytearray()
    for row, (role, name) in zip(table, names, strict=True):
        row["role"], row["short"] = role, name.short
        for segmentation in name.name.segmentations:
            if len(number.keys() | set(segmentation)) > _MOST_PARTS:
                continue
            row["segmentations"] += 1
            segmentations.append(len(segmentation))
            refs += bytes(number.setdefault(part, len(number)) for part in segmentation)
    return table, bytes(segmentations), bytes(refs), PackedParts.joined(pack_part(part) for part in number)
