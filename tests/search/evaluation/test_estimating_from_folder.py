"""The model is estimated from enough true pairs or not at all."""

from pathlib import Path

import pytest

from search.errors import Refused
from search.evaluation import estimating_from_folder
from search.evaluation.estimating_from_folder import estimate_parameters
from search.evaluation.training_folder import is_learnt
from tests.search.evaluation.known_folder import TRUTH, write_folder
from tests.search.scene import NOW

pytestmark = pytest.mark.slow


@pytest.fixture
def few_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """As few blind requests as a folder of five searches deserves."""
    monkeypatch.setattr(estimating_from_folder, "BLIND_REQUESTS", 2)


@pytest.mark.usefixtures("few_drawn")
def test_too_few_true_pairs_are_refused_with_how_many_there_were(tmp_path: Path) -> None:
    (write_folder(tmp_path) / "zz_picture.xlsx").unlink()
    learnt = sum(is_learnt(request) for request, report, *_ in TRUTH if report != "SH-99")
    with pytest.raises(Refused, match=f"too_few_true_pairs pairs={learnt}$"):
        estimate_parameters(tmp_path, NOW.date(), 0.0)


@pytest.mark.usefixtures("few_drawn")
def test_a_folder_without_any_sheet_is_refused_too(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    for name in ("casa_invented.csv", "morgue_invented.xlsx", "zz_picture.xlsx"):
        (folder / name).unlink()
    with pytest.raises(Refused, match="too_few_true_pairs pairs=0"):
        estimate_parameters(folder, NOW.date(), 0.0)
