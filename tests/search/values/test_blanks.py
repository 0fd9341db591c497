"""Cells that say nothing."""

import pytest

from search.values.blanks import is_blank, says_nothing


@pytest.mark.parametrize("text", ["", " - ", "?", "n/a", "N.A.", "unknown", "Ninguno", "مجهول", "nil", "неизвестно"])
def test_a_cell_of_nothing_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "no scar", "NN", "Nadia", "unknown man"])
def test_a_cell_of_something_is_not(text: str) -> None:
    assert not is_blank(text)


def test_that_there_is_none_is_more_than_that_nothing_is_known() -> None:
    assert says_nothing("Ninguna")
    assert not any(says_nothing(text) for text in ("desconocido", "?", "", "una cicatriz"))
