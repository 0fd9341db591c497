"""SVG 1.1 by hand: a page of paper with lines, bars and words, readable on light and dark grounds.

A drawing brings its own paper, so that it reads the same wherever it is shown; it asks nothing of the network and names
no typeface that somebody would have to have. Coordinates are in the units of its viewBox, about pixels.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`. `series` are told apart by dashes and markers too."""

    paper: str
    ink: str
    soft: str
    rule: str
    agrees: str
    disagrees: str
    series: tuple[str, ...]


LIGHT = Palette(
    paper="#fdfcf9",
    ink="#1d2426",
    soft="#4a5558",
    rule="#d8d4ca",
    agrees="#0b4f57",
    disagrees="#8a4b08",
    series=("#0b4f57", "#8a4b08", "#6a3d9a", "#2e6b1f", "#9b1c1c", "#2b5c9e"),
)
DARK = Palette(
    paper="#14191a",
    ink="#ecefee",
    soft="#b3bcbd",
    rule="#3a4446",
    agrees="#7cc7cf",
    disagrees="#e8a75a",
    series=("#7cc7cf", "#e8a75a", "#c9aeea", "#98cf86", "#f09a9a", "#8fb8ee"),
)
_DASHES = ("", "7 4", "2 3", "11 3 2 3", "4 2", "14 4")


def document(title: str, description: str, size: Point, parts: Iterable[str]) -> str:
    """A whole SVG file; `description` says in a sentence what a person who cannot see it should know."""
    width, height = map(number, size)
    named = 'role="img" aria-labelledby="title description" font-family="sans-serif"'
    lines = (
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" viewBox="0 0 {width} {height}" {named}>',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f'<style type="text/css">{_styles()}</style>',
        f'<rect class="paper" x="0" y="0" width="{width}" height="{height}"/>',
        *parts,
        "</svg>\n",
    )
    return "\n".join(lines)


def text(at: Point, words: str, look: str = "ink", *, anchor: str = "start", size: float = 12.0) -> str:
    """Words with their baseline at a point; `anchor` is start, middle or end."""
    x, y = map(number, at)
    return (
        f'<text class="{look}" x="{x}" y="{y}" font-size="{number(size)}" text-anchor="{anchor}">{escape(words)}</text>'
    )


def upright(at: Point, words: str) -> str:
    """Words that are read from below to above, with their middle at a point."""
    x, y = map(number, at)
    turned = f'transform="translate({x} {y}) rotate(-90)"'
    return f'<text class="soft" {turned} font-size="12" text-anchor="middle">{escape(words)}</text>'


def line(one: Point, other: Point, look: str = "rule") -> str:
    """A straight line."""
    (x1, y1), (x2, y2) = map(_numbers, (one, other))
    return f'<line class="{look}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'


def bar(corner: Point, width: float, height: float, look: str) -> str:
    """A rectangle from its upper left corner."""
    x, y = _numbers(corner)
    return f'<rect class="{look}" x="{x}" y="{y}" width="{number(width)}" height="{number(height)}"/>'


def path(points: Sequence[Point], series: int) -> str:
    """The points of a series joined by a line, each with a marker."""
    joined = " ".join(",".join(_numbers(point)) for point in points)
    at = series % len(LIGHT.series)
    return f'<polyline class="series{at}" points="{joined}"/>' + "".join(_marker(point, at) for point in points)


def number(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(value, 1) + 0.0:g}"


def round_steps(low: float, high: float, about: int = 6) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten apart) from at most `low` to at least `high`."""
    rough = ((high - low) or 1.0) / about
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(times * power for times in (1, 2, 5, 10) if times * power >= rough)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(times * step, 9) for times in range(first, max(last, first + 1) + 1)]


def _numbers(point: Point) -> tuple[str, str]:
    return number(point[0]), number(point[1])


def _marker(point: Point, series: int) -> str:
    x, y = point
    if series % 3 == 0:
        return f'<circle class="marker{series}" cx="{number(x)}" cy="{number(y)}" r="3.5"/>'
    if series % 3 == 1:
        return f'<rect class="marker{series}" x="{number(x - 3.2)}" y="{number(y - 3.2)}" width="6.4" height="6.4"/>'
    return f'<path class="marker{series}" d="M{number(x)} {number(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5z"/>'


def _styles() -> str:
    return f"{_rules(LIGHT)} @media (prefers-color-scheme: dark) {{ {_rules(DARK)} }}"


def _rules(palette: Palette) -> str:
    rules = [
        f".paper {{ fill: {palette.paper} }}",
        f".ink {{ fill: {palette.ink} }}",
        f".soft {{ fill: {palette.soft} }}",
        f".rule {{ stroke: {palette.rule}; stroke-width: 1 }}",
        f".zero {{ stroke: {palette.soft}; stroke-width: 1.2 }}",
        f".agrees {{ fill: {palette.agrees}; stroke: {palette.agrees} }}",
        # Hollow, so that it is no matter of colour alone.
        f".disagrees {{ fill: {palette.paper}; stroke: {palette.disagrees}; stroke-width: 1.6 }}",
    ]
    for at, colour in enumerate(palette.series):
        dashes = f"; stroke-dasharray: {_DASHES[at]}" if _DASHES[at] else ""
        rules.append(f".series{at} {{ fill: none; stroke: {colour}; stroke-width: 2{dashes} }}")
        rules.append(f".marker{at} {{ fill: {colour} }}")
    return " ".join(rules)
