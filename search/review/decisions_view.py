"""What a reader is told of the decisions on a pair: their own, and those of others once they may be known."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from matching.record import Side
from search.access import Action, Actor, Subject, allowed
from search.accounts.shown_names import shown_names
from search.casework.judgement_rows import counting_judgements, evidence_since, judgements_of, last_negative
from search.casework.new_evidence import returns_by_itself
from search.casework.undo_periods import UNDO
from search.decision_summaries import Decisions, EvidenceSince, JudgementSummary
from search.errors import AccessDenied, Refused
from search.fields import is_placeless
from search.fields.placeless import PLACING, WHEREABOUTS
from search.models import Judgement, MatchProposal
from search.records.associated_data import judgement_words_place
from search.records.sections import unseal_words
from search.records.shown_weights import shown_weight
from search.review.blind_reading import shown_state, visible_to
from search.review.two_reader_rule import is_weighty, require_may_decide_together, why_not
from search.vocabulary import (
    LIVING_KINDS,
    FieldCheck,
    JudgementKind,
    JudgementReason,
    ProposalState,
    ReportKind,
    RuledOutBy,
)


def decisions_of(
    session: Session, proposal: MatchProposal, actor: Actor, kind: ReportKind, now: datetime.datetime
) -> Decisions:
    """What this reader may know of the decisions on a pair, and may do about it."""
    made, since, state = judgements_of(session, proposal.id), proposal.returned_revision, ProposalState(proposal.state)
    counting = counting_judgements(made, since)
    told = visible_to(made, state, actor.account_id, now, since)
    current = [one for one in made if since is None or one.revision > since]
    return Decisions(
        state=shown_state(state, counting, actor.account_id, now),
        judgements=_summaries(session, actor, proposal, made, told, now),
        others_decided=len({one.account_id for one in counting} - {actor.account_id}),
        refused=why_not(proposal, current, actor),
        may_decide_together=_may_decide_together(actor, proposal, counting),
        needs_second=is_weighty(proposal, shown_weight(session, proposal, kind)),
        returned=_returned(proposal, kind),
        new_since=_new_since(session, proposal, kind, counting),
    )


def _may_decide_together(actor: Actor, proposal: MatchProposal, counting: Sequence[Judgement]) -> bool:
    subject = Subject(committee_id=proposal.committee_id)
    if actor.account_id is None or not allowed(actor, Action.DECIDE_IN_MEETING, subject):
        return False
    try:
        require_may_decide_together(proposal, counting, actor.account_id)
    except (AccessDenied, Refused):
        return False
    return True


def _summaries(
    session: Session,
    actor: Actor,
    proposal: MatchProposal,
    made: Sequence[Judgement],
    told: Sequence[Judgement],
    now: datetime.datetime,
) -> tuple[JudgementSummary, ...]:
    names = shown_names(session, {one.account_id for one in told})
    backs = {one.takes_back_id: one for one in made if one.takes_back_id is not None}
    return tuple(
        replace(
            _summary(session, proposal, one, now, by_me=one.account_id == actor.account_id),
            by=names[one.account_id],
            taken_back=one.id in backs,
            back_words=_words(session, proposal, backs[one.id]) if one.id in backs else "",
        )
        for one in told
        if one.takes_back_id is None
    )


def _summary(
    session: Session, proposal: MatchProposal, one: Judgement, now: datetime.datetime, *, by_me: bool
) -> JudgementSummary:
    since = proposal.returned_revision
    return JudgementSummary(
        judgement_id=one.id,
        kind=JudgementKind(one.kind),
        reasons=tuple(JudgementReason(reason) for reason in one.reasons),
        words=_words(session, proposal, one),
        made_at=one.made_at,
        by="",
        by_me=by_me,
        taken_back=False,
        ruled_out_by=tuple(RuledOutBy(code) for code in one.ruled_out_by or ()),
        checks={comparison: FieldCheck(check) for comparison, check in (one.checks or {}).items()},
        as_meeting=bool(one.as_meeting),
        undo_until=one.made_at + UNDO if by_me and now < one.made_at + UNDO else None,
        earlier=since is not None and one.revision <= since,
    )


def _words(session: Session, proposal: MatchProposal, judgement: Judgement) -> str:
    place = judgement_words_place(judgement.id)
    return unseal_words(session, proposal.request_number, judgement.words_sealed, place)


def _returned(proposal: MatchProposal, kind: ReportKind) -> EvidenceSince | None:
    """Why a pair that had been ruled out is here again."""
    because = proposal.returned_because
    if because is None:
        return None
    sides = tuple(Side(side) for side in because["sides"])
    return EvidenceSince(sides=sides, comparisons=_told_comparisons(because["comparisons"], kind))


def _new_since(
    session: Session, proposal: MatchProposal, kind: ReportKind, counting: Sequence[Judgement]
) -> EvidenceSince | None:
    """What is new of a pair that stays ruled out until a person takes that back."""
    negative = last_negative(counting)
    if negative is None or proposal.state != ProposalState.RULED_OUT.value:
        return None
    if returns_by_itself(negative.ruled_out_by or (), living=kind in LIVING_KINDS):
        return None
    new = evidence_since(session, proposal, negative)
    return EvidenceSince(sides=new.sides, comparisons=_told_comparisons(new.comparisons, kind)) if new else None


def _told_comparisons(comparisons: Sequence[str], kind: ReportKind) -> tuple[str, ...]:
    """The comparisons by name; of somebody living, those that look at the place under one word."""
    if not is_placeless(kind):
        return tuple(comparisons)
    kept = [comparison for comparison in comparisons if comparison not in PLACING]
    return (*kept, WHEREABOUTS) if len(kept) < len(comparisons) else tuple(kept)
