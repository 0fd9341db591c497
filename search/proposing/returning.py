"""A pair that readers ruled out comes back for new evidence alone, and says which; never because an engine changed."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from search.casework.judgement_rows import counting_judgements, evidence_since, judgements_of, last_negative
from search.casework.new_evidence import returns_by_itself
from search.models import FoundReport, MatchProposal
from search.vocabulary import LIVING_KINDS, ProposalState, ReportKind

# A pair that was weighed again, and the columns that are other now.
Changed = Iterable[tuple[MatchProposal, frozenset[str]]]
_OF_RECORDS = frozenset({"request_version", "report_version"})


def bring_back(session: Session, changed: Changed) -> int:
    """Open again those of these pairs whose records were revised since they were ruled out, and say otherwise now.

    The pairs are held; judgements up to the revision that they have now count no more. A pair that weighs otherwise
    while neither record is another stays where it is.
    """
    ruled_out = [
        one for one, columns in changed if one.state == ProposalState.RULED_OUT.value and columns & _OF_RECORDS
    ]
    return sum(_brought_back(session, proposal) for proposal in ruled_out)


def _brought_back(session: Session, proposal: MatchProposal) -> bool:
    counting = counting_judgements(judgements_of(session, proposal.id), proposal.returned_revision)
    negative = last_negative(counting)
    kind = ReportKind(session.get_one(FoundReport, proposal.report_number).kind)
    if negative is None or not returns_by_itself(negative.ruled_out_by or (), living=kind in LIVING_KINDS):
        return False
    new = evidence_since(session, proposal, negative)
    if new is None:
        return False
    proposal.state = ProposalState.OPEN.value
    proposal.returned_revision = proposal.revision
    proposal.returned_because = new.stored()
    return True
