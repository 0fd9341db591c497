"""The bits of a pair that may be told, ordered, counted and filtered by: of somebody living without their place."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from sqlalchemy.orm import Session

from matching import ScoredPair
from matching.model import probability
from search.fields import is_placeless, placeless_weight
from search.fields.placeless import stored_evidence
from search.records.installed_engine import engine_of
from search.vocabulary import ReportKind


class Weighed(Protocol):
    """A pair as it is stored: `evidence` are rows of comparison, level, outcome and bits."""

    match_weight: Any
    match_probability: Any
    shown_weight: Any
    evidence: Any


def weight_to_show(explained: ScoredPair, kind: ReportKind, prior: float) -> float:
    """What is kept of a pair to be told, beside the whole weight."""
    if not is_placeless(kind):
        return explained.match_weight
    told = (replace(one, weight=round(one.weight, 3)) for one in explained.evidence)
    return placeless_weight(prior, told)


def shown_weight(session: Session, pair: Weighed, kind: ReportKind) -> float:
    """The bits of a pair as they are told, summed anew where the pair was weighed before they were kept."""
    if pair.shown_weight is not None:
        return float(pair.shown_weight)
    if not is_placeless(kind):
        return float(pair.match_weight)
    rows: Sequence[Sequence[Any]] = pair.evidence
    return placeless_weight(engine_of(session).prior_weight, stored_evidence(rows))


def shown_probability(pair: Weighed, weight: float) -> float:
    """The probability that goes with the told bits, in a registry as large as that in which the pair was weighed."""
    if weight == pair.match_weight:
        return float(pair.match_probability)
    return probability(weight - _more_strangers(pair))


def _more_strangers(pair: Weighed) -> float:
    """How many bits more a pair needed there than in a small registry; to a tenth, which no place moves."""
    likely = float(pair.match_probability)
    if not 0.0 < likely < 1.0:
        return 0.0
    return max(0.0, round(float(pair.match_weight) - math.log2(likely / (1 - likely)), 1))
