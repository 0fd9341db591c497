"""What a committee learns of its own decisions, and how its readers practise: what comes in and what goes out."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from matching.evidence import Evidence
from search.documents import Description
from search.vocabulary import JudgementKind, JudgementReason, PracticeTrap, ReportKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPractice:
    """A reader's answer to an invented card."""

    card: int
    kind: JudgementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeList:
    """How many invented cards there are, which a reader answered, and how many are needed before a real one."""

    cards: int
    answered: frozenset[int]
    still_needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeCard:
    """An invented pair with what the engine says of it."""

    number: int
    cards: int
    report_kind: ReportKind
    sought: Description
    found: Description
    evidence: tuple[Evidence, ...]
    match_weight: float
    match_probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeResult:
    """Whether an answer was the known one, and what the card teaches."""

    right: bool
    answer: JudgementKind
    trap: PracticeTrap


class HowMany(StrEnum):
    """How many pairs stand behind a number, told so roughly that nothing is had by taking one from another."""

    FIVE = "five"
    TEN = "ten"
    TWENTY = "twenty"
    FIFTY = "fifty"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightCell:
    """Of pairs from `least` bits on to the next class: how many tenths two readers agreed on; None for too few."""

    least: int
    tenths: int | None
    pairs: HowMany | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightRow:
    """The classes of weight for one kind of source, or one language of families; `code` is of it."""

    code: str
    cells: tuple[WeightCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A reason that stood for "same person" or against it in pairs on which readers disagreed."""

    kind: JudgementKind
    reason: JudgementReason
    pairs: HowMany


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdSet:
    """A threshold that somebody set, and why."""

    bits: float
    by: str
    words: str
    made_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What a committee's decisions say of the weights. `threshold` in bits; `history` the newest first."""

    classes: tuple[int, ...]
    by_source: tuple[WeightRow, ...]
    by_language: tuple[WeightRow, ...]
    disagreements: tuple[Disagreement, ...]
    threshold: float
    history: tuple[ThresholdSet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdEffect:
    """What a threshold would do to the open pairs of now.

    `left_out`: pairs that nobody would read; `right_among`: how many of these are of one person, as the engine expects;
    `agreed_under`: pairs that two readers here agreed on, and that lay under it.
    """

    bits: float
    left_out: int
    still_shown: int
    right_among: float
    agreed_under: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetThreshold:
    """Read pairs from this weight on, for a reason."""

    bits: float
    words: str
