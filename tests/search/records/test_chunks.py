"""Long lists are asked for in pieces, and no item is lost or met twice on the way."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.records.chunks import IN_STATEMENT, chunks


@given(st.lists(st.integers(), max_size=40), st.integers(1, 12))
def test_all_pieces_but_the_last_are_full_and_together_they_are_the_whole(items: list[int], size: int) -> None:
    pieces = list(chunks(items, size))
    assert [item for piece in pieces for item in piece] == items
    assert all(len(piece) == size for piece in pieces[:-1])
    assert all(1 <= len(piece) <= size for piece in pieces)


@pytest.mark.parametrize(("many", "pieces"), [(0, 0), (1, 1), (IN_STATEMENT, 1), (IN_STATEMENT + 1, 2)])
def test_a_statement_takes_five_hundred(many: int, pieces: int) -> None:
    assert len(list(chunks(range(many)))) == pieces


def test_pieces_of_an_array_are_arrays() -> None:
    assert [piece.tolist() for piece in chunks(np.arange(5), 2)] == [[0, 1], [2, 3], [4]]
