"""A committee judges a proposal and takes back; a second, different person agrees, or does not.

Judgements are appended and never changed. The state of a proposal follows from those that count, by the rule in
`search.review.two_reader_rule`. What was read is kept with each, so that only something new brings a pair back.
"""

import datetime
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.accounts.reason_words import says_why
from search.casework.conflicts import require_asked
from search.casework.judgement_rows import counting_judgements, judgements_of
from search.casework.locked_pairs import locked_proposal
from search.casework.undo_periods import UNDO
from search.commands import JudgeProposal, TakeBackJudgement
from search.errors import NotFound, Refused
from search.models import FoundReport, Judgement, MatchProposal, Record
from search.records.associated_data import judgement_words_place
from search.records.sections import seal_words
from search.records.shown_weights import shown_weight
from search.review.blind_reading import shown_state
from search.review.claiming import let_go
from search.review.decision_reasons import require_reasons, ruled_out_by
from search.review.two_reader_rule import (
    is_weighty,
    next_judgement,
    reader_of,
    require_may_decide_together,
    require_may_read,
    require_unchanged,
    settle,
    without_own,
)
from search.vocabulary import JudgementKind, ProposalState, ReportKind


def judge(
    session: Session, actor: Actor, command: JudgeProposal, *, now: datetime.datetime, from_list: bool = False
) -> ProposalState:
    """Append one person's judgement, or a meeting's; returns where the pair stands, as far as that person may know it.

    Raises Conflict when the card changed since it was read, AccessDenied when the same person already judged it, and
    Refused when no reason is given, or AskedFirst when its reader may not open the card yet; `from_list`: no card is
    opened for it.
    """
    action = Action.DECIDE_IN_MEETING if command.as_meeting else Action.JUDGE
    proposal = locked_proposal(session, actor, action, command.proposal_id)
    account_id = reader_of(actor)
    if not from_list:
        require_asked(session, actor, proposal, now)
    require_unchanged(proposal, command.seen_revision)
    counting = _require_may(session, actor, proposal, command)
    require_reasons(command)
    judgement = _judgement(session, proposal, account_id, command, now)
    session.add(judgement)
    let_go(session, actor, proposal.id)
    return _settle(session, actor, action, proposal, [*counting, judgement], now=now)


def take_back(session: Session, actor: Actor, command: TakeBackJudgement, *, now: datetime.datetime) -> ProposalState:
    """Append that an own earlier judgement no longer counts. A slip is undone in silence; after that it needs words."""
    earlier = session.get(Judgement, command.judgement_id)
    if earlier is None:
        raise NotFound("not_found")
    proposal = locked_proposal(session, actor, Action.JUDGE, earlier.proposal_id)
    account_id = reader_of(actor)
    require_unchanged(proposal, command.seen_revision)
    counting = counting_judgements(judgements_of(session, proposal.id), proposal.returned_revision)
    remaining = without_own(counting, earlier.id, account_id)
    if now >= earlier.made_at + UNDO and not says_why(command.words):
        raise Refused("taking_back_needs_words")
    withdrawal = Judgement(
        **_kept(session, proposal, account_id, JudgementKind(earlier.kind), command.words, now),
        reasons=[],
        takes_back_id=earlier.id,
    )
    session.add(withdrawal)
    return _settle(session, actor, Action.JUDGE, proposal, remaining, now=now)


def _require_may(session: Session, actor: Actor, proposal: MatchProposal, command: JudgeProposal) -> list[Judgement]:
    """The judgements that count, once it is clear that this one may be added to them."""
    since = proposal.returned_revision
    made = [one for one in judgements_of(session, proposal.id) if since is None or one.revision > since]
    counting = counting_judgements(made)
    if command.as_meeting:
        require_may_decide_together(proposal, counting, reader_of(actor))
    else:
        require_may_read(proposal, made, actor, command.kind)
    return counting


def _judgement(
    session: Session, proposal: MatchProposal, account_id: uuid.UUID, command: JudgeProposal, now: datetime.datetime
) -> Judgement:
    revisions = dict(
        session.execute(
            select(Record.number, Record.revision).where(
                Record.number.in_((proposal.request_number, proposal.report_number))
            )
        ).all()
    )
    return Judgement(
        **_kept(session, proposal, account_id, command.kind, command.words, now),
        reasons=sorted(reason.value for reason in command.reasons),
        ruled_out_by=sorted(ruled_out_by(command)) or None,
        checks={comparison: check.value for comparison, check in command.checks.items()} or None,
        request_revision=revisions[proposal.request_number],
        report_revision=revisions[proposal.report_number],
        evidence=proposal.evidence,
        weighty=_weighty(session, proposal) if command.kind is JudgementKind.NEGATIVE else None,
        as_meeting=command.as_meeting or None,
    )


def _kept(
    session: Session,
    proposal: MatchProposal,
    account_id: uuid.UUID,
    kind: JudgementKind,
    words: str,
    now: datetime.datetime,
) -> dict[str, Any]:
    """The columns of a judgement and of a taking back alike; the words are sealed under the search's key."""
    columns = next_judgement(proposal, account_id, kind, now)
    place = judgement_words_place(columns["id"])
    sealed = seal_words(session, proposal.request_number, words, place)
    return {**columns, "proposal_id": proposal.id, "words_sealed": sealed}


def _weighty(session: Session, proposal: MatchProposal) -> bool:
    kind = ReportKind(session.get_one(FoundReport, proposal.report_number).kind)
    return is_weighty(proposal, shown_weight(session, proposal, kind))


def _settle(
    session: Session,
    actor: Actor,
    action: Action,
    proposal: MatchProposal,
    counting: Sequence[Judgement],
    *,
    now: datetime.datetime,
) -> ProposalState:
    state = settle(proposal, counting)
    session.flush()
    detail = {"state": state.value}
    record_act(session, actor, action, subject=("match_proposal", proposal.id), now=now, detail=detail)
    return shown_state(state, counting, actor.account_id, now)
