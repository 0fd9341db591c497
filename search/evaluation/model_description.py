"""A model as rows that a person can read: what each level weighs and how it came to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from matching.comparisons import LEVELS, ORDER
from matching.comparisons.levels import outcome_of
from matching.comparisons.names import NamesComparison
from matching.evidence import Outcome
from matching.model import Model

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level. `weight` is in bits with the coefficient counted in; `m` and `u` are as estimated."""

    comparison: str
    level: str
    outcome: Outcome
    m: float
    u: float
    weight: float
    coefficient: float


def level_rows(model: Model) -> list[LevelRow]:
    """Every level but those of names, which have a curve, in the order of the evidence on a card."""
    return [row for code in ORDER if code in model.levels for row in _rows_of(model, code)]


def lines(model: Model) -> Iterator[Line]:
    """The whole model as rows of tables: whence, levels, curve of names, rarities."""
    yield ("version", model.version)
    for what, value in model.made.items():
        yield (f"made: {what}", value)
    yield ("reports", str(model.reports))
    yield ("prior", f"{model.prior:.3f}")
    yield ("threshold", f"{model.proposal_threshold:.3f}")
    yield ("comparison", "level", "outcome", "m", "u", "bits", "coefficient")
    for row in level_rows(model):
        figures = (f"{row.m:.4g}", f"{row.u:.4g}", f"{row.weight:.3f}", f"{row.coefficient:.3f}")
        yield (row.comparison, row.level, row.outcome.value, *figures)
    yield ("names: sum over parts", "bits", "coefficient")
    for total, bits in model.curve_bits(NamesComparison.code):
        yield (f"{total:g}", f"{bits:.3f}", f"{model.coefficient(NamesComparison.code):.3f}")
    yield ("rarity of", "kind", "bits")
    for comparison in model.rarities:
        for kind, bits in sorted(model.rarity_bits(comparison).items(), key=lambda each: -each[1]):
            yield (comparison, kind, f"{bits:.3f}")


def _rows_of(model: Model, code: str) -> Iterator[LevelRow]:
    weights = model.weights(code)
    for level in LEVELS[code]:
        if level not in weights:
            continue
        outcome, estimate = outcome_of(level, weights[level]), model.levels[code][level]
        yield LevelRow(code, level, outcome, estimate.m, estimate.u, weights[level], model.coefficient(code))
