"""Which records a committee may look up: its own searches, and the reports that its own pairs hold."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Actor, Subject
from search.casework.conflicts import left_to_others
from search.models import BlockingKey, KeySide, MatchProposal, SearchRequest
from search.records.chunks import chunks
from search.records.key_digests import digests
from search.records.report_subjects import report_subjects
from search.records.search_rows import has_family
from search.records.sections import OPEN, vault_of
from search.vocabulary import ReportKind

# How many that share most keys with what was typed are told apart.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Reach:
    """How a record may be seen: `reference` of a search, `kind` of a report, and the pairs that may be opened.

    `case_id`: of a search that has a family.
    """

    subject: Subject
    reference: str
    kind: ReportKind | None
    pairs: tuple[uuid.UUID, ...]
    case_id: uuid.UUID | None = None


def own_search(session: Session, reader: Actor, reference: str | None) -> int | None:
    """The number of the committee's own open search of this reference; None where it has none."""
    own = (SearchRequest.reference == reference, SearchRequest.committee_id == reader.organisation_id)
    found = session.scalars(select(SearchRequest).where(*own, *OPEN)).one_or_none() if reference else None
    return found.number if found else None


def found_under_keys(session: Session, reader: Actor, keys: Collection[str]) -> list[int]:
    """The numbers of those within reach that are kept under most of these keys."""
    wanted = digests(vault_of(session), keys)
    shared: dict[int, int] = defaultdict(int)
    requests, pairs = SearchRequest.__table__.c, MatchProposal.__table__.c
    scopes = {
        KeySide.SOUGHT: select(requests.number).where(
            requests.number == BlockingKey.record_number, requests.committee_id == reader.organisation_id
        ),
        KeySide.FOUND: select(pairs.report_number).where(
            pairs.report_number == BlockingKey.record_number, pairs.committee_id == reader.organisation_id
        ),
    }
    for side, scope in scopes.items():
        for digest in wanted:
            held = select(BlockingKey.record_number).where(BlockingKey.side == side.value, BlockingKey.digest == digest)
            for number in session.scalars(held.where(scope.exists())):
                shared[number] += 1
    return sorted(shared, key=lambda number: (-shared[number], number))[:_MOST]


def reach_of(session: Session, reader: Actor, numbers: Sequence[int]) -> dict[int, Reach]:
    """Those of these records that the committee may see and the reader did not leave to others, by number."""
    left = set(session.scalars(left_to_others(session, reader)))
    numbers = [number for number in numbers if number not in left]
    pairs = _pairs(session, reader, numbers)
    searches = {}
    for chunk in chunks(list(numbers)):
        asked = select(SearchRequest).where(SearchRequest.number.in_(chunk))
        for request in session.scalars(asked.where(SearchRequest.committee_id == reader.organisation_id)):
            own, case_id = Subject(committee_id=reader.organisation_id), request.id if has_family(request) else None
            met = tuple(pairs.get(request.number, ()))
            searches[request.number] = Reach(own, request.reference, None, met, case_id)
    reports = report_subjects(session, [one for one in pairs if one not in searches], reader.organisation_id)
    found = {number: Reach(report.subject, "", report.kind, tuple(pairs[number])) for number, report in reports.items()}
    return searches | found


def _pairs(session: Session, reader: Actor, numbers: Sequence[int]) -> dict[int, list[uuid.UUID]]:
    """The pairs of the committee by each of their records, those first that are to be read first."""
    found: dict[int, list[uuid.UUID]] = defaultdict(list)
    for mine in (MatchProposal.request_number, MatchProposal.report_number):
        for chunk in chunks(list(numbers)):
            asked = select(mine, MatchProposal.id).where(
                mine.in_(chunk), MatchProposal.committee_id == reader.organisation_id
            )
            for number, identifier in session.execute(asked.order_by(MatchProposal.queue_order, MatchProposal.id)):
                found[number].append(identifier)
    return found
