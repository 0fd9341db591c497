"""Other linkers beside the engine: found by entry point, because they and what measures them are not shipped."""

import datetime
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from sqlalchemy.orm import Session

from search.errors import Refused
from search.evaluation.registry_run import Measurement

GROUP = "ovillo.peers"
Line = tuple[str, ...]


class Peer(Protocol):
    """Another linker, asked in this order: before anything is measured, from the measured database, at the end."""

    def check_installed(self) -> None:
        """Refused where a library of it cannot be imported."""

    def keep_ours(self, session: Session, folder: Path, measured: Measurement) -> None:
        """Keep the engine's own figures, to stand beside the peer's."""

    def beside_ours(self, folder: Path, today: datetime.date) -> Iterator[Line]:
        """Run the peer on the folder; a table of both as TSV lines."""


def find_peer(name: str) -> Peer:
    """The peer of this name; Refused where none is installed (the laboratory's distribution brings Splink)."""
    for entry in entry_points(group=GROUP, name=name):
        peer: Peer = entry.load()()
        return peer
    raise Refused("peer_not_installed", library=name)
