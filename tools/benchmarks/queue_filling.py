"""An invented registry of any size in which one committee has many pairs to read, as its portal meets them.

The registry is that of `benchmarks.registry_filling`. Some of those who are sought have what a card shows besides: both
sides' descriptions, the pairs that they truly make, and rivals. Evidence and weights are the engine's own. Only for
measuring: nothing is audited.
"""

import datetime
import itertools
import random
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from benchmarks.filing_speed import described
from benchmarks.invented import Account, Size, invent_registry
from benchmarks.registry_filling import Senders, fill, settle
from matching import Engine, ScoredPair
from matching.record import MatchRecord, Side
from search.access import WORKER
from search.accounts.organisations import find_or_add_organisation
from search.models import MatchProposal, SearchRequest, Section
from search.proposing.ranking_anew import rank_unplaced
from search.proposing.weighed_pairs import weighed_columns
from search.records.chunks import chunks
from search.records.sections import held_keys, section_row
from search.storage.database import Database
from search.vocabulary import OrganisationKind, ProposalState

COMMITTEE = "committee"
_RIVALS = 2
_AT_ONCE = 1_000
_SPREAD = datetime.timedelta(days=3)
_LANGUAGES = ("ar", "fr", "ti", "so", "es", "en", "fa", "bn")
# How many of a hundred pairs stand where; the others are open.
_STATES = (
    (5, ProposalState.AWAITING_SECOND),
    (1, ProposalState.DISAGREED),
    (3, ProposalState.UNSURE),
    (20, ProposalState.RULED_OUT),
    (3, ProposalState.AGREED),
)


@dataclass(slots=True)
class _Sought:
    """Those who are sought and have pairs: under which numbers they and the reports of them are filled in."""

    most: int
    records: dict[int, MatchRecord] = field(default_factory=dict)
    true_pairs: list[tuple[int, int]] = field(default_factory=list)
    requests: int = 0

    def passing(self, accounts: Iterable[Account]) -> Iterator[MatchRecord]:
        """The records of all accounts; those of the first who are sought and were met are remembered."""
        number = 0
        for _, of_person in itertools.groupby(accounts, key=lambda account: account.person.number):
            known = list(of_person)
            numbered = {number + 1 + place: account.record for place, account in enumerate(known)}
            self._remember(numbered)
            number += len(known)
            yield from numbered.values()

    def _remember(self, numbered: dict[int, MatchRecord]) -> None:
        sought = [number for number, record in numbered.items() if record.side is Side.SOUGHT]
        reports = [number for number, record in numbered.items() if record.side is Side.FOUND]
        if sought and reports and self.requests < self.most:
            self.records |= numbered
            self.true_pairs += [(sought[0], report) for report in reports]
            self.requests += 1


def fill_with_pairs(
    database: Database, size: Size, pairs: int, seed: int, moment: datetime.datetime, report: Callable[[str], None]
) -> None:
    """Fill an empty, migrated database; about so many pairs are one committee's."""
    rng = random.Random(seed)  # noqa: S311 - invented people, no secret
    with database.transaction() as session:
        committee = find_or_add_organisation(session, COMMITTEE, OrganisationKind.COMMITTEE)
        sender = find_or_add_organisation(session, "shelter", OrganisationKind.HUMANITARIAN)
        senders = Senders(committee.id, sender.id, moment)
    sought = _Sought(max(1, pairs // (_RIVALS + 1)))
    count = fill(database, sought.passing(invent_registry(size, rng)), senders, lambda done: _tell(done, report))
    report(f"{count} records, {len(sought.true_pairs)} true pairs of {sought.requests} searches")
    _describe(database, sought.records)
    _propose(database, sought, senders, rng)
    place_pairs(database, moment.date())
    settle(database)


def place_pairs(database: Database, today: datetime.date) -> None:
    """Put all pairs into their places in the list that have none."""
    more = True
    while more:
        with database.transaction() as session:
            more = rank_unplaced(session, WORKER, today=today) > 0


def _tell(done: int, report: Callable[[str], None]) -> None:
    if done % 100_000 == 0:
        report(f"{done} records filled in")


def _describe(database: Database, records: dict[int, MatchRecord]) -> None:
    """What a card shows, as the newest revision of each record's description."""
    for chunk in chunks(sorted(records), _AT_ONCE):
        with database.transaction() as session:
            keys = held_keys(session, chunk)
            rows = [section_row(keys[number], number, 1, described(records[number])) for number in chunk]
            session.execute(insert(Section), rows)


def _propose(database: Database, sought: _Sought, senders: Senders, rng: random.Random) -> None:
    engine = database.matching
    reports = sorted({report for _, report in sought.true_pairs})
    chosen = dict.fromkeys(sought.true_pairs)
    for request in sorted({request for request, _ in sought.true_pairs}):
        chosen |= dict.fromkeys((request, report) for report in rng.sample(reports, min(_RIVALS, len(reports))))
    for chunk in chunks(list(chosen), _AT_ONCE):
        rows = [_row(engine, sought.records, pair, senders, rng) for pair in chunk]
        with database.transaction() as session:
            session.execute(insert(MatchProposal), rows)
            _speak(session, sorted({request for request, _ in chunk}), rng)


def _speak(session: Session, requests: Sequence[int], rng: random.Random) -> None:
    """Families speak several languages, and filed at several times."""
    for number in requests:
        language = rng.choice(_LANGUAGES)
        session.execute(update(SearchRequest).where(SearchRequest.number == number).values(reply_language=language))


def _row(
    engine: Engine, records: dict[int, MatchRecord], pair: tuple[int, int], senders: Senders, rng: random.Random
) -> dict[str, object]:
    request, report = pair
    explained = _explained(engine, records[request], records[report], rng)
    return {
        "id": uuid.UUID(int=rng.getrandbits(128), version=4),
        "request_number": request,
        "report_number": report,
        "committee_id": senders.committee,
        "request_version": 1,
        "report_version": 1,
        "state": _state(rng).value,
        "revision": 1,
        "entry_date": senders.moment - _SPREAD * rng.randrange(100),
        **weighed_columns(explained, engine.version),
    }


def _explained(engine: Engine, sought: MatchRecord, found: MatchRecord, rng: random.Random) -> ScoredPair:
    """What the engine says of the pair; one that it would not have proposed counts as if it just had been."""
    explained = engine.explain(engine.prepare(sought), engine.prepare(found))
    if explained.match_weight >= engine.proposal_threshold:
        return explained
    weight = engine.proposal_threshold + rng.random()
    return ScoredPair(weight, engine.probability_among(weight, None), explained.evidence)


def _state(rng: random.Random) -> ProposalState:
    at = rng.randrange(100)
    for share, state in _STATES:
        if at < share:
            return state
        at -= share
    return ProposalState.OPEN


def pair_ids(session: Session, limit: int, seed: int) -> list[uuid.UUID]:
    """Some pairs of the committee, here and there in the list."""
    found = list(session.scalars(select(MatchProposal.id).order_by(MatchProposal.id)))
    return random.Random(seed).sample(found, min(limit, len(found)))  # noqa: S311 - no secret
