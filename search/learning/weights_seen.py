"""How often which weight turned out true here, and why readers disagreed.

Only pairs of the own committee count, by the bits that may be told. A cell of few pairs is not shown, and of the others
only tenths and a rough number, so that none is had by taking one number from another: three people are no rule, and
could be somebody's story.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.casework.conflicts import left_to_others
from search.casework.judgement_rows import can_be_undone
from search.casework.shown_threshold import threshold_of
from search.learning.thresholds import history_of
from search.learning_summaries import Disagreement, HowMany, Learning, WeightCell, WeightRow
from search.models import FoundReport, Judgement, MatchProposal, SearchRequest
from search.records.installed_engine import engine_of
from search.vocabulary import JudgementKind, JudgementReason, ProposalState

# Behind a cell that is shown stand so many pairs at least.
_AT_LEAST = ((50, HowMany.FIFTY), (20, HowMany.TWENTY), (10, HowMany.TEN), (5, HowMany.FIVE))
# The lower ends of the classes of weight, in bits; what lies below the first is of the first.
CLASSES = (0, 5, 10, 15, 20)
_AGREED, _RULED_OUT = ProposalState.AGREED.value, ProposalState.RULED_OUT.value
Decided = tuple[float, str, str, str]


def read_learning(session: Session, actor: Actor, *, now: datetime.datetime) -> Learning:
    """What the decisions of the actor's committee say of the weights."""
    require(actor, Action.READ_LEARNING, Subject(committee_id=actor.organisation_id))
    decided = _decided(session, actor, now)
    threshold = threshold_of(session, actor.organisation_id)
    return Learning(
        classes=CLASSES,
        by_source=_rows((bits, kind, state) for bits, kind, _, state in decided),
        by_language=_rows((bits, language, state) for bits, _, language, state in decided),
        disagreements=tuple(_disagreements(session, actor, now)),
        threshold=engine_of(session).proposal_threshold if threshold is None else threshold,
        history=history_of(session, actor.organisation_id),
    )


def how_many(pairs: int) -> HowMany | None:
    """A number of pairs, told roughly; None for too few to be told."""
    return next((name for least, name in _AT_LEAST if pairs >= least), None)


def _decided(session: Session, actor: Actor, now: datetime.datetime) -> list[Decided]:
    """Bits, kind of source, language of the family and state of every pair that was decided, and stands."""
    left = left_to_others(session, actor)
    # The tables alone: both classes have the columns of every record besides.
    report, search = FoundReport.__table__.c, SearchRequest.__table__.c
    rows = (
        select(MatchProposal.shown_weight, report.kind, search.reply_language, MatchProposal.state)
        .join(FoundReport.__table__, report.number == MatchProposal.report_number)
        .join(SearchRequest.__table__, search.number == MatchProposal.request_number)
        .where(
            MatchProposal.committee_id == actor.organisation_id,
            MatchProposal.state.in_((_AGREED, _RULED_OUT)),
            MatchProposal.shown_weight.is_not(None),
            ~can_be_undone(now),
            MatchProposal.request_number.not_in(left),
            MatchProposal.report_number.not_in(left),
        )
    )
    return [(bits, kind, language, state) for bits, kind, language, state in session.execute(rows) if bits is not None]


def _rows(decided: Iterable[tuple[float, str, str]]) -> tuple[WeightRow, ...]:
    """A row for each code of which any cell may be shown."""
    counted: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for bits, code, state in decided:
        counted[code][_class_of(bits), state] += 1
    rows = [WeightRow(code=code, cells=tuple(_cell(one, least) for least in CLASSES)) for code, one in counted.items()]
    shown = [row for row in rows if any(cell.tenths is not None for cell in row.cells)]
    return tuple(sorted(shown, key=lambda row: row.code))


def _cell(counts: Counter[tuple[int, str]], least: int) -> WeightCell:
    agreed, ruled_out = counts[least, _AGREED], counts[least, _RULED_OUT]
    pairs = how_many(agreed + ruled_out)
    if pairs is None:
        return WeightCell(least=least, tenths=None, pairs=None)
    return WeightCell(least=least, tenths=round(10 * agreed / (agreed + ruled_out)), pairs=pairs)


def _class_of(bits: float) -> int:
    return max((least for least in CLASSES if bits >= least), default=CLASSES[0])


def _disagreements(session: Session, actor: Actor, now: datetime.datetime) -> Iterable[Disagreement]:
    """The reasons on both sides in pairs on which somebody said yes and somebody else no, whatever came of it."""
    rows = session.execute(
        select(Judgement.proposal_id, Judgement.account_id, Judgement.kind, Judgement.reasons)
        .join(MatchProposal, MatchProposal.id == Judgement.proposal_id)
        .where(MatchProposal.committee_id == actor.organisation_id, Judgement.takes_back_id.is_(None))
        .where(~can_be_undone(now))
    ).all()
    said: dict[object, set[str]] = defaultdict(set)
    for proposal, _, kind, _ in rows:
        said[proposal].add(kind)
    both = {JudgementKind.POSITIVE.value, JudgementKind.NEGATIVE.value}
    contested = {proposal for proposal, kinds in said.items() if both <= kinds}
    told = [(kind, reasons) for proposal, _, kind, reasons in rows if proposal in contested and kind in both]
    counted = Counter((kind, reason) for kind, reasons in told for reason in reasons)
    for kind in (JudgementKind.POSITIVE, JudgementKind.NEGATIVE):
        for reason in JudgementReason:
            pairs = how_many(counted[kind.value, reason.value])
            if pairs is not None:
                yield Disagreement(kind=kind, reason=reason, pairs=pairs)
