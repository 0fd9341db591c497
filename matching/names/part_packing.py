"""A name part as a few bytes that hold all that comparing reads of it, so that no part has to be prepared twice.

The layout of two tables and three buffers; a part is a row of the first table, as many rows of the second as it has
soundings, and its stretches of the buffers. Texts are there as 64-bit digests wherever only equality is asked.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matching.names.name_evidence import missing_bits
from matching.names.name_parts import NamePart, prepare_part
from matching.names.part_rarity import PartRarities
from matching.names.readings.reading_result import Group, Groups
from matching.names.scripts import Script

_PACKED_PARTS = 131_072
GROUPS = tuple(Group)
GROUP_NUMBER = {group: number for number, group in enumerate(GROUPS)}
SCRIPT_NUMBER = {script: number for number, script in enumerate(Script)}

# `identity` tells parts apart; the counts say how many soundings, digests (short for, in other languages, may be) and
# bytes of text (spoken, written) belong to the part.
PART = np.dtype(
    [
        ("identity", "<u8"),
        ("native", "<u8"),
        ("stem", "<u8"),
        ("ear", "<u8"),
        ("firsts", "<u8"),
        ("rarity", "<f4"),
        ("missing", "<f4"),
        ("surely", "<u4"),
        ("groups", "<u4"),
        ("digests", "<u2", (3,)),
        ("spoken", "<u2"),
        ("written", "<u2"),
        ("ending", "i1"),
        ("longest", "u1"),
        ("script", "u1"),
        ("initial", "?"),
        ("syllable", "?"),
        ("soundings", "u1"),
    ]
)
SOUNDING = np.dtype(
    [
        ("coarse", "<u8"),
        ("classes", "<u4"),
        ("doubt", "<f4"),
        ("group", "u1"),
        ("slack", "u1"),
        ("units", "u1"),
        ("text", "u1"),
    ]
)
DIGEST = np.dtype("<u8")
UNIT = np.dtype("<u2")
FORMAL, EQUIVALENT, KNOWN = range(3)
_MOST_TEXT = 60_000


@dataclass(frozen=True, slots=True)
class PackedParts:
    """Rows of both tables and stretches of the buffers: digests, units, texts (spoken, written, coarse)."""

    parts: bytes
    soundings: bytes
    digests: bytes
    units: bytes
    texts: bytes

    @classmethod
    def joined(cls, several: Iterable["PackedParts"]) -> "PackedParts":
        """The parts of several, one after the other."""
        each = list(several)
        return cls(
            b"".join([one.parts for one in each]),
            b"".join([one.soundings for one in each]),
            b"".join([one.digests for one in each]),
            b"".join([one.units for one in each]),
            b"".join([one.texts for one in each]),
        )


@lru_cache(maxsize=_PACKED_PARTS)
def pack_part(part: NamePart) -> PackedParts:
    """One part as bytes: the same for the same part on every machine."""
    digests = [sorted(map(digest, texts)) for texts in (part.formal, part.equivalents, part.known)]
    spoken, written = part.spoken.encode()[:_MOST_TEXT], part.written.encode()[:_MOST_TEXT]
    coarse = [one.coarse.encode() for one in part.readings]
    groups = groups_code(part.groups)
    row = np.zeros((), dtype=PART)
    row["identity"] = digest(f"{part.written}\x1f{groups}\x1f{part.syllable}")
    row["native"], row["stem"] = digest(part.native), digest(part.stem)
    row["ear"] = digest(part.ear) if part.ear else 0
    row["firsts"], row["surely"], row["longest"] = part.firsts, part.surely, min(part.longest, 255)
    row["rarity"], row["missing"] = part.rarity, missing_bits(part)
    row["groups"], row["script"], row["ending"] = groups, SCRIPT_NUMBER[part.script], part.ending
    row["digests"] = [len(found) for found in digests]
    row["spoken"], row["written"] = len(spoken), len(written)
    row["initial"], row["syllable"], row["soundings"] = part.initial, part.syllable, len(part.readings)
    return PackedParts(
        row.tobytes(),
        _pack_soundings(part, [len(text) for text in coarse]),
        np.array([one for found in digests for one in found], dtype=DIGEST).tobytes(),
        np.array([unit for one in part.readings for unit in one.units], dtype=UNIT).tobytes(),
        b"".join([spoken, written, *coarse]),
    )


def _pack_soundings(part: NamePart, lengths: list[int]) -> bytes:
    table = np.zeros(len(part.readings), dtype=SOUNDING)
    for row, one, length in zip(table, part.readings, lengths, strict=True):
        row["coarse"], row["classes"], row["doubt"] = digest(one.coarse), one.classes, one.doubt
        row["group"], row["slack"] = GROUP_NUMBER[one.group], one.slack
        row["units"], row["text"] = len(one.units), length
    return table.tobytes()


def unpacked(written: bytes, groups: int, *, syllable: bool, rarities: PartRarities) -> NamePart:
    """The part itself again, from its written form."""
    known = frozenset(GROUPS[at] for at in range(len(GROUPS)) if groups >> (at + 1) & 1) if groups else None
    return prepare_part(written.decode(), known, syllable=syllable, rarities=rarities)


def groups_code(groups: Groups) -> int:
    """Ways of writing as a bit set; 0 for all, which is told apart from none."""
    return 0 if groups is None else 1 + sum(2 << GROUP_NUMBER[group] for group in groups)


def digest(text: str) -> int:
    """64 bits that stand for a text; the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
