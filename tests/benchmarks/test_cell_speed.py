"""No reader of a cell takes longer than in proportion to its length, whatever somebody writes into it."""

import re

import pytest

from benchmarks.cell_speed import READERS, SHAPES, Growth, Reader, growth_figures, growth_of, seconds_of, text_of
from search.sheets.row_cells import LONGEST_READ
from search.sheets.sheet_limits import MAX_CELL_CHARS

# What the machine was busy with the one time it is not each time: what seems slow is looked at again.
TURNS = 3


def is_read_in_a_moment(reader: Reader, shape: str) -> bool:
    """Whether a reader is done with the longest cell before this machine, now, has counted to sixty millions.

    A quadratic reader needs many times that for it, a linear one a hundredth.
    """
    for turn in range(TURNS):
        took = seconds_of(reader, text_of(shape, MAX_CELL_CHARS, turn))
        if took < 0.01 or took < 60 * seconds_of(_count, ""):
            return True
    return False


def _count(_text: str) -> None:
    for _number in range(1_000_000):
        pass


def grown(figures: list[Growth]) -> list[Growth]:
    """What takes more than eight times as long each time that it is looked at."""
    for _turn in range(TURNS):
        figures = [figure for figure in figures if figure.ratio > 8.0]
        figures = [growth_of(figure.reader, figure.shape, LONGEST_READ // 4) for figure in figures]
    return figures


def test_the_longest_cell_of_each_shape_is_read_in_a_moment() -> None:
    for name, reader in READERS.items():
        for shape in SHAPES:
            assert is_read_in_a_moment(reader, shape), (name, shape)


@pytest.mark.slow
def test_four_times_as_much_takes_about_four_times_as_long() -> None:
    assert grown(list(growth_figures(LONGEST_READ // 4))) == []


def test_a_quadratic_reader_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "planted", re.compile(r"(?:\w+ ?)\0").search)
    assert grown([growth_of("planted", "letters", LONGEST_READ // 4)])


def test_what_a_clock_cannot_tell_is_no_growth() -> None:
    assert Growth("r", "s", 0.0, 0.002).ratio == 1.0
    assert Growth("r", "s", 0.01, 0.16).ratio == pytest.approx(16.0)
