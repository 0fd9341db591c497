"""Layouts of real senders, whatever their length: read right or asked about, none invented, none wrong in silence."""

from pathlib import Path

import pytest

from tests.search.sheets.layout_gate import HELD_BACK, SEEN, WIDER, WILD, load_layouts, score


@pytest.mark.parametrize("sender", [True, False], ids=["with its sender", "without"])
@pytest.mark.parametrize("rows", [10, 200])
@pytest.mark.parametrize("folder", [SEEN, HELD_BACK, WILD, WIDER], ids=lambda folder: folder.name)
def test_real_layouts_are_read_right_or_asked_about(folder: Path, rows: int, *, sender: bool) -> None:
    found = score(load_layouts(folder), rows, sender=sender)
    shares = found.shares()
    assert found.silent == []
    assert shares["right"] >= 95, found.missed
    assert shares["unasked"] >= 85
    assert shares["invented"] <= 2, found.invented
    assert shares["questions"] <= 3
    assert shares["clean rows"] >= 95


def test_there_are_layouts_of_many_languages_and_places() -> None:
    layouts = load_layouts(SEEN)
    assert len(layouts) >= 25
    assert len({layout.name[:2] for layout in layouts}) >= 8


def test_a_layout_reads_the_same_at_two_thousand_rows() -> None:
    layouts = load_layouts(SEEN)[:8]
    assert score(layouts, 2000).silent == []
