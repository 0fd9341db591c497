"""Invented registries for the tests of relinking, their exports, and what plain Python makes of an export."""

import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa

from benchmarks.invented import Size, invent_registry
from benchmarks.registry_filling import Senders, fill
from matching import Engine
from matching.candidate_index import CANDIDATES, MOST_HOLDERS, key_bits
from matching.pairs import Pairs
from search.access import OPERATOR
from search.accounts.organisations import find_or_add_organisation
from search.models.records import RecordSide
from search.relinking.batch_scoring import BatchScorer
from search.relinking.duckdb_engine import Machine, run_locally
from search.relinking.export import Exported, export_registry
from search.relinking.export_folder import PartKind
from search.relinking.export_opening import OpenedExport, open_export
from search.relinking.export_parts import open_part
from search.relinking.export_sealing import record_place
from search.relinking.results_folder import Outcome, read_weights
from search.storage.database import Database
from search.vocabulary import OrganisationKind
from tests.search.scene import NOW

Triples = list[tuple[int, int, float]]


@dataclass(frozen=True, slots=True)
class Export:
    """An export that was made, and where."""

    exported: Exported
    folder: Path

    @property
    def opened(self) -> OpenedExport:
        """As an engine sees it."""
        return open_export(self.folder, self.exported.engine_key, Engine.load())

    def scorer(self, threshold: float | None = None) -> BatchScorer:
        """The scorer of the export's own threshold, or of another."""
        key = self.exported.engine_key
        return BatchScorer(key.export_id, key.key, self.exported.manifest.threshold if threshold is None else threshold)


def fill_invented(database: Database, size: Size) -> None:
    """So many invented searches and reports, none of which waits to be matched."""
    with database.transaction() as session:
        committee = find_or_add_organisation(session, "committee", OrganisationKind.COMMITTEE)
        sender = find_or_add_organisation(session, "shelter", OrganisationKind.HUMANITARIAN)
        senders = Senders(committee.id, sender.id, NOW)
    database.close()
    accounts = invent_registry(size, random.Random(7))  # noqa: S311 - invented people, no secret
    fill(database, (account.record for account in accounts), senders, lambda _count: None)


def export_into(database: Database, folder: Path) -> Export:
    """What the portal's machine writes."""
    return Export(export_registry(database, OPERATOR, folder, now=NOW, report=lambda _line: None), folder)


def run_local(
    export: Export, results: Path, work: Path, scorer: BatchScorer | None = None, partition: int = 80
) -> Outcome:
    """The local engine in small partitions."""
    machine = Machine(work=work, memory="300MB", processes=2, requests_in_partition=partition)
    return run_locally(export.opened, results, scorer or export.scorer(), machine, lambda _line: None)


def weights_in(results: Path) -> Triples:
    """Request, report and weight of everything that an engine kept, in order."""
    rows = [row for table in read_weights(results) for row in table.to_pylist()]
    return sorted((row["request"], row["report"], row["weight"]) for row in rows)


def table_of(export: Export, side: RecordSide, kind: PartKind) -> pa.Table:
    """All parts of one kind in clear."""
    opened = export.opened
    parts = opened.manifest.of(side, kind)
    return pa.concat_tables(open_part(opened.folder, part, opened.cipher()) for part in parts)


def weighed_in_plain_python(export: Export, threshold: float) -> Triples:
    """The same pairs by dictionaries and one request at a time, by what may be told of them."""
    reports_of, asked = defaultdict(list), defaultdict(list)
    for row in table_of(export, RecordSide.FOUND, PartKind.KEYS).to_pylist():
        reports_of[row["key"]].append(row["record"])
    for row in table_of(export, RecordSide.SOUGHT, PartKind.KEYS).to_pylist():
        asked[row["record"]].append(row["key"])
    sought, found = (_packed(export, side) for side in (RecordSide.SOUGHT, RecordSide.FOUND))
    weighed: Triples = []
    engine = Engine.load()
    for request, keys in asked.items():
        reports = _candidates(keys, reports_of)
        if reports:
            own, others = engine.columns([sought[request]]), engine.columns([found[report] for report in reports])
            positions, weights = engine.told_above(Pairs.one_with_all(own, others), threshold)
            weighed += [(request, reports[at], weight) for at, weight in zip(positions.tolist(), weights, strict=True)]
    return sorted(weighed)


def _candidates(keys: list[int], reports_of: dict[int, list[int]]) -> list[int]:
    shared: dict[int, int] = defaultdict(int)
    for key in keys:
        holders = reports_of.get(key, [])
        if 0 < len(holders) <= MOST_HOLDERS:
            step = next(step for step in _steps() if len(holders) <= step)
            for report in holders:
                shared[report] += round(1000 * key_bits(step))
    return sorted(shared, key=lambda report: (-shared[report], report))[:CANDIDATES]


def _steps() -> list[int]:
    """Holders are told apart in steps of half a bit."""
    return [*sorted({int(np.floor(2 ** (half / 2))) for half in range(18)} - set(range(401, 1000))), MOST_HOLDERS]


def _packed(export: Export, side: RecordSide) -> dict[int, bytes]:
    cipher = export.opened.cipher()
    rows = table_of(export, side, PartKind.RECORDS).to_pylist()
    return {row["record"]: cipher.open(row["packed"], record_place(row["record"])) for row in rows}
