"""The evidence as a waterfall: from the prior, step by step, to the weight of the whole pair."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from matching.evidence import Evidence, Outcome
from search.fields.placeless import WHEREABOUTS
from search.summaries import ProposalCard

WIDTH = 1000
"""Units across which the bars are drawn; the page stretches them."""

REST = "rest"
"""The comparison of a line that puts together what each by itself says too little."""

LEAST_SAID = 0.3
"""Bits under which a comparison says nothing: hardly more than a tossed coin would."""

# What only corrects a double counting: neither for nor against.
CORRECTIONS = frozenset({"together"})
ADJUSTMENT = "adjustment"

# How many lines of each look a phone shows at once.
_FIRST = {"agrees": 2, "disagrees": 2, "total": 1}
_LEAST = 6.0
_HATCHED = 60.0
# Bits across the picture at least, so that a sum of nearly nothing looks like nearly nothing.
_NARROWEST = 1.0
_SHOWN_AS_NOTHING = 0.05


@dataclass(frozen=True, slots=True)
class Bar:
    """One step. `look` is prior, agrees, disagrees, adjustment, not_comparable or total.

    `x` and `width` are in units of `WIDTH`, `weight` is in bits; `level` is a key of the table `evidence_level`, empty
    for prior and total, for adjustments and for the rest. `more`: on a phone it stands behind a tick, so that the
    decision is near.
    """

    look: str
    comparison: str
    level: str
    weight: float
    x: float
    width: float
    more: bool = False


@dataclass(frozen=True, slots=True)
class Waterfall:
    """`zero` is where nothing is known either way; `blanks` are the comparisons that are not drawn.

    `whereabouts` is the level of the one line about the place of somebody living, empty of the dead.
    """

    bars: tuple[Bar, ...]
    zero: float
    blanks: tuple[str, ...]
    whereabouts: str


@dataclass(frozen=True, slots=True)
class _Step:
    look: str
    start: float
    end: float
    evidence: Evidence | None = None


def is_said(one: Evidence) -> bool:
    """Whether a comparison is worth a word for or against: it is no correction, and weighs something."""
    return one.comparison not in CORRECTIONS and abs(one.weight) >= LEAST_SAID


def waterfall(card: ProposalCard) -> Waterfall:
    """What agrees first, the weightiest at the top, then what contradicts, what only corrects, what cannot be compared.

    What weighs too little to be said is one line together, so that the lines still make the sum.
    """
    steps = _steps(card)
    low = min(0.0, *(min(step.start, step.end) for step in steps))
    high = max(0.0, *(max(step.start, step.end) for step in steps))
    unit = WIDTH / max(high - low, _NARROWEST)
    return Waterfall(
        bars=tuple(_shortened([_bar(step, low, unit) for step in steps])),
        zero=round(-low * unit, 1),
        blanks=tuple(one.comparison for one in card.evidence if one.outcome is Outcome.BLANK),
        whereabouts=next((one.level for one in card.evidence if one.comparison == WHEREABOUTS), ""),
    )


def _shortened(bars: list[Bar]) -> Iterator[Bar]:
    """The bars, those marked that say less than the few weightiest of their look."""
    seen: Counter[str] = Counter()
    for bar in bars:
        seen[bar.look] += 1
        yield replace(bar, more=seen[bar.look] > _FIRST.get(bar.look, 0))


def _steps(card: ProposalCard) -> list[_Step]:
    reached = card.prior_weight
    steps = [_Step("prior", 0.0, reached)]
    for look, one in _in_order(card.evidence):
        steps.append(_Step(look, reached, reached + one.weight, one))
        reached += one.weight
    return [*steps, _Step("total", 0.0, card.match_weight)]


def _in_order(evidence: tuple[Evidence, ...]) -> list[tuple[str, Evidence]]:
    order = (Outcome.AGREES, Outcome.DISAGREES, Outcome.NOT_COMPARABLE)
    drawn = [one for one in evidence if one.outcome in order and one.comparison != WHEREABOUTS]
    said = [one for one in drawn if is_said(one)]
    lines = [
        (one.outcome.value, one) for one in sorted(said, key=lambda one: (order.index(one.outcome), -abs(one.weight)))
    ]
    lines += [(ADJUSTMENT, one) for one in drawn if one.comparison in CORRECTIONS and abs(one.weight) >= LEAST_SAID]
    lines += _rest(drawn)
    return lines + [(one.outcome.value, one) for one in drawn if one.outcome is Outcome.NOT_COMPARABLE]


def _rest(drawn: Iterable[Evidence]) -> list[tuple[str, Evidence]]:
    """One line for all that says too little; none where that comes to nothing."""
    total = sum(one.weight for one in drawn if abs(one.weight) < LEAST_SAID)
    if abs(total) < _SHOWN_AS_NOTHING:
        return []
    return [(ADJUSTMENT, Evidence(REST, "", Outcome.AGREES, total))]


def _bar(step: _Step, low: float, unit: float) -> Bar:
    width = max(abs(step.end - step.start) * unit, _HATCHED if step.look == Outcome.NOT_COMPARABLE else _LEAST)
    start = (min(step.start, step.end) - low) * unit
    one = step.evidence
    levelled = one is not None and step.look in (Outcome.AGREES, Outcome.DISAGREES)
    return Bar(
        look=step.look,
        comparison=one.comparison if one else "",
        level=f"{one.comparison}.{one.level}" if one and levelled else "",
        weight=step.end - step.start,
        x=round(min(start, WIDTH - width), 1),
        width=round(width, 1),
    )
