"""How long a report that is filed takes until its candidates are scored and stored, in registries of several sizes.

An invented registry lies on disk; some more accounts of its people, and of strangers, are filed one by one with the
services that the portals call, and matched by the worker as in production. Times are of the wall.
"""

import datetime
import itertools
import multiprocessing
import random
import resource
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.charts import line_chart
from benchmarks.invented import Account, Size, invent_registry
from benchmarks.registry_filling import Senders, fill, settle
from matching.record import MatchRecord, Side
from search.access import ANYONE, clerk_of
from search.accounts.new_family_words import prepare_words
from search.accounts.organisations import find_or_add_organisation
from search.commands import RegisterSearch, ReportFound
from search.documents import Description, Identifiers
from search.documents.description import Journey
from search.errors import Refused
from search.filing.registering_searches import register_search
from search.filing.reporting_found_persons import report_found
from search.models import MatchProposal, Record, RecordSide
from search.proposing.worker import Clock, Worker
from search.records.key_digests import candidates
from search.storage.database import Database
from search.vocabulary import MAY_REPORT, OrganisationKind, ReportKind

_WARMING_UP = 25


@dataclass(slots=True)
class Filed:
    """One side's filings: seconds to file and to match each; of those whose counterpart is there, how many met it.

    `compared` are those whose counterpart was among the candidates, `met` those who were proposed with it.
    """

    filing: list[float] = field(default_factory=list)
    matching: list[float] = field(default_factory=list)
    counterparts: int = 0
    compared: int = 0
    met: int = 0
    proposals: int = 0

    def milliseconds(self, share: float) -> float:
        """The quantile of filing and matching together."""
        return float(np.quantile(np.array(self.filing) + np.array(self.matching), share)) * 1000

    def matching_milliseconds(self, share: float) -> float:
        """The quantile of matching alone."""
        return float(np.quantile(self.matching, share)) * 1000


@dataclass(slots=True)
class Online:
    """What came of one registry."""

    records: int
    filling_seconds: float
    reports: Filed
    searches: Filed
    peak_megabytes: float


def measure_online(
    database: Database, size: Size, filings: int, seed: int, clock: Clock, report: Callable[[str], None]
) -> Online:
    """Fill an empty, migrated database with an invented registry and file so many of each side."""
    senders = _senders(database, clock())
    started = time.monotonic()
    accounts = invent_registry(size, random.Random(seed))  # noqa: S311 - invented people, no secret
    kept = _Kept(size, filings + _WARMING_UP)
    kept, count = _filled(database, kept, accounts, senders, lambda done: _tell(done, report))
    settle(database)
    filling = time.monotonic() - started
    report(f"{count} records in {filling:.0f} s")
    worker = Worker(database, clock)
    filed = {side: _file_all(database, worker, kept, side, clock) for side in (Side.FOUND, Side.SOUGHT)}
    peak = _resident_megabytes()
    return Online(count, filling, filed[Side.FOUND], filed[Side.SOUGHT], peak)


def _filled(
    database: Database, kept: "_Kept", accounts: Iterable[Account], senders: Senders, report: Callable[[int], None]
) -> tuple["_Kept", int]:
    """Fill the database in a process of its own, so that the memory that it takes is not the worker's."""
    context = multiprocessing.get_context("fork")
    answer, told = context.Pipe(duplex=False)
    database.engine.dispose()

    def work() -> None:
        count = fill(database, kept.all_but_some(accounts), senders, report)
        told.send((kept, count))

    filling = context.Process(target=work)
    filling.start()
    told.close()
    try:
        result: tuple[_Kept, int] = answer.recv()
    except EOFError as error:
        raise Refused("filling_failed") from error
    finally:
        filling.join()
    return result


@dataclass(frozen=True, slots=True)
class _Later:
    """What is said of a person, to be filed later."""

    person: int
    record: MatchRecord


class _Kept:
    """Accounts kept back to be filed afterwards, and under which numbers the same people are in the registry."""

    def __init__(self, size: Size, most: int) -> None:
        self._most = most
        self._every = {
            Side.SOUGHT: max(2, size.requests // (2 * most)),
            Side.FOUND: max(2, size.reports // (2 * most)),
        }
        self._met = {Side.SOUGHT: 0, Side.FOUND: 0}
        self.later: dict[Side, list[_Later]] = {Side.FOUND: [], Side.SOUGHT: []}
        self.numbers: dict[int, list[int]] = {}

    def all_but_some(self, accounts: Iterable[Account]) -> Iterator[MatchRecord]:
        """The records to fill in; one account in so many is kept back, of the two sides evenly over the registry."""
        filled = 0
        for person, of_person in itertools.groupby(accounts, key=lambda account: account.person.number):
            known = list(of_person)
            for at in (-1, 0):
                if person not in self.numbers and self._is_kept(known[at]):
                    self.later[known[at].side].append(_Later(person, known.pop(at).record))
                    self.numbers[person] = [filled + 1 + place for place in range(len(known))]
            yield from (account.record for account in known)
            filled += len(known)

    def _is_kept(self, account: Account) -> bool:
        self._met[account.side] += 1
        full = len(self.later[account.side]) >= self._most
        return not full and self._met[account.side] % self._every[account.side] == 0


def _senders(database: Database, now: datetime.datetime) -> Senders:
    with database.transaction() as session:
        committee = find_or_add_organisation(session, "committee", OrganisationKind.COMMITTEE)
        sender = find_or_add_organisation(session, "shelter", OrganisationKind.HUMANITARIAN)
        return Senders(committee.id, sender.id, now)


def _file_all(database: Database, worker: Worker, kept: _Kept, side: Side, clock: Clock) -> Filed:
    result = Filed()
    for at, account in enumerate(kept.later[side]):
        started = time.perf_counter()
        identifier = _file(database, account, clock())
        filed = time.perf_counter()
        worker.match_batch()
        matched = time.perf_counter()
        if at >= _WARMING_UP:
            result.filing.append(filed - started)
            result.matching.append(matched - filed)
            _count(database, identifier, account, set(kept.numbers[account.person]), result)
    return result


def _file(database: Database, account: _Later, now: datetime.datetime) -> uuid.UUID:
    record = account.record
    identifiers = Identifiers(phones=record.phones, documents=record.documents)
    words = prepare_words("en") if record.side is Side.SOUGHT else None
    with database.transaction() as session:
        if words is not None:
            search = RegisterSearch(sought=described(record), identifiers=identifiers)
            return register_search(session, ANYONE, search, words, now=now).case_id
        found = ReportFound(kind=ReportKind(record.kind), found=described(record), identifiers=identifiers)
        partner = clerk_of(_sender(session, ReportKind(record.kind)))
        return report_found(session, partner, found, now=now).report_id


def _sender(session: Session, kind: ReportKind) -> uuid.UUID:
    """The organisation that reports from such a place."""
    of = next(one for one, kinds in MAY_REPORT.items() if kind in kinds)
    return find_or_add_organisation(session, f"benchmark {of.value}", of).id


def described(record: MatchRecord) -> Description:
    """What a person files who says what the engine sees."""
    return Description(
        names=record.names,
        sex=record.sex,
        birth=record.birth,
        age=record.age,
        birth_place=record.birth_place,
        nationalities=record.nationalities,
        community=record.community,
        languages=record.languages,
        event=record.event,
        journey=Journey(companions=record.companions) if record.companions else None,
        height=record.height,
        traits=record.traits,
        marks=record.marks,
        effects=record.effects,
        remains=record.remains,
    )


def _count(database: Database, identifier: uuid.UUID, account: _Later, same: set[int], result: Filed) -> None:
    """Count the proposals of one record, and whether one of them is of the same person."""
    mine, theirs = MatchProposal.request_number, MatchProposal.report_number
    if account.record.side is Side.FOUND:
        mine, theirs = theirs, mine
    with database.reading() as session:
        number = session.execute(select(Record.number).where(Record.id == identifier)).scalar_one()
        others = set(session.scalars(select(theirs).where(mine == number)))
        other_side = select(func.count()).select_from(Record)
        there = session.execute(
            other_side.where(Record.number.in_(same), Record.side != account.record.side.value)
        ).scalar_one()
    result.proposals += len(others)
    result.counterparts += bool(there)
    result.compared += bool(same.intersection(_candidates(database, account.record)))
    result.met += bool(others & same)


def _candidates(database: Database, record: MatchRecord) -> list[int]:
    engine = database.matching
    other_side = RecordSide.FOUND if record.side is Side.SOUGHT else RecordSide.SOUGHT
    with database.reading() as session:
        return candidates(session, other_side, engine.sought_keys(engine.prepare(record)))


def _resident_megabytes() -> float:
    """What this process holds now: that of the worker, since filling in ended before."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def online_lines(measured: Sequence[Online]) -> Iterator[tuple[str, ...]]:
    """The results as rows of a table, in milliseconds."""
    yield (
        "records",
        "filed",
        "filed_and_matched_median_ms",
        "filed_and_matched_p95_ms",
        "matched_median_ms",
        "matched_p95_ms",
        "proposals",
        "counterparts",
        "counterparts_among_candidates",
        "counterparts_proposed",
        "filled_in_s",
        "peak_megabytes",
    )
    for one in measured:
        for name, filed in (("reports", one.reports), ("searches", one.searches)):
            yield (
                str(one.records),
                f"{len(filed.matching)} {name}",
                *(f"{filed.milliseconds(share):.1f}" for share in (0.5, 0.95)),
                *(f"{filed.matching_milliseconds(share):.1f}" for share in (0.5, 0.95)),
                str(filed.proposals),
                str(filed.counterparts),
                str(filed.compared),
                str(filed.met),
                f"{one.filling_seconds:.0f}",
                f"{one.peak_megabytes:.0f}",
            )


def online_chart(measured: Sequence[Online]) -> str:
    """Milliseconds by the size of the registry, as SVG."""
    series: dict[str, list[tuple[float, float]]] = {}
    for what, share in (("median", 0.5), ("95th percentile", 0.95)):
        reports = [(float(one.records), one.reports.milliseconds(share)) for one in measured]
        searches = [(float(one.records), one.searches.milliseconds(share)) for one in measured]
        series |= {f"a report, {what}": reports, f"a search, {what}": searches}
    return line_chart("From filing to stored candidates", "records in the registry", "milliseconds", series)


def _tell(done: int, report: Callable[[str], None]) -> None:
    if done % 50_000 == 0:
        report(f"{done} records filled in")
