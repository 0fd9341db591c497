"""What a family was told, and when: the one place from which anything on its side may follow from a proposal.

Until the talk is ticked and has waited out its time, nothing here names a proposal, so that every page, export, print
and account of a family is the same bytes whatever was found, asked, answered or identified. A family's page is opened
by whoever has its words: it changes when the last of those who may open it was spoken with, never before.
"""

import datetime
import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.casework.undo_periods import in_force
from search.models import Relative, Telling, TellingPlan

# From when a relative could come in, and until when; empty for one who still may.
_Visits = tuple[datetime.datetime, datetime.datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldTalks:
    """The days on which the relatives who open a page were spoken with about one proposal."""

    proposal_id: uuid.UUID
    days: tuple[datetime.date, ...]


@dataclass(frozen=True, slots=True)
class HeldTalk:
    """The day on which somebody was spoken with, and since when that is in force."""

    day: datetime.date
    since: datetime.datetime


def told_proposals(session: Session, record_number: int, now: datetime.datetime) -> frozenset[uuid.UUID]:
    """The proposals of this search that its family was told of."""
    return frozenset(talks.proposal_id for talks in told_talks(session, record_number, now))


def told_talks(session: Session, record_number: int, now: datetime.datetime) -> tuple[ToldTalks, ...]:
    """The proposals of this search that its family was told of, each with its days; always three statements."""
    asked = select(TellingPlan.proposal_id, TellingPlan.page_readers, TellingPlan.made_at)
    plans = session.execute(
        asked.where(TellingPlan.record_number == record_number).order_by(TellingPlan.proposal_id, TellingPlan.revision)
    ).all()
    rows = session.scalars(
        select(Telling).where(Telling.record_number == record_number).order_by(Telling.made_at, Telling.acts_at)
    ).all()
    spoken = talks_held(rows, now)
    asked_of = select(Relative.added_at, Relative.ended_at).where(Relative.record_number == record_number)
    visits = [(added, ended) for added, ended in session.execute(asked_of)]
    told: dict[uuid.UUID, ToldTalks] = {}
    for plan, after in zip_longest(plans, plans[1:]):
        held = spoken.get(plan.proposal_id, {})
        until = after.made_at if after is not None and after.proposal_id == plan.proposal_id else now
        if _is_complete(plan.page_readers, held, until) and _has_enough(plan.page_readers, held, visits):
            days = tuple(sorted({held[key].day for key in plan.page_readers}))
            told[plan.proposal_id] = ToldTalks(proposal_id=plan.proposal_id, days=days)
    return tuple(told[one] for one in sorted(told))


def talks_held(rows: Iterable[Telling], now: datetime.datetime) -> Mapping[uuid.UUID, Mapping[str, HeldTalk]]:
    """By proposal and relative, the talk that took place, as far as it is in force and was not corrected away.

    `rows` are the oldest first. Another day for a talk does not make it later that it is told of.
    """
    holding = [row for row in rows if in_force(row, now)]
    corrected = {row.corrects_id for row in holding}
    said: dict[uuid.UUID, HeldTalk] = {}
    talks: dict[uuid.UUID, dict[str, HeldTalk]] = {}
    for row in holding:
        if row.told_on is None:
            continue
        before = said.get(row.corrects_id) if row.corrects_id else None
        said[row.id] = HeldTalk(row.told_on, before.since if before else row.acts_at)
        if row.id not in corrected:
            talks.setdefault(row.proposal_id, {})[row.relative_key] = said[row.id]
    return talks


def _is_complete(readers: Collection[str], held: Mapping[str, HeldTalk], until: datetime.datetime) -> bool:
    """Whether all who open the page were spoken with while a plan was the newest: growing later undoes nothing."""
    return bool(readers) and all(key in held and held[key].since <= until for key in readers)


def _has_enough(
    readers: Collection[str],
    held: Mapping[str, HeldTalk],
    let_in: Iterable[tuple[datetime.datetime, datetime.datetime | None]],
) -> bool:
    """Whether as many were spoken with as could open the page then, those among them whom the family had let in."""
    last = max(held[key].since for key in readers)
    could = [added for added, ended in let_in if added <= last and (ended is None or ended > last)]
    return len(readers) > len(could)
