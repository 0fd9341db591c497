"""The model is estimated from enough true pairs or not at all."""

from pathlib import Path

import pytest

from search.errors import Refused
from search.measuring import estimating
from search.measuring.estimating import estimate_parameters, is_learnt
from tests.search.measuring.folder import TRUTH, write_folder
from tests.search.scene import NOW


@pytest.fixture
def few_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """As few random pairs as a folder of five searches deserves."""
    monkeypatch.setattr(estimating, "RANDOM_PAIRS", 50)


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


def test_about_six_requests_of_ten_are_learnt_from_and_always_the_same() -> None:
    drawn = [is_learnt(f"R-{number}") for number in range(1000)]
    assert 550 < sum(drawn) < 650
    assert drawn == [is_learnt(f"R-{number}") for number in range(1000)]
