"""Drawings that anyone can read: on light and dark ground, by colour and without, seen and heard."""

from xml.etree import ElementTree

import pytest

from benchmarks.svg_drawing import DARK, LIGHT, Palette, document, number, path, round_steps, text


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_lines_stand_out_from_the_paper(palette: Palette) -> None:
    assert min(contrast(palette.paper, colour) for colour in (palette.ink, palette.soft)) >= 7
    drawn = (palette.agrees, palette.disagrees, *palette.series)
    assert min(contrast(palette.paper, colour) for colour in drawn) >= 4.5


def test_a_drawing_has_a_title_and_says_in_a_sentence_what_it_shows() -> None:
    root = ElementTree.fromstring(document("A <title>", "Five & six.", (10, 20), [text((1, 2), "a < b")]))  # noqa: S314 - our own
    words = {child.tag.rpartition("}")[2]: child.text for child in root}
    assert (words["title"], words["desc"], words["text"]) == ("A <title>", "Five & six.", "a < b")
    assert (root.get("viewBox"), root.get("role")) == ("0 0 10 20", "img")
    assert root.get("aria-labelledby") == "title description"


def test_a_drawing_asks_for_nothing_from_elsewhere() -> None:
    drawn = document("t", "d", (10, 20), [path([(1, 1), (2, 2)], 0)])
    assert drawn.count("http") == drawn.count('xmlns="http://www.w3.org/2000/svg"') == 1
    assert "url(" not in drawn
    assert "@import" not in drawn


def test_series_differ_in_more_than_their_colour() -> None:
    drawn = document("t", "d", (10, 20), [])
    dashes = {part.split("}")[0].split(";")[-1] for part in drawn.split(".series")[1:]}
    assert len(dashes) == len(LIGHT.series)
    assert [path([(5, 5)], series).count("<circle") for series in range(4)] == [1, 0, 0, 1]


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        (0.0, 10.0, [0, 2, 4, 6, 8, 10]),
        (-7.6, 16.4, [-10, -5, 0, 5, 10, 15, 20]),
        (0.0, 0.031, [0, 0.01, 0.02, 0.03, 0.04]),
        (3.0, 3.0, [3.0, 3.2]),
    ],
)
def test_an_axis_is_marked_in_round_steps_that_hold_every_value(low: float, high: float, steps: list[float]) -> None:
    found = round_steps(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert found == pytest.approx(steps, abs=1e-6)


def test_a_coordinate_is_written_short_and_never_as_minus_nothing() -> None:
    assert [number(one) for one in (1.0, 2.345, -0.01, 1234.56)] == ["1", "2.3", "0", "1234.6"]
