"""Cards made by hand, for tests of how they are shown."""

import datetime
import uuid
from dataclasses import replace
from typing import Any

from matching.evidence import Evidence, Outcome
from search.decision_summaries import Decisions
from search.documents import Description
from search.summaries import ProposalCard
from search.vocabulary import ConsentPurpose, ProposalState, ReportKind

CARD = ProposalCard(
    proposal_id=uuid.UUID(int=1),
    revision=1,
    state=ProposalState.OPEN,
    reference="AAAA-AAA1-1",
    report_kind=ReportKind.SHELTER,
    match_weight=6.0,
    prior_weight=-4.0,
    match_probability=0.02,
    engine_version="by hand",
    evidence=(),
    sought=Description(),
    found=Description(),
    found_date=datetime.date(2025, 6, 1),
    competitors=0,
    decisions=Decisions(state=ProposalState.OPEN),
    reporter_purpose=ConsentPurpose.NAMING,
    reporter_may=False,
)


def card(**changes: Any) -> ProposalCard:
    """The card with these changes."""
    return replace(CARD, **changes)


def agrees(comparison: str, weight: float) -> Evidence:
    """Evidence for."""
    return Evidence(comparison, "same", Outcome.AGREES, weight)


def disagrees(comparison: str, weight: float) -> Evidence:
    """Evidence against."""
    return Evidence(comparison, "far", Outcome.DISAGREES, weight)


def silent(comparison: str, outcome: Outcome = Outcome.BLANK) -> Evidence:
    """Evidence that weighs nothing."""
    return Evidence(comparison, outcome.value, outcome, 0.0)
