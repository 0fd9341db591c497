"""Our own run gives the figures that stand beside a peer's."""

from pathlib import Path

import pytest

from benchmarks.peers.our_figures import figures_of_ours
from search.evaluation.registry_run import measure_registry
from search.sheets.sheet_understanding import understand
from search.storage.database import Database
from tests.search.evaluation.known_folder import write_folder
from tests.search.scene import NOW


def test_precision_is_taken_from_the_proposals_of_the_run(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "search.filing.sheet_storing.read_confined", lambda _confinement, asked, **_named: understand(asked)
    )
    folder = tmp_path / "tiny"
    folder.mkdir()
    write_folder(folder)
    truth = (folder / "truth.tsv").read_text(encoding="utf-8")
    known = [line for line in truth.splitlines(keepends=True) if not line.startswith("R-3")]
    (folder / "truth.tsv").write_text("".join(known), encoding="utf-8")
    done = measure_registry(database, folder, lambda: NOW, lambda _line: None)
    with database.reading() as session:
        figures = figures_of_ours(session, folder, done)
    assert figures.pairs == done.pairs
    # Three pairs are proposed, of which the truth now knows two.
    assert figures.precision == pytest.approx(2 / 3)
    assert figures.seconds == {"match": done.seconds["match"]}
