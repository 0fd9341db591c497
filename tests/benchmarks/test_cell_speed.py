"""No reader of a cell takes longer than in proportion to its length, whatever somebody writes into it."""

import time

import pytest

from benchmarks.cell_speed import READERS, SHAPES, Growth, growth_figures, text_of
from search.sheets.row_cells import LONGEST_READ
from search.sheets.sheet_limits import MAX_CELL_CHARS


@pytest.mark.parametrize("reader", sorted(READERS))
def test_the_longest_cell_of_each_shape_is_read_in_a_moment(reader: str) -> None:
    """A quadratic reader needs seconds for it, a linear one milliseconds: no clock is so wrong."""
    for shape in SHAPES:
        text = text_of(shape, MAX_CELL_CHARS)
        begun = time.process_time()
        READERS[reader](text)
        assert time.process_time() - begun < 0.5, shape


@pytest.mark.slow
def test_four_times_as_much_takes_about_four_times_as_long() -> None:
    grown = [figure for figure in growth_figures(LONGEST_READ // 4) if figure.ratio > 8.0]
    again = {(figure.reader, figure.shape) for figure in growth_figures(LONGEST_READ // 4) if figure.ratio > 8.0}
    # What the machine was busy with the one time it is not the other.
    assert [figure for figure in grown if (figure.reader, figure.shape) in again] == []


def test_what_a_clock_cannot_tell_is_no_growth() -> None:
    assert Growth("r", "s", 0.0, 0.002).ratio == 1.0
    assert Growth("r", "s", 0.01, 0.16).ratio == pytest.approx(16.0)
