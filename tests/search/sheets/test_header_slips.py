"""A word of a header is put right where it slipped from one known word alone."""

import pytest

from search.sheets.header_slips import respelt


@pytest.mark.parametrize(
    ("header", "plain"),
    [
        ("Fecha de naciimento", "fecha de nacimiento"),
        ("Nom et prnéoms", "nom et prenoms"),
        ("Press", ""),
        ("Date of xyzzyx", ""),
        ("Fecha de nacimiento", ""),
        ("", ""),
    ],
)
def test_a_long_word_one_slip_away_from_one_known_word_is_put_right(header: str, plain: str) -> None:
    assert respelt(header) == plain
