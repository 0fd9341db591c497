"""What goes out about committees."""

import uuid
from dataclasses import dataclass

from matching.record import PersonName
from search.vocabulary import ReportKind, RouteRegion


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeSummary:
    """A committee, and whose cases it reads; nothing said means that it reads what no other says it reads."""

    committee_id: uuid.UUID
    name: str
    country: str
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    routes: tuple[RouteRegion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeChoice:
    """The committee that reads a case, and the others that could; `language` is the family's."""

    case_id: uuid.UUID
    reference: str
    language: str
    current: CommitteeSummary
    others: tuple[CommitteeSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """The committees that there are, for a coordinator of one.

    `shared`: references of the own searches of which a report stands in a pair of another committee too.
    """

    own: CommitteeSummary | None
    others: tuple[CommitteeSummary, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictQuestion:
    """A pair before its card opens: as much as lets a reader say whether they know the people.

    `left`: they left it to others moments ago, which they can undo.
    """

    proposal_id: uuid.UUID
    reference: str
    report_kind: ReportKind
    sought_names: tuple[PersonName, ...]
    found_names: tuple[PersonName, ...]
    left: bool
