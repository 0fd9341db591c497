"""The rule by which people decide on a pair of records, whether of two sides or of one; the only place that knows it.

Two different people have to find that a pair is of one person; one negative rules it out; whatever somebody said they
can take back, and then it no longer counts. Nobody judges what changed since they read it. No database is asked here.
"""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from search.access import Actor
from search.errors import AccessDenied, Conflict, Refused
from search.models import DuplicateJudgement, Judgement, ProposedPair
from search.vocabulary import JudgementKind, ProposalState

POSITIVES_TO_CONFIRM = 2

AnyJudgement = TypeVar("AnyJudgement", Judgement, DuplicateJudgement)


def state_after(counting: Iterable[AnyJudgement]) -> ProposalState:
    """The state that follows from the judgements that count, in whatever order they were made."""
    people: dict[JudgementKind, set[uuid.UUID]] = defaultdict(set)
    for judgement in counting:
        people[JudgementKind(judgement.kind)].add(judgement.account_id)
    if JudgementKind.NEGATIVE in people:
        return ProposalState.RULED_OUT
    if JudgementKind.POSITIVE in people:
        agreed = len(people[JudgementKind.POSITIVE]) >= POSITIVES_TO_CONFIRM
        return ProposalState.AGREED if agreed else ProposalState.AWAITING_SECOND
    return ProposalState.UNSURE if people else ProposalState.OPEN


def counting_judgements(judgements: Sequence[AnyJudgement]) -> list[AnyJudgement]:
    """The judgements that were not taken back, and are no taking back themselves."""
    taken_back = {judgement.takes_back_id for judgement in judgements}
    return [one for one in judgements if one.takes_back_id is None and one.id not in taken_back]


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


def without_own(counting: Sequence[AnyJudgement], judgement_id: uuid.UUID, account_id: uuid.UUID) -> list[AnyJudgement]:
    """What still counts once this person takes one judgement back; AccessDenied when it is not theirs or counts not."""
    remaining = [one for one in counting if (one.id, one.account_id) != (judgement_id, account_id)]
    if len(remaining) == len(counting):
        raise AccessDenied("not_own_judgement")
    return remaining


def may_judge(pair: ProposedPair, counting: Iterable[AnyJudgement], account_id: uuid.UUID | None) -> bool:
    """Whether this person is asked to judge the pair: not again, and not once it is confirmed."""
    return pair.state != ProposalState.AGREED.value and not has_judged(counting, account_id)


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
