"""A committee plans how a family is told: each relative on their own, and for the dead what becomes of the remains.

A plan changes nothing on the family's side; it is appended with every change.
"""

import datetime
import uuid
from dataclasses import replace

from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.accounts.audit_chain import record_act
from search.casework.undo_periods import can_be_taken_back
from search.documents.telling import PlannedTalk, PlannedTelling
from search.errors import Conflict, NotFound, Refused
from search.models import SearchRequest
from search.records.search_rows import has_family
from search.telling.plan_rows import append_plan, document_of, newest_plan, standing_tick, summary_of, ticks_of
from search.telling.telling_gates import pair_to_tell, telling_kind
from search.telling_commands import DropTalk, PlanTalk
from search.telling_summaries import TellingSummary
from search.vocabulary import TellingKind

MOST_TALKS = 20


def read_plan(session: Session, actor: Actor, proposal_id: uuid.UUID, *, now: datetime.datetime) -> TellingSummary:
    """How a family is told, as far as it is planned."""
    proposal = pair_to_tell(session, actor, Action.PLAN_TELLING, proposal_id, now)
    summary = summary_of(session, proposal, now)
    _note(session, actor, proposal_id, now, "read")
    return summary


def plan_talk(session: Session, actor: Actor, command: PlanTalk, *, now: datetime.datetime) -> TellingSummary:
    """Plan the talk with one relative; refused `plan_incomplete` while it leaves open who tells, how or where."""
    proposal = pair_to_tell(session, actor, Action.PLAN_TELLING, command.proposal_id, now)
    if not has_family(session.get_one(SearchRequest, proposal.request_number)):
        raise Refused("nobody_to_tell")
    dead = telling_kind(session, proposal) is TellingKind.DEAD
    if not _is_whole(command.talk) or (dead and not command.remains.strip()):
        raise Refused("plan_incomplete")
    before = document_of(session, newest_plan(session, proposal.id))
    document = PlannedTelling(
        talks=_with(before.talks, command.talk), remains=command.remains, repatriation=command.repatriation
    )
    append_plan(session, proposal, document, actor, now)
    _note(session, actor, proposal.id, now, "planned")
    return summary_of(session, proposal, now)


def drop_talk(session: Session, actor: Actor, command: DropTalk, *, now: datetime.datetime) -> TellingSummary:
    """Take a relative out of the plan: a slip, or somebody whom nobody can reach; never one who was spoken with."""
    proposal = pair_to_tell(session, actor, Action.PLAN_TELLING, command.proposal_id, now)
    before = document_of(session, newest_plan(session, proposal.id))
    left = tuple(talk for talk in before.talks if talk.key != command.key)
    if len(left) == len(before.talks):
        raise NotFound("not_found")
    tick = standing_tick(ticks_of(session, proposal.id), command.key)
    if tick is not None and (tick.told_on is not None or can_be_taken_back(tick, now)):
        raise Conflict("already_told")
    append_plan(session, proposal, replace(before, talks=left), actor, now)
    _note(session, actor, proposal.id, now, "dropped")
    return summary_of(session, proposal, now)


def _is_whole(talk: PlannedTalk) -> bool:
    said = (talk.name, talk.teller, talk.how, talk.with_whom, talk.language)
    return all(words.strip() for words in said) and talk.place is not None and bool(talk.support)


def _with(talks: tuple[PlannedTalk, ...], talk: PlannedTalk) -> tuple[PlannedTalk, ...]:
    """The talks with one more, or with one of them changed."""
    if not talk.key:
        if len(talks) >= MOST_TALKS:
            raise Refused("too_many_talks")
        return (*talks, replace(talk, key=uuid.uuid4().hex))
    if talk.key not in {one.key for one in talks}:
        raise NotFound("not_found")
    return tuple(talk if one.key == talk.key else one for one in talks)


def _note(session: Session, actor: Actor, proposal_id: uuid.UUID, now: datetime.datetime, what: str) -> None:
    subject = ("match_proposal", proposal_id)
    record_act(session, actor, Action.PLAN_TELLING, subject=subject, now=now, detail={"plan": what})
