"""What goes out of decisions: what the reader may know of a pair's judgements, and what a meeting has before it."""

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from matching.record import Side
from search.vocabulary import FieldCheck, JudgementKind, JudgementReason, ProposalState, ReportKind, RuledOutBy


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementSummary:
    """`taken_back` judgements stay in the list; `by_me` says that the reader made it.

    `undo_until`: until when its maker can undo it as a slip, without words. `earlier`: it was made before new evidence
    brought the pair back, and counts no more. `back_words`: why it was taken back.
    """

    judgement_id: uuid.UUID
    kind: JudgementKind
    reasons: tuple[JudgementReason, ...]
    words: str
    made_at: datetime.datetime
    by: str
    by_me: bool
    taken_back: bool
    ruled_out_by: tuple[RuledOutBy, ...] = ()
    checks: Mapping[str, FieldCheck] = field(default_factory=dict)
    as_meeting: bool = False
    undo_until: datetime.datetime | None = None
    earlier: bool = False
    back_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSince:
    """Which sides of a pair were revised since it was ruled out, and which comparisons came out otherwise."""

    sides: tuple[Side, ...]
    comparisons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What one reader may know of what was decided on a pair, and may do about it.

    `judgements` holds the reader's own, and those of others once they may be known; until then `others_decided` says
    how many others decided, and no more. `refused`: why the reader is not to judge, empty where they may;
    `may_decide_together`: they may keep the minutes of a meeting. `needs_second`: one reader does not rule it out.
    `returned`: why it came back after it was ruled out; `new_since`: the same of a pair that no evidence brings back by
    itself.
    """

    state: ProposalState
    judgements: tuple[JudgementSummary, ...] = ()
    others_decided: int = 0
    refused: str = ""
    may_decide_together: bool = False
    needs_second: bool = False
    returned: EvidenceSince | None = None
    new_since: EvidenceSince | None = None

    @property
    def may_judge(self) -> bool:
        """Whether the reader may judge the pair as one of its readers."""
        return not self.refused

    @property
    def awaits_second(self) -> bool:
        """Whether somebody decided, and the reader is asked without knowing what."""
        return self.may_judge and self.others_decided > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaReading:
    """What one reader of a pair found, without words and without a name."""

    kind: JudgementKind
    reasons: tuple[JudgementReason, ...]
    ruled_out_by: tuple[RuledOutBy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPair:
    """A pair on which readers disagree. `readings` is empty for whoever may still be its third reader."""

    proposal_id: uuid.UUID
    reference: str
    report_kind: ReportKind
    readers: int
    readings: tuple[AgendaReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What a committee's meeting has before it, the oldest disagreement first; `left_out` are more than fit."""

    day: datetime.date
    pairs: tuple[AgendaPair, ...]
    left_out: int = 0
