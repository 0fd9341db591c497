"""Pairs of an invented committee that were decided, without readers who decide them."""

from search.models import FoundReport, MatchProposal, SearchRequest
from search.vocabulary import ProposalState, ReportKind
from tests.search.scene import Scene


def decided(scene: Scene, count: int, weight: float, state: ProposalState, *, language: str = "ar") -> None:
    """So many pairs of this weight in this state, of shelters, and of families who are answered in this language."""
    for _ in range(count):
        proposal = scene.propose(weight)
        with scene.database.transaction() as session:
            pair = session.get_one(MatchProposal, proposal)
            pair.state, pair.shown_weight = state.value, weight
            session.get_one(SearchRequest, pair.request_number).reply_language = language
            session.get_one(FoundReport, pair.report_number).kind = ReportKind.SHELTER.value
