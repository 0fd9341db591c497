"""A proposal among others: whose its two sides are, and how many rivals it has."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from search.access import Subject
from search.models import FoundReport, MatchProposal, SearchRequest
from search.vocabulary import ProposalState


def competitors_of(session: Session, proposal: MatchProposal, threshold: float) -> int:
    """How many other pairs of the same search weigh at least `threshold` and are not ruled out."""
    statement = select(func.count()).where(
        MatchProposal.request_number == proposal.request_number,
        MatchProposal.id != proposal.id,
        MatchProposal.match_weight >= threshold,
        MatchProposal.state != ProposalState.RULED_OUT.value,
    )
    return session.execute(statement).scalar_one()


def subjects_of(session: Session, proposal: MatchProposal) -> tuple[Subject, Subject]:
    """Whose the sought and the found description are; a committee reads both sides of its proposals."""
    request = session.get_one(SearchRequest, proposal.request_number)
    report = session.get_one(FoundReport, proposal.report_number)
    return (
        Subject(case_id=request.id, committee_id=proposal.committee_id),
        Subject(organisation_id=report.organisation_id, committee_id=proposal.committee_id),
    )
