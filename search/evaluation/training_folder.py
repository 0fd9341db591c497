"""A folder with known truth as records in memory, read as senders would send it, without a database.

Six requests of ten are learnt from, chosen by a digest of their reference; what is estimated is judged on the others.
"""

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matching import Engine, PreparedRecord
from matching.candidate_index import CandidateIndex
from matching.pairs import Pairs
from matching.record_columns import RecordColumns
from search.documents.engine_view import found_view, sought_view
from search.evaluation.registry_run import check_folder, sheet_paths, truth_rows
from search.files.request_lines import RequestRead, read_requests
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
_TENTHS_LEARNT = 6


@dataclass(frozen=True, slots=True)
class Candidates:
    """Candidate pairs of all requests, found from either side; which of them are true, which learnt from."""

    pairs: Pairs
    true: Flags
    learnt: Flags


@dataclass(frozen=True)
class Material:
    """Records of both sides with references, and the true pairs as positions (sought, found).

    A report's reference is its sender and the sender's own case number.
    """

    references: Sequence[str]
    sought: Sequence[PreparedRecord]
    found: Sequence[PreparedRecord]
    true_pairs: Sequence[tuple[int, int]]
    reports: Sequence[tuple[str, str]] = ()

    @cached_property
    def learnt(self) -> Flags:
        """Which requests are learnt from."""
        return np.array([is_learnt(reference) for reference in self.references], dtype=np.bool_)

    @cached_property
    def columns(self) -> tuple[RecordColumns, RecordColumns]:
        """Both sides as columns."""
        return RecordColumns.of(self.sought), RecordColumns.of(self.found)

    def pairs(self, i: Numbers, j: Numbers) -> Pairs:
        """Pairs at these positions."""
        return Pairs(*self.columns, i, j)

    def candidates(self, engine: Engine) -> Candidates:
        """What blocking brings together, looked for from either side as the worker does."""
        met = [set(found) for found in _looked_for(engine, self.sought, self.found)]
        for j, others in enumerate(_looked_for(engine, self.found, self.sought)):
            for i in others:
                met[i].add(j)
        sought = np.repeat(np.arange(len(met)), [len(found) for found in met])
        found = np.array([number for numbers in met for number in sorted(numbers)], dtype=np.int64)
        known = set(self.true_pairs)
        true = np.array([pair in known for pair in zip(sought.tolist(), found.tolist(), strict=True)], dtype=np.bool_)
        return Candidates(self.pairs(sought, found), true, self.learnt[sought])


def is_learnt(reference: str) -> bool:
    """Whether a request belongs to the part that is learnt from: SHA-256 of its reference modulo 10 below 6."""
    return int(hashlib.sha256(reference.encode()).hexdigest(), 16) % 10 < _TENTHS_LEARNT


def read_material(folder: Path, engine: Engine, today: datetime.date) -> Material:
    """Everything in a folder that can be read; Refused where it lacks a file."""
    check_folder(folder)
    sought = dict(_searches(folder, engine, today))
    found = dict(_reports(folder, engine, today))
    at_request = {reference: at for at, reference in enumerate(sought)}
    at_report = {key: at for at, key in enumerate(found)}
    rows = ((row["request"], (row["sender"], row["report"])) for row in truth_rows(folder))
    true = [(at_request[one], at_report[other]) for one, other in rows if one in at_request and other in at_report]
    return Material(tuple(sought), tuple(sought.values()), tuple(found.values()), true, tuple(found))


def _looked_for(
    engine: Engine, ours: Sequence[PreparedRecord], theirs: Sequence[PreparedRecord]
) -> Iterator[list[int]]:
    index = CandidateIndex(engine.blocking_keys(record) for record in theirs)
    return (index.candidates(engine.sought_keys(record)) for record in ours)


def _searches(folder: Path, engine: Engine, today: datetime.date) -> Iterator[tuple[str, PreparedRecord]]:
    with (folder / "requests.jsonl").open("rb") as lines:
        for read in read_requests(lines, today=today):
            if isinstance(read, RequestRead):
                view = sought_view(read.command.sought, read.command.identifiers)
                yield read.command.earlier_reference, engine.prepare(view)


def _reports(folder: Path, engine: Engine, today: datetime.date) -> Iterator[tuple[tuple[str, str], PreparedRecord]]:
    for path in sheet_paths(folder):
        table = read_table(path.read_bytes(), path.name)
        mapping = propose_mapping(table, sender=path.stem)
        for read in read_rows(table, mapping, SheetContext(today=today)):
            if isinstance(read, RowRead):
                yield (
                    (path.stem, read.report.sender_number),
                    engine.prepare(found_view(read.report.kind, read.report.found, read.report.identifiers)),
                )
