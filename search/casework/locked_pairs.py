"""A pair that somebody acts on: held until the act ends, and whose its two sides are."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Action, Actor, Subject, require
from search.casework.conflicts import require_not_left
from search.documents import Whereabouts
from search.errors import NotFound
from search.models import FoundReport, MatchProposal, Record, SearchRequest
from search.records.report_subjects import report_subject
from search.records.sections import held_keys, read_sections
from search.vocabulary import ReportKind


def subjects_of(session: Session, proposal: MatchProposal) -> tuple[Subject, Subject]:
    """Whose the sought and the found description are; a committee reads both sides of its proposals."""
    request = session.get_one(SearchRequest, proposal.request_number)
    report = session.get_one(FoundReport, proposal.report_number)
    return (
        Subject(case_id=request.id, committee_id=proposal.committee_id),
        _found(session, report, proposal),
    )


def _found(session: Session, report: FoundReport, proposal: MatchProposal) -> Subject:
    """Of somebody living with what the sender said of the free words."""
    met = read_sections(session, (report.number,), Whereabouts).get(report.number, Whereabouts())
    return report_subject(
        ReportKind(report.kind),
        report.organisation_id,
        proposal.committee_id,
        words_placeless=met.words_placeless is True,
    ).subject


def locked_proposal(
    session: Session, actor: Actor, action: Action, proposal_id: uuid.UUID, *, also_left: bool = False
) -> MatchProposal:
    """A proposal that the actor may act on, held until the transaction ends; NotFound for any other.

    One of whose records was erased is gone with it, and is no longer there either where only the key was destroyed.
    While a family has taken its search back nobody reads it. To whoever left the pair to others it is not there, but
    with `also_left`.
    """
    proposal = session.scalars(
        select(MatchProposal).where(MatchProposal.id == proposal_id).with_for_update()
    ).one_or_none()
    require(actor, action, Subject(committee_id=proposal.committee_id if proposal else None))
    if proposal is None or not _is_readable(session, proposal):
        raise NotFound("not_found")
    if not also_left:
        require_not_left(session, actor, proposal.request_number, proposal.report_number)
    return proposal


def _is_readable(session: Session, proposal: MatchProposal) -> bool:
    """Whether both records are still there, the search was not taken back, and the report not laid aside."""
    both = (proposal.request_number, proposal.report_number)
    standing = select(Record.number).where(Record.number.in_(both), Record.withdrawn_at.is_(None))
    return len(session.scalars(standing).all()) == 2 and len(held_keys(session, both)) == 2
