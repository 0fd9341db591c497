"""How long the whole registry takes to be compared again, and whom it finds: an invented one, by the commands as typed.

Each step is a process of its own, as an operator runs it, so that seconds and memory are those of the step.
"""

import datetime
import itertools
import os
import random
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sqlalchemy import func, select

from benchmarks.invented import Size, invent_registry
from benchmarks.process_tree import Cost, cost_of
from benchmarks.registry_filling import Senders, fill, settle
from matching import Engine
from matching.record import MatchRecord, Side
from search.accounts.organisations import find_or_add_organisation
from search.models import MatchProposal, RecordSide
from search.records.key_digests import candidates
from search.relinking.export_sealing import Domain, Numbers, Pseudonyms
from search.relinking.key_files import PortalKey, read_key
from search.settings import PREFIX
from search.storage.database import Database
from search.storage.encryption import Vault, encode_master_key, new_master_key
from search.vocabulary import OrganisationKind

_REQUESTS_FOR_PEER = 1_000
_COLUMNS = ("request", "report", "weight")
Figures = list[tuple[str, float, str]]
Weights = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Bench:
    """What to measure: `kill` ends the engine with SIGKILL half-way and starts it again."""

    folder: Path
    size: Size
    seed: int
    kill: bool = False
    memory: str = "1500MB"
    peer: bool = False


class _Truth:
    """Who is who: the person of every record by its number, from 1 on."""

    def __init__(self) -> None:
        self._person, self._sought = array("q", [-1]), array("b", [0])

    def noted(self, bench: Bench) -> Iterator[MatchRecord]:
        """The records of the registry; whose they are is remembered on the way."""
        accounts = invent_registry(bench.size, random.Random(bench.seed))  # noqa: S311 - invented people, no secret
        for account in accounts:
            self._person.append(account.person.number)
            self._sought.append(account.side is Side.SOUGHT)
            yield account.record

    def numbers(self) -> Numbers:
        """Every record's number."""
        return np.arange(1, len(self._person), dtype=np.int64)

    def are_one(self, requests: Numbers, reports: Numbers) -> npt.NDArray[np.bool_]:
        """Whether pairs are of one person."""
        person = np.array(self._person)
        same: npt.NDArray[np.bool_] = person[requests] == person[reports]
        return same

    def pairs(self) -> int:
        """How many pairs of a search and a report are of one person."""
        person, sought = np.array(self._person)[1:], np.array(self._sought)[1:].astype(bool)
        most = int(person.max(initial=0)) + 1
        return int((np.bincount(person[sought], minlength=most) * np.bincount(person[~sought], minlength=most)).sum())


@dataclass(frozen=True, slots=True)
class _Found:
    """What the engine kept: pairs by record numbers, sorted by request and by weight, and their ranks from 1 on."""

    requests: Numbers
    reports: Numbers
    weights: Weights
    ranks: Numbers


def measure_relinking(bench: Bench, clock: Callable[[], datetime.datetime], report: Callable[[str], None]) -> Figures:
    """Fill a throwaway database, relink it step by step, and count; figures as (name, value, unit)."""
    key = new_master_key()
    url = f"sqlite:///{bench.folder / 'bench.sqlite'}"
    database = Database.open(url, Vault.from_master_key(key), Engine.load())
    truth = _filled(database, bench, clock(), report)
    environment = {
        f"{PREFIX}VAR": str(bench.folder / "var"),
        f"{PREFIX}DATABASE_URL": url,
        f"{PREFIX}MASTER_KEY": encode_master_key(key),
    }
    folder, results = bench.folder / "export", bench.folder / "results"
    costs = {"export": [cost_of(("relink", "export", str(folder)), environment)]}
    costs["run"] = _run(bench, folder, results, environment, report)
    portal_key = folder.with_name(f"{folder.name}.portal-key")
    words = ("relink", "import", str(results), "--portal-key", str(portal_key))
    costs["import"] = [cost_of(words, environment)]
    found = _found(results, truth, read_key(portal_key, PortalKey))
    with database.reading() as session:
        proposals = session.execute(select(func.count(MatchProposal.id))).scalar_one()
    figures = [*_of_costs(costs), *_of_outcome(results), *_of_truth(bench, truth, found, _threshold(folder))]
    figures.append(("proposals", proposals, "pairs"))
    figures += _of_peer(bench, database, report) if bench.peer else []
    database.close()
    return figures


def _filled(database: Database, bench: Bench, now: datetime.datetime, report: Callable[[str], None]) -> _Truth:
    database.migrate()
    with database.transaction() as session:
        committee = find_or_add_organisation(session, "committee", OrganisationKind.COMMITTEE)
        sender = find_or_add_organisation(session, "shelter", OrganisationKind.HUMANITARIAN)
        senders = Senders(committee.id, sender.id, now)
    database.close()
    truth = _Truth()
    fill(database, truth.noted(bench), senders, lambda done: _tell(done, report))
    settle(database)
    database.close()
    return truth


def _tell(done: int, report: Callable[[str], None]) -> None:
    if done % 50_000 == 0:
        report(f"{done} records filled in")


def _run(
    bench: Bench, folder: Path, results: Path, environment: Mapping[str, str], report: Callable[[str], None]
) -> list[Cost]:
    """The engine; twice where it is killed on the way."""
    words = ["relink", "run", str(folder), str(results), "--work", str(bench.folder / "work")]
    words += ["--memory", bench.memory]
    costs = []
    if bench.kill:
        half = max(1, bench.size.requests // 2_000)
        costs.append(cost_of(words, environment, lambda: len(list(results.glob("part-*.arrow"))) >= half))
        report(f"killed: {costs[0].killed}, with {len(list(results.glob('part-*.arrow')))} partitions done")
    return [*costs, cost_of(words, environment)]


def _of_costs(costs: Mapping[str, Sequence[Cost]]) -> Figures:
    figures: Figures = []
    for step, of_step in costs.items():
        figures.append((f"{step} seconds", sum(cost.seconds for cost in of_step), "s"))
        figures.append((f"{step} peak of all processes", max(cost.megabytes for cost in of_step), "MB"))
    return figures


def _of_outcome(results: Path) -> Figures:
    from search.relinking.results_folder import read_outcome  # noqa: PLC0415 - needs Arrow, an extra

    outcome = read_outcome(results)
    return [
        ("load seconds (last run)", outcome.loading_seconds, "s"),
        ("candidates and scoring seconds (last run)", outcome.comparing_seconds, "s"),
        ("pairs scored", outcome.pairs, "pairs"),
        ("pairs scored a second (last run)", outcome.fresh_pairs / max(outcome.comparing_seconds, 1e-9), "pairs/s"),
    ]


def _threshold(folder: Path) -> float:
    from search.relinking.export_folder import read_manifest  # noqa: PLC0415 - beside what needs Arrow

    return read_manifest(folder).threshold


def _found(results: Path, truth: _Truth, key: PortalKey) -> _Found:
    from search.relinking.results_folder import read_weights  # noqa: PLC0415 - needs Arrow, an extra

    tables = list(read_weights(results))
    kept = {name: np.concatenate([np.asarray(table.column(name)) for table in tables]) for name in _COLUMNS}
    hidden = Pseudonyms(key.secret).of(truth.numbers(), Domain.RECORD)
    by_name = np.argsort(hidden)
    requests, reports = (
        truth.numbers()[by_name[np.searchsorted(hidden[by_name], kept[name])]] for name in ("request", "report")
    )
    weights: Weights = kept["weight"]
    order = np.lexsort((reports, -weights, requests))
    requests, reports, weights = requests[order], reports[order], weights[order]
    ranks = np.arange(len(requests)) - np.searchsorted(requests, requests) + 1
    return _Found(requests, reports, weights, ranks)


def _of_truth(bench: Bench, truth: _Truth, found: _Found, threshold: float) -> Figures:
    true = truth.are_one(found.requests, found.reports)
    pairs = max(truth.pairs(), 1)
    heavy = found.weights >= threshold
    first = heavy & (found.ranks == 1)
    return [
        ("threshold", threshold, "bits"),
        ("true pairs", pairs, "pairs"),
        ("recall at the threshold", float((true & heavy).sum()) / pairs, ""),
        (
            "recall at the threshold, heaviest of the request",
            float((true & first).sum()) / pairs,
            "",
        ),
        ("precision at the threshold", float((true & heavy).sum()) / max(int(heavy.sum()), 1), ""),
        ("precision at the threshold, as the weights say", _said(found.weights[heavy], bench.size.reports), ""),
    ]


def _said(weights: Weights, reports: int) -> float:
    """The mean match probability of some pairs."""
    engine = Engine.load()
    return float(np.mean([engine.probability_among(weight, reports) for weight in weights.tolist()] or [0.0]))


def _of_peer(bench: Bench, database: Database, report: Callable[[str], None]) -> Figures:
    """Splink on the same records, asked for the candidates of some of the requests."""
    from benchmarks.peers.flat_rows import FlatRow, flat  # noqa: PLC0415 - an extra, wanted by this option only
    from benchmarks.peers.splink_linkage import pairs_per_second_of_splink  # noqa: PLC0415 - as above

    pairs = list(_candidate_pairs(bench, database))
    wanted = {number for pair in pairs for number in pair}
    report(f"splink on {len(pairs)} pairs of {len(wanted)} records")
    sought: list[FlatRow] = []
    others: list[FlatRow] = []
    for number, record in enumerate(_Truth().noted(bench), start=1):
        if number in wanted:
            (sought if record.side is Side.SOUGHT else others).append(flat(str(number), record))
    named = [(str(request), str(other)) for request, other in pairs]
    rate = pairs_per_second_of_splink(sought, others, named, threads=os.cpu_count() or 1)
    return [("splink: pairs", len(pairs), "pairs"), ("splink: pairs scored a second", rate, "pairs/s")]


def _candidate_pairs(bench: Bench, database: Database) -> Iterator[tuple[int, int]]:
    """Request and report numbers of the candidates of the first requests."""
    engine = database.matching
    records = enumerate(_Truth().noted(bench), start=1)
    requests = ((number, record) for number, record in records if record.side is Side.SOUGHT)
    with database.reading() as session:
        for number, record in itertools.islice(requests, _REQUESTS_FOR_PEER):
            keys = engine.sought_keys(engine.prepare(record))
            yield from ((number, other) for other in candidates(session, RecordSide.FOUND, keys))
