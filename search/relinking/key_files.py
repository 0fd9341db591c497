"""The two keys of an export, each in a file of its own that only its owner reads, both outside the export's folder.

The engine key opens the export and goes with it to whoever runs an engine. The portal key turns pseudonyms back into
records and never leaves the portal's machine.
"""

import os
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from search.errors import Refused
from search.storage.encryption import KEY_BYTES

_OWNER_ONLY = 0o600
_KeyBytes = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineKey:
    """What an engine needs besides the folder."""

    export_id: str
    key: _KeyBytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalKey:
    """What the portal needs to take results back: `met_up_to` is the change number that the export has met."""

    export_id: str
    secret: _KeyBytes = field(repr=False)
    met_up_to: int
    engine_version: str


_Key = TypeVar("_Key", EngineKey, PortalKey)


def new_engine_key() -> EngineKey:
    """A fresh key of a fresh export."""
    return EngineKey(export_id=uuid.uuid4().hex, key=os.urandom(KEY_BYTES))


def new_portal_key(export_id: str, met_up_to: int, engine_version: str) -> PortalKey:
    """A fresh secret for the same export."""
    return PortalKey(
        export_id=export_id, secret=os.urandom(KEY_BYTES), met_up_to=met_up_to, engine_version=engine_version
    )


def refuse_to_replace(*paths: Path) -> None:
    """Refused where one of the files stands already."""
    for path in paths:
        if path.exists():
            raise Refused("key_file_exists", name=path.name)


def write_key(path: Path, key: EngineKey | PortalKey) -> None:
    """Write a new file; Refused where one stands already."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    except FileExistsError as error:
        raise Refused("key_file_exists", name=path.name) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(msgspec.json.encode(key) + b"\n")


def read_key(path: Path, kind: type[_Key]) -> _Key:
    """The key of a file; Refused where it is none of this kind."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError) as error:
        raise Refused("key_file_unreadable", name=path.name) from error
