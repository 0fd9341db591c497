"""Charts as SVG text: what every level weighs, what a shared name weighs, and curves over one or two log axes."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from benchmarks.svg_drawing import LIGHT, Point, bar, document, line, path, round_steps, text, upright
from matching.comparisons.names import NamesComparison
from matching.evidence import Outcome
from matching.model import Model
from search.evaluation.model_description import LevelRow, level_rows

Series = Mapping[str, Sequence[Point]]

_COLUMN, _LABELS, _FIGURE = 490.0, 172.0, 52.0
_ROW, _HEAD, _GAP, _TOP = 15.0, 19.0, 9.0, 98.0

_WIDTH, _HEIGHT = 760.0, 440.0
_LEFT, _RIGHT, _ABOVE, _BELOW = 84.0, 170.0, 52.0, 60.0
_NEAREST_LABELS = 16.0


def charts_of(model: Model) -> dict[str, str]:
    """The charts of a model by file name."""
    return {"weights.svg": weights_chart(model), "names.svg": names_chart(model)}


def weights_chart(model: Model) -> str:
    """What every level weighs, by comparison: bars left and right of nothing, in two columns."""
    groups = [(code, list(rows)) for code, rows in groupby(level_rows(model), lambda row: row.comparison)]
    weights = [row.weight for _, rows in groups for row in rows] or [0.0]
    steps = round_steps(min(0.0, *weights), max(0.0, *weights), about=8)
    columns = _in_two(groups)
    height = _TOP + max(sum(map(_group_height, column)) for column in columns) + _GAP
    parts = [
        text((16, 28), "What each level of evidence weighs, in bits", size=17),
        bar((16, 44), 26, 9, Outcome.AGREES.value),
        text((50, 53), "agrees"),
        bar((116, 44), 26, 9, Outcome.DISAGREES.value),
        text((150, 53), "disagrees"),
        text((240, 53), "to the right: for one person; to the left: against. The coefficient (×) counts.", "soft"),
    ]
    for at, column in enumerate(columns):
        axis = _Axis(steps[0], steps[-1], at * _COLUMN + _LABELS, (at + 1) * _COLUMN - _FIGURE)
        parts += _grid(axis, steps, height) + _bars(axis, column, at * _COLUMN)
    said = f"Bars for {len(weights)} levels of {len(groups)} comparisons of parameters {model.version}; "
    said += f"the lightest weighs {min(weights):.1f} bits, the heaviest {max(weights):.1f}."
    return document("What each level of evidence weighs", said, (2 * _COLUMN, height), parts)


def names_chart(model: Model) -> str:
    """What a sum over the parts of two names weighs."""
    return line_chart(
        "What two names weigh together",
        "sum over the parts of both names, in bits",
        "match weight, in bits",
        {"names": model.curve_bits(NamesComparison.code)},
        log_x=False,
    )


def line_chart(
    title: str, x_label: str, y_label: str, series: Series, *, log_x: bool = True, log_y: bool = False
) -> str:
    """One line a series, each named at its end, over an upward axis that has zero unless it is logarithmic.

    Points that a log axis does not have, 0 and below, are left out.
    """
    shown = {name: _on_axes(points, log_x=log_x, log_y=log_y) for name, points in series.items()}
    points = [point for listed in shown.values() for point in listed] or [(1.0, 1.0)]
    across = _axis([x for x, _ in points], (_LEFT, _WIDTH - _RIGHT), log=log_x)
    up = _axis([*([] if log_y else [0.0]), *(y for _, y in points)], (_HEIGHT - _BELOW, _ABOVE), log=log_y)
    parts = [text((16, 28), title, size=17), *_axes(across, up, x_label, y_label)]
    placed = {name: [(across[0].at(x), up[0].at(y)) for x, y in listed] for name, listed in shown.items() if listed}
    parts += [path(listed, at) for at, listed in enumerate(placed.values())]
    parts += _names_at_ends(placed)
    said = f"{x_label} from {_figure(min(x for x, _ in points))} to {_figure(max(x for x, _ in points))}; "
    said += f"{y_label} from {_figure(min(y for _, y in points))} to {_figure(max(y for _, y in points))}. "
    return document(title, f"{said}Lines: {', '.join(placed) or 'none'}.", (_WIDTH, _HEIGHT), parts)


@dataclass(frozen=True, slots=True)
class _Axis:
    """From values `low` to `high` to places `first` to `last`."""

    low: float
    high: float
    first: float
    last: float
    log: bool = False

    def at(self, value: float) -> float:
        one, low, high = (math.log10(each) if self.log else each for each in (value, self.low, self.high))
        return self.first + (one - low) / (high - low) * (self.last - self.first)


def _in_two(groups: list[tuple[str, list[LevelRow]]]) -> list[list[tuple[str, list[LevelRow]]]]:
    """The groups in their order, cut where both columns are about as high."""
    cuts = range(len(groups) + 1)
    best = min(cuts, key=lambda cut: max(sum(map(_group_height, part)) for part in (groups[:cut], groups[cut:])))
    return [groups[:best], groups[best:]]


def _group_height(group: tuple[str, list[LevelRow]]) -> float:
    return _HEAD + len(group[1]) * _ROW + _GAP


def _grid(axis: _Axis, steps: Sequence[float], height: float) -> list[str]:
    parts = []
    for step in steps:
        at = axis.at(step)
        parts.append(line((at, _TOP - 14), (at, height - _GAP), "rule" if step else "zero"))
        parts.append(text((at, _TOP - 18), _figure(step), "soft", anchor="middle", size=11))
    return parts


def _bars(axis: _Axis, groups: list[tuple[str, list[LevelRow]]], left: float) -> list[str]:
    parts, y = [], _TOP
    for code, rows in groups:
        parts.append(text((left + 16, y + 12), code, size=13))
        parts.append(text((left + _LABELS - 8, y + 12), f"× {rows[0].coefficient:.2f}", "soft", anchor="end", size=11))
        y += _HEAD
        for row in rows:
            start, end = sorted((axis.at(0.0), axis.at(row.weight)))
            parts.append(text((left + _LABELS - 8, y + 11), row.level.replace("_", " "), "soft", anchor="end", size=11))
            parts.append(bar((start, y + 3), max(end - start, 0.8), 9, row.outcome.value))
            figure = f"{round(row.weight, 1) + 0.0:+.1f}".replace("-", "−").replace("+0.0", "0.0")
            parts.append(text((left + _COLUMN - 12, y + 11), figure, anchor="end", size=11))
            y += _ROW
        y += _GAP
    return parts


def _on_axes(points: Sequence[Point], *, log_x: bool, log_y: bool) -> list[Point]:
    return sorted((x, y) for x, y in points if (x > 0 or not log_x) and (y > 0 or not log_y))


def _axis(values: Sequence[float], places: Point, *, log: bool) -> tuple[_Axis, list[float]]:
    """An axis round these values, and the values at which it is marked."""
    steps = _log_steps(min(values), max(values)) if log else round_steps(min(values), max(values))
    return _Axis(steps[0], steps[-1], *places, log=log), steps


def _log_steps(low: float, high: float) -> list[float]:
    """Powers of ten, where there are few with 2 and 5 times them; from at most `low` to at least `high`."""
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    powers = [10.0**exponent for exponent in range(first, max(last, first + 1) + 1)]
    if len(powers) > 3:
        return powers
    finer = sorted({times * power for power in powers for times in (1, 2, 5)})
    start = max(at for at, step in enumerate(finer) if step <= low * (1 + 1e-9))
    end = min(at for at, step in enumerate(finer) if step >= high * (1 - 1e-9))
    return finer[start : max(end, start + 1) + 1]


def _axes(across: tuple[_Axis, list[float]], up: tuple[_Axis, list[float]], x_label: str, y_label: str) -> list[str]:
    parts = []
    for step in across[1]:
        x = across[0].at(step)
        parts.append(line((x, _ABOVE), (x, _HEIGHT - _BELOW), "rule" if step or across[0].log else "zero"))
        parts.append(text((x, _HEIGHT - _BELOW + 18), _figure(step), "soft", anchor="middle"))
    for step in up[1]:
        y = up[0].at(step)
        parts.append(line((_LEFT, y), (_WIDTH - _RIGHT, y), "rule" if step or up[0].log else "zero"))
        parts.append(text((_LEFT - 8, y + 4), _figure(step), "soft", anchor="end"))
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    return [
        *parts,
        text((middle, _HEIGHT - 16), x_label, "soft", anchor="middle"),
        upright((22, (_ABOVE + _HEIGHT - _BELOW) / 2), y_label),
    ]


def _names_at_ends(placed: Mapping[str, Sequence[Point]]) -> list[str]:
    """Each series' name at its last point, moved down where two would cover each other, with its marker before it."""
    parts, lowest = [], -math.inf
    order = {name: at for at, name in enumerate(placed)}
    for name, points in sorted(placed.items(), key=lambda each: each[1][-1][1]):
        lowest = max(points[-1][1], lowest + _NEAREST_LABELS)
        parts.append(path([(_WIDTH - _RIGHT + 14, lowest)], order[name] % len(LIGHT.series)))
        parts.append(text((_WIDTH - _RIGHT + 24, lowest + 4), name))
    return parts


def _figure(value: float) -> str:
    shown = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return shown.replace("-", "−")
