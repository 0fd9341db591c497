"""The evidence as a waterfall: from the prior, step by step, to the weight of the whole pair."""

from dataclasses import dataclass

from matching.evidence import Evidence, Outcome
from search.summaries import ProposalCard

WIDTH = 1000
"""Units across which the bars are drawn; the page stretches them."""

_LEAST = 6.0
_HATCHED = 60.0
# Bits across the picture at least, so that a sum of nearly nothing looks like nearly nothing.
_NARROWEST = 1.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One step. `look` is prior, agrees, disagrees, not_comparable or total; `x` and `width` are in units of `WIDTH`.

    `weight` is in bits; `level` is a key of the table `evidence_level`, empty for prior and total.
    """

    look: str
    comparison: str
    level: str
    weight: float
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """`zero` is where nothing is known either way; `blanks` are the comparisons that are not drawn."""

    bars: tuple[Bar, ...]
    zero: float
    blanks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    look: str
    start: float
    end: float
    evidence: Evidence | None = None


def waterfall(card: ProposalCard) -> Waterfall:
    """What agrees first, the weightiest at the top, then what contradicts, then what cannot be compared."""
    steps = _steps(card)
    low = min(0.0, *(min(step.start, step.end) for step in steps))
    high = max(0.0, *(max(step.start, step.end) for step in steps))
    unit = WIDTH / max(high - low, _NARROWEST)
    return Waterfall(
        bars=tuple(_bar(step, low, unit) for step in steps),
        zero=round(-low * unit, 1),
        blanks=tuple(one.comparison for one in card.evidence if one.outcome is Outcome.BLANK),
    )


def _steps(card: ProposalCard) -> list[_Step]:
    reached = card.prior_weight
    steps = [_Step("prior", 0.0, reached)]
    for one in _in_order(card.evidence):
        steps.append(_Step(one.outcome.value, reached, reached + one.weight, one))
        reached += one.weight
    return [*steps, _Step("total", 0.0, card.match_weight)]


def _in_order(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    order = (Outcome.AGREES, Outcome.DISAGREES, Outcome.NOT_COMPARABLE)
    drawn = [one for one in evidence if one.outcome in order]
    return sorted(drawn, key=lambda one: (order.index(one.outcome), -abs(one.weight)))


def _bar(step: _Step, low: float, unit: float) -> Bar:
    width = max(abs(step.end - step.start) * unit, _HATCHED if step.look == Outcome.NOT_COMPARABLE else _LEAST)
    start = (min(step.start, step.end) - low) * unit
    one = step.evidence
    return Bar(
        look=step.look,
        comparison=one.comparison if one else "",
        level=f"{one.comparison}.{one.level}" if one and one.outcome is not Outcome.NOT_COMPARABLE else "",
        weight=step.end - step.start,
        x=round(min(start, WIDTH - width), 1),
        width=round(width, 1),
    )
