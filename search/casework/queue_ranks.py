"""The places of pairs in their committee's list, worked out from both records and kept beside each pair.

Kept, so that a page of the list is read from an index however long the list is. Worked out anew whenever a pair of the
same search is weighed or judged. The country is kept as a keyed digest, by which the list can be narrowed.
"""

import datetime
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching.places.resolved_place import resolve
from search.casework.fallen_pattern import pattern_of
from search.casework.queue_worth import Stakes, queue_order
from search.documents import Description, Whereabouts
from search.fields import is_placeless, placeless_evidence
from search.fields.placeless import stored_evidence
from search.models import FoundReport, MatchProposal, Record
from search.records.installed_engine import engine_of
from search.records.sections import read_sections, vault_of
from search.records.shown_weights import shown_weight
from search.storage.encryption import Vault
from search.vocabulary import LIVING_KINDS, ProposalState, ReportKind

ADULT_YEARS = 18
_RULED_OUT = ProposalState.RULED_OUT.value
_UNDECIDED = (ProposalState.OPEN.value, ProposalState.UNSURE.value)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read once for several searches: their days, and both sides' documents."""

    since: Mapping[int, datetime.datetime]
    kinds: Mapping[int, ReportKind]
    descriptions: Mapping[int, Description]
    whereabouts: Mapping[int, Whereabouts]
    weights: Mapping[uuid.UUID, float]


def rank_pairs(session: Session, request_numbers: Collection[int], *, today: datetime.date) -> int:
    """Put all pairs of these searches into their places; returns how many. Nobody's revision goes on by it."""
    asked = select(MatchProposal).where(MatchProposal.request_number.in_(sorted(request_numbers)))
    proposals = session.scalars(asked.order_by(MatchProposal.id)).all()
    known = _known(session, proposals)
    threshold = engine_of(session).proposal_threshold
    vault = vault_of(session)
    for one in proposals:
        found = known.descriptions.get(one.report_number, Description())
        rivals = _rivals(one, proposals, known, threshold)
        one.queue_order = queue_order(_stakes(one, known, rivals, today))
        one.unnamed = not found.names
        one.country_digest = country_digest(vault, country_of(found))
        one.fell_by = _fell_by(one, known, threshold)
    session.flush()
    return len(proposals)


def country_digest(vault: Vault, country: str) -> int | None:
    """As what the one country of a finding is kept; None where it is not known."""
    return vault.digest("queue country", country) if country else None


def country_of(found: Description) -> str:
    """The country in which somebody was found, where only one is meant; else empty."""
    place = found.event.place if found.event else None
    known = resolve(place) if place else None
    return next(iter(known.countries)) if known and len(known.countries) == 1 else ""


def is_child(sought: Description, today: datetime.date) -> bool:
    """Whether whoever is sought is under eighteen by all that is said; an unknown age says nothing."""
    if sought.birth is not None:
        earliest = sought.birth.earliest
        return (today.year - earliest.year, today.month, today.day) < (ADULT_YEARS, earliest.month, earliest.day)
    return sought.age is not None and sought.age.high < ADULT_YEARS


def _known(session: Session, proposals: Sequence[MatchProposal]) -> _Known:
    requests = sorted({one.request_number for one in proposals})
    reports = sorted({one.report_number for one in proposals})
    days = select(Record.number, Record.entry_date).where(Record.number.in_(requests))
    asked = select(FoundReport.number, FoundReport.kind).where(FoundReport.number.in_(reports))
    kinds = {number: ReportKind(kind) for number, kind in session.execute(asked)}
    return _Known(
        since=dict(session.execute(days).all()),
        kinds=kinds,
        descriptions=read_sections(session, [*requests, *reports], Description),
        whereabouts=read_sections(session, reports, Whereabouts),
        weights={one.id: shown_weight(session, one, kinds[one.report_number]) for one in proposals},
    )


def _stakes(one: MatchProposal, known: _Known, rivals: int, today: datetime.date) -> Stakes:
    sought = known.descriptions.get(one.request_number, Description())
    found = known.descriptions.get(one.report_number, Description())
    met = known.whereabouts.get(one.report_number)
    return Stakes(
        minor=is_child(sought, today) or (met is not None and met.minor is True),
        unnamed_remains=not found.names and known.kinds[one.report_number] not in LIVING_KINDS,
        weight=known.weights[one.id],
        rivals=rivals,
        returned=one.returned_revision is not None,
        searched_since=known.since[one.request_number].date(),
    )


def _fell_by(one: MatchProposal, known: _Known, threshold: float) -> str | None:
    """What speaks against a pair that is weighed anew and is not likely any more, by what its readers are told."""
    waits = one.state in _UNDECIDED and one.revision > 1
    if not waits or known.weights[one.id] >= threshold:
        return None
    evidence = stored_evidence(one.evidence)
    return pattern_of(placeless_evidence(evidence) if is_placeless(known.kinds[one.report_number]) else evidence)


def _rivals(one: MatchProposal, proposals: Sequence[MatchProposal], known: _Known, threshold: float) -> int:
    """How many other reports are likely for the same search, by the bits that readers are told."""
    return sum(
        other.request_number == one.request_number
        and other.id != one.id
        and other.state != _RULED_OUT
        and known.weights[other.id] >= threshold
        for other in proposals
    )
