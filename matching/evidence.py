"""What a comparison found: one piece of evidence and the sum of them.

The engine emits codes and numbers; words belong to whoever shows them.
"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The four outcomes of a piece of evidence; blank and not comparable weigh nothing."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    BLANK = "blank"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class AlignedPart:
    """One part of the sought value beside one part of the found value; an empty side is missing there.

    `reason` is a code: same, same_sound, other_script, nickname, other_language, by_ear, spelling, initial, missing,
    contradicts; for marks and effects: same, side_differs, place_differs, neighbouring, colour_differs, motif_differs,
    other_word, missing; for numbers: same, one_digit; for other single values: same, fits, contradicts.
    """

    sought: str
    found: str
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison's outcome.

    `comparison` and `level` are codes (`birth`, `same_year`); `weight` is the match weight in bits (log2 Bayes factor),
    0.0 when blank or not comparable. `parts` says which values met, for the reviewer's card only: it is never stored.
    """

    comparison: str
    level: str
    outcome: Outcome
    weight: float
    parts: tuple[AlignedPart, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """A compared pair: total match weight in bits (prior included), probability in 0..1, evidence in fixed order."""

    match_weight: float
    match_probability: float
    evidence: tuple[Evidence, ...]
