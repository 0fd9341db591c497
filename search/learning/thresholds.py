"""From which weight on a committee reads pairs: moved knowingly, by a coordinator, for a reason, and never unsaid.

A committee can ask for more than the engine does, and go back; less than the engine asks nobody compares for.
"""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.accounts.audit_chain import record_act
from search.accounts.reason_words import says_why
from search.accounts.shown_names import shown_names
from search.casework.judgement_rows import can_be_undone
from search.errors import Refused
from search.learning_summaries import SetThreshold, ThresholdEffect, ThresholdSet
from search.models import CommitteeThreshold, MatchProposal
from search.records.associated_data import threshold_words_place
from search.records.installed_engine import engine_of
from search.records.sections import vault_of
from search.vocabulary import ProposalState

# By so many bits a committee can ask for more than the engine.
STEPS = (0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)


def read_effects(session: Session, actor: Actor, *, now: datetime.datetime) -> tuple[ThresholdEffect, ...]:
    """What each threshold that can be set would bring and cost, by the pairs of now."""
    require(actor, Action.SET_THRESHOLD, Subject(committee_id=actor.organisation_id))
    own = engine_of(session).proposal_threshold
    weights = {state: _weights(session, actor, state, now) for state in (ProposalState.OPEN, ProposalState.AGREED)}
    return tuple(_effect(own + step, weights[ProposalState.OPEN], weights[ProposalState.AGREED]) for step in STEPS)


def set_threshold(session: Session, actor: Actor, command: SetThreshold, *, now: datetime.datetime) -> None:
    """Read open pairs from this weight on; the threshold before stays in the list with its reason."""
    require(actor, Action.SET_THRESHOLD, Subject(committee_id=actor.organisation_id))
    own = engine_of(session).proposal_threshold
    if command.bits not in [own + step for step in STEPS]:
        raise Refused("threshold_not_offered")
    if not says_why(command.words):
        raise Refused("reason_needed")
    identifier = uuid.uuid4()
    sealed = vault_of(session).seal_secret(command.words.encode(), threshold_words_place(identifier))
    row = CommitteeThreshold(
        id=identifier,
        organisation_id=actor.organisation_id,
        bits=command.bits,
        account_id=actor.account_id,
        words_sealed=sealed,
        made_at=now,
    )
    session.add(row)
    session.flush()
    detail = {"tenths_of_bits": round(10 * command.bits)}
    subject = ("organisation", str(actor.organisation_id))
    record_act(session, actor, Action.SET_THRESHOLD, subject=subject, now=now, detail=detail)


def history_of(session: Session, committee_id: uuid.UUID | None) -> tuple[ThresholdSet, ...]:
    """Every threshold that a committee set, the newest first."""
    rows = session.scalars(
        select(CommitteeThreshold)
        .where(CommitteeThreshold.organisation_id == committee_id)
        .order_by(CommitteeThreshold.made_at.desc(), CommitteeThreshold.id.desc())
    ).all()
    names, vault = shown_names(session, {row.account_id for row in rows}), vault_of(session)
    return tuple(
        ThresholdSet(
            bits=row.bits,
            by=names[row.account_id],
            words=vault.unseal_secret(row.words_sealed, threshold_words_place(row.id)).decode(),
            made_at=row.made_at,
        )
        for row in rows
    )


def _weights(session: Session, actor: Actor, state: ProposalState, now: datetime.datetime) -> list[float]:
    """Of none that was judged so lately that it can be undone: one more would tell what the other reader said."""
    mine = select(MatchProposal.shown_weight).where(
        MatchProposal.committee_id == actor.organisation_id,
        MatchProposal.state == state.value,
        ~can_be_undone(now),
    )
    return [weight for weight in session.scalars(mine) if weight is not None]


def _effect(bits: float, open_pairs: list[float], agreed: list[float]) -> ThresholdEffect:
    under = [weight for weight in open_pairs if weight < bits]
    return ThresholdEffect(
        bits=bits,
        left_out=len(under),
        still_shown=len(open_pairs) - len(under),
        right_among=sum(1 / (1 + 2**-weight) for weight in under),
        agreed_under=sum(weight < bits for weight in agreed),
    )
