"""The rule by which people decide on a pair of records, whether of two sides or of one; the only place that knows it.

Two different people have to find that a pair is of one person, and then it is agreed and no more than that. Somebody
who finds that it is not rules it out alone, unless much speaks for it: then a second reader has to find so too. Where
two disagree, one who reads it after them decides, or a meeting does. Whatever somebody said they can take back, and
then it no longer counts. Nobody judges what changed since they read it. No database is asked here.
"""

import datetime
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from matching import Outcome
from search.access import Actor
from search.casework.judgement_rows import AnyJudgement, counting_judgements
from search.casework.undo_periods import UNDO
from search.errors import AccessDenied, Conflict, Refused
from search.models import DuplicateJudgement, Judgement, ProposedPair
from search.vocabulary import JudgementKind, ProposalState, StaffRole

READERS_TO_AGREE = 2
WEIGHTY_BITS = 10.0
_NUMBERS = ("documents", "phones")
_DECISIVE = (JudgementKind.POSITIVE, JudgementKind.NEGATIVE)
_SAYS = {JudgementKind.POSITIVE: ProposalState.AGREED, JudgementKind.NEGATIVE: ProposalState.RULED_OUT}


def state_after(counting: Iterable[AnyJudgement]) -> ProposalState:
    """The state that follows from the judgements that count; when each was made matters only after a disagreement."""
    ordered = sorted(counting, key=lambda one: one.revision)
    if together := [one for one in ordered if is_of_meeting(one)]:
        return _SAYS[JudgementKind(together[-1].kind)]
    said: dict[uuid.UUID, JudgementKind] = {}
    for one in ordered:
        if one.kind in _DECISIVE:
            said.setdefault(one.account_id, JudgementKind(one.kind))
    if not said:
        return ProposalState.UNSURE if ordered else ProposalState.OPEN
    return _of_readers(list(said.values()), weighty=any(_is_weighty(one) for one in ordered))


def _of_readers(said: Sequence[JudgementKind], *, weighty: bool) -> ProposalState:
    """What follows from decisive readings of different people, the oldest first."""
    if len(set(said)) > 1:
        return _after_disagreement(said)
    if len(said) >= READERS_TO_AGREE:
        return _SAYS[said[0]]
    alone = said[0] is JudgementKind.NEGATIVE and not weighty
    return ProposalState.RULED_OUT if alone else ProposalState.AWAITING_SECOND


def _after_disagreement(said: Sequence[JudgementKind]) -> ProposalState:
    """Nobody wins by having been there before: whoever reads after the disagreement makes the majority."""
    first_other = next(number for number, kind in enumerate(said) if kind is not said[0])
    lead = said.count(JudgementKind.POSITIVE) - said.count(JudgementKind.NEGATIVE)
    if len(said) == first_other + 1 or lead == 0:
        return ProposalState.DISAGREED
    return ProposalState.AGREED if lead > 0 else ProposalState.RULED_OUT


def is_weighty(pair: ProposedPair, shown_weight: float) -> bool:
    """Whether so much speaks for a pair that one reader alone does not rule it out.

    By what it weighs without the place of somebody living: whether one reader sufficed would tell the rest.
    """
    equal = any(one[0] in _NUMBERS and one[2] == Outcome.AGREES.value for one in pair.evidence)
    return equal or shown_weight >= WEIGHTY_BITS


def _is_weighty(judgement: Judgement | DuplicateJudgement) -> bool:
    """Whether it was made against a pair for which much spoke then."""
    return isinstance(judgement, Judgement) and bool(judgement.weighty)


def is_of_meeting(judgement: Judgement | DuplicateJudgement) -> bool:
    """Whether a meeting decided, and not one reader."""
    return isinstance(judgement, Judgement) and bool(judgement.as_meeting)


def reader_of(actor: Actor) -> uuid.UUID:
    """The account under which a judgement is kept: only a person judges."""
    if actor.account_id is None:
        raise Refused("no_account")
    return actor.account_id


def require_unchanged(pair: ProposedPair, seen_revision: int) -> None:
    """Raise Conflict when the pair is no longer what its reader saw."""
    if pair.revision != seen_revision:
        raise Conflict("proposal_changed")


def has_judged(counting: Iterable[AnyJudgement], account_id: uuid.UUID | None) -> bool:
    """Whether one of the judgements that count is by this person."""
    return any(judgement.account_id == account_id for judgement in counting)


def require_another_reader(counting: Iterable[AnyJudgement], account_id: uuid.UUID) -> None:
    """Raise AccessDenied when this person has judged the pair already."""
    if has_judged(counting, account_id):
        raise AccessDenied("second_reader_must_differ")


def has_read_others(judgements: Sequence[AnyJudgement], account_id: uuid.UUID | None) -> bool:
    """Whether this person took a judgement back after they could read what another said: they read blind no more."""
    made = {one.id: one for one in judgements}
    return any(
        one.takes_back_id is not None
        and one.account_id == account_id
        and one.made_at >= made[one.takes_back_id].made_at + UNDO
        and any(other.account_id != account_id and other.revision < one.revision for other in judgements)
        for one in judgements
    )


def require_may_read(
    pair: ProposedPair, judgements: Sequence[AnyJudgement], actor: Actor, kind: JudgementKind | None = None
) -> None:
    """Raise when this person is not to judge the pair as one of its readers; `kind` None asks about any answer.

    `judgements` are those since the pair was brought back, those taken back included.
    """
    counting = counting_judgements(judgements)
    require_another_reader(counting, reader_of(actor))
    if has_read_others(judgements, actor.account_id):
        raise AccessDenied("has_read_others")
    if any(is_of_meeting(one) for one in counting):
        raise Refused("meeting_decided")
    if pair.state == ProposalState.DISAGREED.value and StaffRole.COORDINATOR in actor.roles:
        raise Refused("coordinator_keeps_minutes")
    if pair.state == ProposalState.AGREED.value and kind not in (None, JudgementKind.NEGATIVE):
        raise Refused("agreed_already")


def why_not(pair: ProposedPair, judgements: Sequence[AnyJudgement], actor: Actor) -> str:
    """Why this person is not to judge the pair as one of its readers, as a code; empty where they may."""
    try:
        require_may_read(pair, judgements, actor)
    except (AccessDenied, Refused) as refusal:
        return refusal.code
    return ""


def require_may_decide_together(pair: ProposedPair, counting: Sequence[Judgement], account_id: uuid.UUID) -> None:
    """Raise when there is nothing for a meeting to decide, or when whoever keeps its minutes was one of the readers."""
    if pair.state != ProposalState.DISAGREED.value and not any(is_of_meeting(one) for one in counting):
        raise Refused("nothing_for_a_meeting")
    readers = [one for one in counting if not is_of_meeting(one)]
    if has_judged(readers, account_id):
        raise AccessDenied("minutes_by_another")


def without_own(counting: Sequence[AnyJudgement], judgement_id: uuid.UUID, account_id: uuid.UUID) -> list[AnyJudgement]:
    """What still counts once this person takes one judgement back; AccessDenied when it is not theirs or counts not."""
    remaining = [one for one in counting if (one.id, one.account_id) != (judgement_id, account_id)]
    if len(remaining) == len(counting):
        raise AccessDenied("not_own_judgement")
    return remaining


def next_judgement(
    pair: ProposedPair, account_id: uuid.UUID, kind: JudgementKind, now: datetime.datetime
) -> dict[str, Any]:
    """The columns that every judgement has; the pair goes on to its next revision."""
    pair.revision += 1
    return {
        "id": uuid.uuid4(),
        "account_id": account_id,
        "kind": kind.value,
        "engine_version": pair.engine_version,
        "revision": pair.revision,
        "made_at": now,
    }


def settle(pair: ProposedPair, counting: Iterable[AnyJudgement]) -> ProposalState:
    """Put the pair into the state that follows from the judgements that count now."""
    state = state_after(counting)
    pair.state = state.value
    return state
