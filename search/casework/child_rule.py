"""The rule by which officers decide with a child; pure, and the only place that knows it.

Two people sign. A no of the child, or of an officer, is overridden by nobody alone and by no organisation alone: two
people of two organisations have to sign with reasons.
"""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from search.accounts.reason_words import says_why
from search.vocabulary import ChildDecision, ChildSays

_SIGNERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What one officer decided about one enquirer, and what the child said to them."""

    account_id: uuid.UUID
    organisation_id: uuid.UUID
    decision: ChildDecision
    child_says: ChildSays
    made_at: datetime.datetime
    reasons: str = ""


def outcome(signed: Iterable[Signed]) -> ChildDecision | None:
    """What holds, from all that was signed in order: the newest of each person counts; None while too few signed."""
    newest = {one.account_id: one for one in signed}.values()
    agreeing = [one for one in newest if one.decision is ChildDecision.AGREES]
    if not is_contested(newest):
        return ChildDecision.AGREES if len(agreeing) >= _SIGNERS else _waiting(newest)
    overriding = {one.organisation_id for one in agreeing if says_why(one.reasons)}
    return ChildDecision.AGREES if len(overriding) >= _SIGNERS else ChildDecision.DOES_NOT


def is_contested(newest: Iterable[Signed]) -> bool:
    """Whether the child said no to anybody who has not heard otherwise since, or an officer decided against it."""
    return any(one.child_says is ChildSays.NO or one.decision is ChildDecision.DOES_NOT for one in newest)


def _waiting(newest: Iterable[Signed]) -> ChildDecision | None:
    return ChildDecision.LATER if any(one.decision is ChildDecision.LATER for one in newest) else None
