"""The folder of an export: sealed parts, and a manifest that says which there are and nothing of anybody.

The manifest is written last, so a folder without one is no export. It carries a code under the export key: parts that
were exchanged, left out or added show before anything is computed.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import msgspec

from search.errors import Refused, SealBroken
from search.models.records import RecordSide
from search.relinking.export_sealing import ExportCipher

MANIFEST = "manifest.json"
VERSION = 1


class PartKind(StrEnum):
    """`KEYS` are pairs of key and record, `RECORDS` are records with all that comparing reads of each."""

    KEYS = "keys"
    RECORDS = "records"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sealed file: `rows` are its keys or records."""

    name: str
    side: RecordSide
    kind: PartKind
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`layout` says by which tables records were packed, `threshold` from which bits on a pair is worth proposing."""

    version: int = VERSION
    export_id: str
    engine_version: str
    layout: int
    threshold: float
    requests: int
    reports: int
    parts: tuple[Part, ...]
    mac: str = ""

    def of(self, side: RecordSide, kind: PartKind) -> list[Part]:
        """The parts of one kind, in their order."""
        return [part for part in self.parts if (part.side, part.kind) == (side, kind)]


def write_manifest(folder: Path, manifest: Manifest, cipher: ExportCipher) -> None:
    """Close an export."""
    signed = replace(manifest, mac=cipher.mac(msgspec.json.encode(manifest)))
    write_whole(folder / MANIFEST, msgspec.json.format(msgspec.json.encode(signed), indent=1) + b"\n")


def read_manifest(folder: Path) -> Manifest:
    """What an export is of; Refused where the folder is none of this version."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as error:
        raise Refused("not_an_export", name=folder.name) from error
    if manifest.version != VERSION:
        raise Refused("not_an_export", name=folder.name)
    return manifest


def check_manifest(manifest: Manifest, cipher: ExportCipher) -> None:
    """SealBroken where the manifest was altered or the key is of another export."""
    if not hmac.compare_digest(cipher.mac(msgspec.json.encode(replace(manifest, mac=""))), manifest.mac):
        raise SealBroken("seal_broken", place=MANIFEST)


def part_bytes(folder: Path, part: Part) -> bytes:
    """A part as it lies there; Refused where it is missing or was damaged on its way."""
    try:
        sealed = (folder / part.name).read_bytes()
    except OSError as error:
        raise Refused("part_damaged", name=part.name) from error
    if hashlib.sha256(sealed).hexdigest() != part.sha256:
        raise Refused("part_damaged", name=part.name)
    return sealed


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there as a whole or not at all, whenever the process or the machine stops."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    descriptor = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
