"""Splink as a peer of `ovillo evaluate registry --peer splink`."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from benchmarks.peers.our_figures import figures_of_ours
from benchmarks.peers.peer_figures import PeerFigures
from benchmarks.peers.peer_process import check_installed, figures_of_splink
from benchmarks.peers.side_by_side_table import Line, beside
from search.evaluation.registry_run import Measurement


class SplinkPeer:
    """See `search.evaluation.peer_linkers.Peer`."""

    def __init__(self) -> None:
        self._ours: list[tuple[str, PeerFigures]] = []

    def check_installed(self) -> None:
        check_installed()

    def keep_ours(self, session: Session, folder: Path, measured: Measurement) -> None:
        self._ours.append(("ours", figures_of_ours(session, folder, measured)))

    def beside_ours(self, folder: Path, today: datetime.date) -> Iterator[Line]:
        return beside([*self._ours, ("splink", figures_of_splink(folder, today))])
