"""The commands that read parameters, as they are typed."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from matching.model import CURRENT, load_model
from search.cli import commands
from tests.search.evaluation.known_folder import write_folder

SHIPPED = files("matching").joinpath("parameters", CURRENT).read_text(encoding="utf-8")


def typed(*words: str | Path) -> Result:
    """What `ovillo` with these words answers when all goes well."""
    result = CliRunner().invoke(commands, [str(word) for word in words])
    assert (result.exit_code, result.exception) == (0, None)
    return result


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The shipped parameters with phones at half their weight."""
    document = json.loads(SHIPPED)
    document["version"] = "changed"
    document["coefficients"]["phones"] = document["coefficients"]["phones"] / 2
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The shipped parameters as a file."""
    file = tmp_path / "shipped.json"
    file.write_text(SHIPPED, encoding="utf-8")
    return file


def test_the_shipped_parameters_are_described_when_no_file_is_named(shipped: Path) -> None:
    answer = typed("model", "describe").stdout
    assert answer == typed("model", "describe", shipped).stdout
    lines = [line.split("\t") for line in answer.splitlines()]
    assert lines[0] == ["version", load_model().version]
    assert ["comparison", "level", "outcome", "m", "u", "bits", "coefficient"] in lines


def test_another_file_is_described_as_it_is(changed: Path) -> None:
    lines = [line.split("\t") for line in typed("model", "describe", changed).stdout.splitlines()]
    assert lines[0] == ["version", "changed"]
    same = next(line for line in lines if line[:2] == ["phones", "same"])
    assert float(same[5]) == pytest.approx(load_model().weights("phones")["same"] / 2, abs=0.01)


def test_a_file_that_holds_no_parameters_is_refused_by_its_name_alone(tmp_path: Path) -> None:
    (tmp_path / "no.json").write_text("[]", encoding="utf-8")
    result = CliRunner().invoke(commands, ["model", "describe", str(tmp_path / "no.json")])
    assert str(result.exception) == "parameters_unreadable name=no.json"


def test_two_files_are_compared_level_by_level(shipped: Path, changed: Path) -> None:
    lines = [line.split("\t") for line in typed("model", "compare", shipped, changed, "--top", "3").stdout.splitlines()]
    assert lines[1][:3] == ["version", load_model().version, "changed"]
    at = lines.index(["comparison", "level", "old bits", "new bits", "change"])
    assert [line[0] for line in lines[at + 1 :]] == ["phones"] * 3


def test_with_known_truth_the_pairs_that_move_are_told_by_reference(
    shipped: Path, changed: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (write_folder(data) / "zz_picture.xlsx").unlink()
    answer = typed("model", "compare", shipped, changed, "--data", data, "--part", "all").stdout
    rows = [line.split("\t") for line in answer.split("moved by\n")[1].splitlines()]
    assert {(row[0], row[1], row[2], row[3]) for row in rows} >= {
        ("R-1", "casa_invented", "SH-1", "true"),
        ("R-3", "morgue_invented", "M-9", "true"),
    }
    assert all(row[8].startswith("phones -") for row in rows if row[3] == "true")
    assert "Kidanemariam" not in answer
