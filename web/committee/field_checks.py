"""The reader's own check of each field, beside what the engine says of it: agrees, does not, cannot say."""

from collections.abc import Mapping
from dataclasses import dataclass

from matching.comparisons import ORDER
from matching.evidence import Outcome
from search.summaries import ProposalCard
from search.vocabulary import FieldCheck
from web.committee.waterfall import is_said

_NAME = "check-"


@dataclass(frozen=True, slots=True)
class Check:
    """One line: the comparison, its control's name, the engine's outcome, what the reader chose (empty for none)."""

    comparison: str
    name: str
    engine: Outcome
    chosen: str


def checks_in(sent: Mapping[str, str]) -> dict[str, FieldCheck]:
    """What a reader sent of each comparison; a page cannot send others."""
    known = {check.value for check in FieldCheck}
    said = ((comparison, sent.get(f"{_NAME}{comparison}", "")) for comparison in ORDER)
    return {comparison: FieldCheck(code) for comparison, code in said if code in known}


def checks_of(card: ProposalCard, chosen: Mapping[str, FieldCheck]) -> tuple[Check, ...]:
    """A line for whatever the card says for or against, and for what the reader has checked already."""
    return tuple(
        Check(one.comparison, f"{_NAME}{one.comparison}", one.outcome, chosen.get(one.comparison, ""))
        for one in card.evidence
        if one.comparison in ORDER and (is_said(one) or one.comparison in chosen)
    )
