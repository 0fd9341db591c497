"""The measurement counts what it should: every file and row, each true pair once, and what was lost as not found."""

from pathlib import Path

import pytest

from search.errors import Refused
from search.evaluation.registry_figures import lines
from search.evaluation.registry_run import Measurement, measure_registry
from search.sheets.sheet_understanding import understand
from search.storage.database import Database
from tests.search.evaluation.known_folder import write_folder
from tests.search.scene import NOW

# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def measured(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Measurement:
    """One run over the tiny folder."""
    monkeypatch.setattr(
        "search.filing.sheet_storing.read_confined", lambda _confinement, asked, **_named: understand(asked)
    )
    folder = tmp_path / "tiny"
    folder.mkdir()
    return measure_registry(database, write_folder(folder), lambda: NOW, lambda _line: None)


def test_the_whole_way_through_comes_out_as_a_table(measured: Measurement) -> None:
    table = list(lines(measured))
    by_label = {line[0]: line[1:] for line in table}
    assert ("requests.jsonl", "5", "0", "1", "0") in table
    assert ("refused", "requests.jsonl", "6", "", "not_json") in table
    assert ("casa_invented.csv", "3", "0", "1", "0") in table
    assert ("refused", "casa_invented.csv", "4", "", "nothing_said") in table
    assert ("morgue_invented.xlsx", "2", "0", "0", "0") in table
    assert by_label["zz_picture.xlsx"][:3] == ("0", "0", "all")
    assert by_label["recall"] == ("true_pairs", "at_1", "at_5", "at_10", "at_50")
    assert by_label["overall"] == ("4", *["0.7500"] * 4)
    assert by_label["report with a name"] == ("2", *["1.0000"] * 4)
    assert by_label["report without a name"] == ("2", *["0.5000"] * 4)
    assert by_label["shelter"] == ("3", *["0.6667"] * 4)
    assert by_label["mortuary"] == ("1", *["1.0000"] * 4)
    assert by_label["true_pairs_not_imported"] == ("1",)


def test_precision_counts_proposals_over_the_threshold_only(measured: Measurement) -> None:
    by_label = {line[0]: line[1:] for line in lines(measured)}
    assert measured.true_over_threshold == 3
    assert measured.over_threshold >= 3
    assert by_label["proposals_over_threshold"] == (str(measured.over_threshold),)
    assert by_label["proposals_per_request"] == (f"{measured.over_threshold / 5:.2f}",)
    assert by_label["precision_at_threshold"] == (f"{3 / measured.over_threshold:.4f}",)
    assert by_label["recall_at_threshold"] == ("0.7500",)


@on_sqlite
def test_every_stage_is_timed(measured: Measurement) -> None:
    stages = [line[1] for line in lines(measured) if line[0] == "seconds"]
    assert stages == ["import requests", "import reports", "match", "compare with truth", "all"]
    assert measured.peak_megabytes > 1


@pytest.mark.parametrize("missing", ["requests.jsonl", "truth.tsv"])
@on_sqlite
def test_a_folder_that_lacks_a_file_is_refused_by_that_file_s_name(
    database: Database, tmp_path: Path, missing: str
) -> None:
    folder = tmp_path / "tiny"
    folder.mkdir()
    (write_folder(folder) / missing).unlink()
    with pytest.raises(Refused, match=f"file_missing name={missing}"):
        measure_registry(database, folder, lambda: NOW, lambda _line: None)
