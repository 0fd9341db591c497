"""Reports of one person that truth knows of, and those that were proposed as possible duplicates."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.models import DuplicateProposal, RecordSide


@dataclass(frozen=True, slots=True)
class KnownDuplicates:
    """Pairs of reports: known to be of one person, proposed, and both. Pairs of searches that were proposed.

    Truth says of reports alone that two are of one person; of searches it knows none.
    """

    of_one_person: int = 0
    proposed: int = 0
    true_proposed: int = 0
    searches_proposed: int = 0


def count_duplicates(session: Session, true_pairs: Collection[tuple[int, int]]) -> KnownDuplicates:
    """From true pairs as numbers (request, report)."""
    reports_of: dict[int, list[int]] = defaultdict(list)
    for request, report in sorted(true_pairs):
        reports_of[request].append(report)
    true = {pair for reports in reports_of.values() for pair in combinations(reports, 2)}
    rows = session.execute(
        select(DuplicateProposal.side, DuplicateProposal.first_number, DuplicateProposal.second_number)
    ).all()
    proposed = {(first, second) for side, first, second in rows if side == RecordSide.FOUND.value}
    return KnownDuplicates(len(true), len(proposed), len(true & proposed), len(rows) - len(proposed))
