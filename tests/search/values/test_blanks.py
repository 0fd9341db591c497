"""Cells that say nothing, and words that stand where a name is not known."""

import pytest

from search.values.blanks import is_blank, is_no_name, says_nothing


@pytest.mark.parametrize("text", ["", " - ", "?", "n/a", "N.A.", "unknown", "Ninguno", "مجهول", "nil", "неизвестно"])
def test_a_cell_of_nothing_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "no scar", "NN", "Nadia", "unknown man"])
def test_a_cell_of_something_is_not(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    "text", ["NN", "NN 3", "N.N. no. 12", "Unidentified male #4", "John Doe", "unknown", "12", "", "…", "مجهول الهوية"]
)
def test_a_word_for_nobody_with_or_without_a_number_is_no_name(text: str) -> None:
    assert is_no_name(text)


@pytest.mark.parametrize("text", ["Nada", "Nil", "John Doerr", "Ana 3", "NN Cruz"])
def test_a_name_that_looks_like_nothing_is_a_name(text: str) -> None:
    assert not is_no_name(text)


def test_that_there_is_none_is_more_than_that_nothing_is_known() -> None:
    assert says_nothing("Ninguna")
    assert not any(says_nothing(text) for text in ("desconocido", "?", "", "una cicatriz"))
