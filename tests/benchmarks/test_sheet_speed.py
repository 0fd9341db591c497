"""Every shape of a sheet stays within the bounds that it is made for, and what it costs is told."""

import pytest

from benchmarks.sheet_speed import SHAPES, SheetCost, costs
from search.sheets import sheet_limits


@pytest.mark.parametrize("shape", list(SHAPES))
@pytest.mark.parametrize("part", [0.002, 0.01])
def test_a_shape_is_no_larger_than_its_bounds(shape: str, part: float) -> None:
    size, rows = int(part * sheet_limits.MAX_BYTES), int(part * sheet_limits.MAX_ROWS)
    _, content = SHAPES[shape]((size, rows))
    assert 20 < len(content) <= size + 8192


def test_a_cost_names_its_shape_and_says_how_it_ended() -> None:
    (cost,) = costs(0.002, "most rows")
    assert (cost.shape, cost.ended, cost.rows) == ("most rows", "read", 199)
    assert len(cost.cells()) == len(SheetCost.HEADER)


def test_a_ratio_is_of_the_whole_to_its_quarter() -> None:
    assert SheetCost("x", 1, 1, "read", 2.0, 32.0).ratio == 16.0
    assert SheetCost("x", 1, 1, "read", 0.0, 0.2).ratio < 1.0
