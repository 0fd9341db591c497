"""Charts show what they are given, to scale, and those of the documentation show the shipped parameters."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from benchmarks.charts import charts_of, line_chart, weights_chart
from matching.model import load_model
from search.evaluation.model_description import level_rows
from tests.architecture.source import ROOT

FIGURES = ROOT / "docs" / "figures"
SVG = "{http://www.w3.org/2000/svg}"


def elements(chart: str, tag: str, look: str = "") -> list[ElementTree.Element]:
    """The chart's elements of one kind, drawn in one way."""
    found = ElementTree.fromstring(chart).iter(f"{SVG}{tag}")  # noqa: S314 - our own
    return [one for one in found if look in {"", one.get("class")}]


def words(chart: str) -> list[str]:
    return [one.text or "" for one in elements(chart, "text")]


def markers(chart: str) -> list[tuple[float, float]]:
    """The points of the first series; the last is that beside its name."""
    return [(float(one.get("cx", "")), float(one.get("cy", ""))) for one in elements(chart, "circle", "marker0")]


@pytest.mark.parametrize("name", ["weights.svg", "names.svg"])
def test_the_documentation_shows_the_shipped_parameters(name: str) -> None:
    drawn = (FIGURES / name).read_text(encoding="utf-8")
    assert drawn == charts_of(load_model())[name], "draw anew: ovillo bench charts docs/figures"


def test_no_figure_of_the_documentation_is_forgotten_there() -> None:
    shown = (ROOT / "docs" / "matching-model.md").read_text(encoding="utf-8")
    assert [name for name in charts_of(load_model()) if f"(figures/{name})" not in shown] == []


def test_every_level_has_a_bar_on_its_side_of_nothing() -> None:
    chart, rows = weights_chart(load_model()), level_rows(load_model())
    bars = elements(chart, "rect", "agrees")[1:] + elements(chart, "rect", "disagrees")[1:]
    assert len(bars) == len(rows)
    zeros = [float(one.get("x1", "")) for one in elements(chart, "line", "zero")]
    right = sum(any(abs(float(one.get("x", "")) - zero) < 0.2 for zero in zeros) for one in bars)
    assert right >= sum(row.weight > 0.1 for row in rows)


def test_bars_are_as_long_as_levels_weigh() -> None:
    chart, rows = weights_chart(load_model()), level_rows(load_model())
    longest = max(float(one.get("width", "")) for one in elements(chart, "rect") if one.get("class") != "paper")
    marks = [float(one.get("x1", "")) for one in elements(chart, "line")[:2]]
    texts = [one.text or "" for one in elements(chart, "text", "soft")]
    steps = [float(one.replace("−", "-")) for one in texts[1:3]]
    unit = (marks[1] - marks[0]) / (steps[1] - steps[0])
    assert longest == pytest.approx(unit * max(abs(row.weight) for row in rows), abs=0.2)


def test_labels_of_a_column_do_not_cover_each_other() -> None:
    chart = weights_chart(load_model())
    places = [(one.get("x"), one.get("text-anchor"), float(one.get("y", ""))) for one in elements(chart, "text")]
    for x, anchor in {(x, anchor) for x, anchor, _ in places}:
        heights = sorted(y for its_x, its_anchor, y in places if (its_x, its_anchor) == (x, anchor))
        assert all(lower - upper >= 12 for upper, lower in pairwise(heights))


def test_a_log_axis_gives_every_factor_of_ten_the_same_length() -> None:
    points = markers(line_chart("t", "x", "y", {"a": [(1, 0), (10, 1), (100, 2), (1000, 3)]}))
    apart = [later[0] - earlier[0] for earlier, later in pairwise(points[:4])]
    assert apart == pytest.approx([apart[0]] * 3, abs=0.11)


def test_both_axes_can_be_logarithmic_or_neither() -> None:
    squares = {"a": [(1.0, 1.0), (10.0, 100.0), (100.0, 10_000.0)]}
    points = markers(line_chart("t", "x", "y", squares, log_y=True))
    assert points[1][1] - points[0][1] == pytest.approx(points[2][1] - points[1][1], abs=0.11)
    points = markers(line_chart("t", "x", "y", {"a": [(0, 0), (1, 1), (2, 2)]}, log_x=False))
    assert points[1][0] - points[0][0] == pytest.approx(points[2][0] - points[1][0], abs=0.11)


def test_points_that_a_log_axis_does_not_have_are_left_out() -> None:
    chart = line_chart("t", "x", "y", {"a": [(0, 5), (1, 5), (10, 6)], "b": [(0, 1)]})
    assert len(markers(chart)) == 2 + 1
    assert "a" in words(chart)
    assert "b" not in words(chart)


def test_an_axis_is_marked_in_powers_of_ten_and_more_finely_where_these_are_few() -> None:
    wide = words(line_chart("t", "x", "y", {"a": [(1000, 1), (1_000_000, 2)]}))
    assert {"1,000", "10,000", "100,000", "1,000,000"} <= set(wide)
    narrow = words(line_chart("t", "x", "y", {"a": [(200, 1), (3000, 2)]}))
    assert {"200", "500", "1,000", "2,000", "5,000"} <= set(narrow)
    assert "100" not in narrow


def test_lengths_upwards_can_be_compared_since_the_axis_begins_at_zero() -> None:
    from_one = {"a": [(1.0, 40.0), (10.0, 80.0)]}
    assert "0" in words(line_chart("t", "x", "y", from_one))
    assert "0" not in words(line_chart("t", "x", "y", from_one, log_y=True))


def test_names_of_lines_that_end_together_stand_apart() -> None:
    chart = line_chart("t", "x", "y", {name: [(1, 1), (10, 2)] for name in "abcd"})
    heights = sorted(float(one.get("y", "")) for one in elements(chart, "text") if one.text in set("abcd"))
    assert [later - earlier for earlier, later in pairwise(heights)] == [16, 16, 16]


def test_whoever_cannot_see_a_chart_hears_what_it_ranges_over() -> None:
    chart = line_chart("Recall", "reports", "recall", {"ours": [(100, 0.5), (1000, 0.25)]})
    said = elements(chart, "desc")[0].text
    assert said == "reports from 100 to 1,000; recall from 0.25 to 0.5. Lines: ours."


def test_a_chart_of_nothing_is_still_a_chart() -> None:
    assert "Lines: none." in line_chart("t", "x", "y", {})
    assert "Lines: none." in line_chart("t", "x", "y", {"a": []}, log_x=False)
