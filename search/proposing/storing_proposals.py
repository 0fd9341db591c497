"""Proposing the pairs that may be one person, once a record was compared with the other side.

There is no queue: a record waits while `matched_version < version`. A record that is compared takes the registry's
change number first, so that it has met everything up to that number (see `search.records.change_numbers`). Every
record looks for the other side itself, because what is no candidate from one side may be one from the other. Proposals
and the mark that a record was matched are stored together: a worker that is killed leaves the record as it was, and
proposing a pair again gives the same proposal.
"""

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from matching import ScoredPair
from search.access import Action, Actor, require
from search.accounts.audit_chain import MET, Detail, record_act
from search.casework.queue_ranks import rank_pairs
from search.models import MatchProposal, Record, RecordSide
from search.proposing.comparing import Compared, Pair
from search.proposing.returning import bring_back
from search.proposing.weighed_pairs import WeighedPair, store_weighed, weighed_columns
from search.records.comparable_records import COMPARABLE
from search.records.installed_engine import engine_of
from search.records.prepared_cache import ROW_COLUMNS, RecordRow
from search.records.record_erasure import not_erased
from search.records.report_subjects import report_subjects
from search.records.search_rows import committees_of
from search.records.sections import OPEN
from search.records.shown_weights import weight_to_show

_NAMESPACE = uuid.UUID("5b2f6a0e-3c4d-4f0a-9a57-7d1c3f5f2d10")


def next_unmatched(session: Session, *, limit: int) -> list[RecordRow]:
    """Records of one side that wait to be compared, searches first; on PostgreSQL, ones that no other worker holds.

    Never both sides at once: what is compared together has not met, and would be proposed twice.
    """
    for side in (RecordSide.SOUGHT, RecordSide.FOUND):
        statement = (
            select(*ROW_COLUMNS)
            .where(Record.side == side.value, Record.matched_version < Record.version)
            .where(*OPEN, COMPARABLE)
            .order_by(Record.number)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        found = [RecordRow(*row) for row in session.execute(statement)]
        if found:
            return found
    return []


def propose(session: Session, actor: Actor, compared: Sequence[Compared], *, now: datetime.datetime) -> int:
    """Store what comparing found and mark the records as matched; returns how many proposals are new or changed.

    A pair that was met from the other side already, and weighs the same, is not counted again. A record that changed
    meanwhile, or that another worker was quicker with, is left alone: it waits, or is done.
    """
    require(actor, Action.PROPOSE)
    marked = [one for one in compared if _mark_matched(session, one)]
    proposed = _store(session, marked, now)
    met = [f"{one.record.number}:{one.met_up_to}" for one in marked]
    detail: Detail = {"records": len(compared), "proposals": proposed, MET: met}
    record_act(session, actor, Action.PROPOSE, subject=("registry", "proposals"), now=now, detail=detail)
    return proposed


def _mark_matched(session: Session, compared: Compared) -> bool:
    marked = (
        update(Record)
        .where(
            Record.number == compared.record.number,
            Record.version == compared.record.version,
            Record.matched_version < compared.met_up_to,
        )
        .values(matched_version=compared.met_up_to)
        .returning(Record.number)
        .execution_options(synchronize_session=False)
    )
    return session.execute(marked).first() is not None


def _store(session: Session, compared: Sequence[Compared], now: datetime.datetime) -> int:
    """Write the pairs that are new or that weigh otherwise now; returns how many."""
    numbers = {row.number for one in compared for pair, _ in one.pairs for row in (pair.request, pair.report)}
    there = not_erased(session, numbers)
    # Whose they are is read once they are held: a case may go to another committee until then.
    committees = committees_of(session, {pair.request.number for one in compared for pair, _ in one.pairs})
    reports = report_subjects(session, {pair.report.number for one in compared for pair, _ in one.pairs}, None)
    prior = engine_of(session).prior_weight
    pairs = {
        proposal_id(pair.request.id, pair.report.id): WeighedPair(
            _new_proposal(pair, committees[pair.request.number], now),
            _weighed(pair, explained, one.engine_version)
            | {"shown_weight": weight_to_show(explained, reports[pair.report.number].kind, prior)},
        )
        for one in compared
        for pair, explained in one.pairs
        if pair.request.number in there and pair.report.number in there
    }
    stored = store_weighed(session, MatchProposal, pairs)
    bring_back(session, stored.changed)
    rank_pairs(session, {pair.request.number for one in compared for pair, _ in one.pairs}, today=now.date())
    return stored.count


def _new_proposal(pair: Pair, committee: uuid.UUID, now: datetime.datetime) -> dict[str, object]:
    return {
        "request_number": pair.request.number,
        "report_number": pair.report.number,
        "committee_id": committee,
        "entry_date": now,
    }


def _weighed(pair: Pair, explained: ScoredPair, engine_version: str) -> dict[str, object]:
    versions = {"request_version": pair.request.version, "report_version": pair.report.version}
    return weighed_columns(explained, engine_version) | versions


def proposal_id(request: uuid.UUID, report: uuid.UUID) -> uuid.UUID:
    """The id of a pair's proposal: always the same, so that proposing twice is proposing once."""
    return uuid.uuid5(_NAMESPACE, f"{request}:{report}")
