"""How common name parts are, as a file: sounds and numbers, no names; and which sounds of a name are counted."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import msgspec

from matching.names.name_comparison import prepare
from matching.names.part_rarity import coarse
from search.errors import Refused

_VERSION = 1
_PerMillion = Annotated[float, msgspec.Meta(gt=0.0, le=1e6)]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFrequencies:
    """Bearers per million people by coarse sound. `made` says when, of how many records, and by which command."""

    version: int = _VERSION
    made: dict[str, str | int] = field(default_factory=dict)
    per_million: dict[str, _PerMillion]


_DECODER = msgspec.json.Decoder(PartFrequencies)


def sounds_of(names: Iterable[str]) -> frozenset[str]:
    """The coarse sounds that one person bears: of every part of their names, initials left out, in its first reading.

    Rarity is looked up by the same sounds.
    """
    parts = (part for name in names for part in prepare(name).parts if not part.initial)
    return frozenset(sound for part in parts if (sound := coarse(part.readings[0].sound)))


def read_frequencies(path: Path) -> dict[str, float]:
    """The numbers of a file; raises Refused where it is not one that `write_frequencies` could have written."""
    if not path.is_file():
        raise Refused("part_frequencies_unreadable", name=path.name)
    try:
        content = _DECODER.decode(path.read_bytes())
    except (OSError, RecursionError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise Refused("part_frequencies_unreadable", name=path.name) from error
    if content.version != _VERSION or any(not sound or coarse(sound) != sound for sound in content.per_million):
        raise Refused("part_frequencies_unreadable", name=path.name)
    return content.per_million


def write_frequencies(path: Path, per_million: Mapping[str, float], made: dict[str, str | int]) -> None:
    """Write or replace the file, for its owner's eyes only; the commonest first, in two significant digits."""
    ordered = sorted(per_million.items(), key=lambda entry: (-entry[1], entry[0]))
    content = PartFrequencies(made=made, per_million={sound: _two_digits(number) for sound, number in ordered})
    # Made for the owner only, whatever stood there before, and never seen half written.
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")
    Path(name).replace(path)


def _two_digits(number: float) -> float:
    rounded = float(f"{number:.2g}")
    return int(rounded) if rounded.is_integer() else rounded
