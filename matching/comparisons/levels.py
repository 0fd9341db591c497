"""The common face of all comparisons, and the kind whose outcomes are a short list of levels."""

from typing import Protocol

from matching.evidence import AlignedPart, Evidence, Outcome
from matching.prepared import PreparedRecord

BLANK = "blank"
NOT_COMPARABLE = "not_comparable"
Weights = dict[str, float]


class Comparison(Protocol):
    """One kind of evidence. Both methods see the same; `weigh` is the fast path, `evidence` the reviewer's.

    `needs` is the bit of `prepared.Has` without which, on either side, the outcome is blank.
    """

    code: str
    needs: int

    def weigh(self, sought: PreparedRecord, found: PreparedRecord) -> float:
        """Match weight in bits; 0.0 when blank or not comparable."""

    def evidence(self, sought: PreparedRecord, found: PreparedRecord) -> Evidence:
        """The same weight with level, outcome and the values that met."""


class LevelComparison:
    """A comparison whose outcome is one level; its weight is looked up."""

    code: str = ""
    needs: int = 0
    levels: tuple[str, ...] = ()
    disagreeing: frozenset[str] = frozenset()

    def __init__(self, weights: Weights) -> None:
        self._weights = {**weights, BLANK: 0.0, NOT_COMPARABLE: 0.0}

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        """One of `levels`, `blank` or `not_comparable`."""
        raise NotImplementedError

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        """The values that met, for the card."""
        return ()

    def weigh(self, sought: PreparedRecord, found: PreparedRecord) -> float:
        """Match weight in bits."""
        return self._weights[self.level(sought, found)]

    def evidence(self, sought: PreparedRecord, found: PreparedRecord) -> Evidence:
        """Level, outcome and values."""
        level = self.level(sought, found)
        outcome = outcome_of(level, self.disagreeing)
        values = () if outcome in (Outcome.BLANK, Outcome.NOT_COMPARABLE) else self.parts(sought, found, level)
        return Evidence(self.code, level, outcome, round(self._weights[level], 3), values)


def reason_of(level: str, disagreeing: frozenset[str]) -> str:
    """Why two single values stand side by side: they fit or contradict each other; the level says how far."""
    return "contradicts" if level in disagreeing else "fits"


def outcome_of(level: str, disagreeing: frozenset[str]) -> Outcome:
    """The outcome that a level belongs to."""
    if level == BLANK:
        return Outcome.BLANK
    if level == NOT_COMPARABLE:
        return Outcome.NOT_COMPARABLE
    return Outcome.DISAGREES if level in disagreeing else Outcome.AGREES
