"""The evidence of a pair as a line of a list tells it: codes of comparisons, of somebody living without their place."""

from matching import Evidence, Outcome
from search.fields import is_placeless, placeless_evidence
from search.fields.placeless import stored_evidence
from search.models import MatchProposal
from search.vocabulary import ReportKind

# Under this nothing is said, for or against.
SAYS_NOTHING = 0.3
# Corrections for counting twice, which speak for nothing and against nothing.
CORRECTIONS = frozenset({"together"})


def told_evidence(proposal: MatchProposal, kind: ReportKind) -> tuple[Evidence, ...]:
    """What is stored with a pair, as far as its readers may know it."""
    evidence = stored_evidence(proposal.evidence)
    return placeless_evidence(evidence) if is_placeless(kind) else evidence


def told_comparisons(proposal: MatchProposal, kind: ReportKind, outcome: Outcome) -> tuple[str, ...]:
    """Codes of the comparisons with this outcome, the weightiest first."""
    chosen = [
        one
        for one in told_evidence(proposal, kind)
        if one.outcome is outcome and abs(one.weight) >= SAYS_NOTHING and one.comparison not in CORRECTIONS
    ]
    return tuple(one.comparison for one in sorted(chosen, key=lambda one: -abs(one.weight)))
