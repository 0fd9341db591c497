"""A folder with known truth as the engine's own records, read as senders would send it, without a database."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.record import MatchRecord
from search.documents.engine_view import found_view, sought_view
from search.evaluation.registry_run import check_folder, sheet_paths, truth_rows
from search.files.request_lines import RequestRead, read_requests
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table

# A report by its sender and the sender's own number.
ReportKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TruthRow:
    """One line of the truth: a request, a report and the kind of place that reports."""

    request: str
    report: ReportKey
    kind: str


@dataclass(frozen=True, slots=True)
class KnownRegistry:
    """Both sides by reference, and the whole truth, also of reports that could not be read."""

    sought: dict[str, MatchRecord]
    found: dict[ReportKey, MatchRecord]
    truth: tuple[TruthRow, ...]

    def true_pairs(self) -> Iterator[tuple[MatchRecord, MatchRecord]]:
        """Both records of every true pair that could be read."""
        for row in self.truth:
            if row.request in self.sought and row.report in self.found:
                yield self.sought[row.request], self.found[row.report]


def read_registry(folder: Path, today: datetime.date) -> KnownRegistry:
    """Read a folder as importing would; Refused where it lacks a file."""
    check_folder(folder)
    truth = tuple(TruthRow(row["request"], (row["sender"], row["report"]), row["kind"]) for row in truth_rows(folder))
    return KnownRegistry(dict(_searches(folder, today)), dict(_reports(folder, today)), truth)


def _searches(folder: Path, today: datetime.date) -> Iterator[tuple[str, MatchRecord]]:
    with (folder / "requests.jsonl").open("rb") as lines:
        for read in read_requests(lines, today=today):
            if isinstance(read, RequestRead):
                command = read.command
                yield command.earlier_reference, sought_view(command.sought, command.identifiers)


def _reports(folder: Path, today: datetime.date) -> Iterator[tuple[ReportKey, MatchRecord]]:
    for path in sheet_paths(folder):
        table = read_table(path.read_bytes(), path.name)
        mapping = propose_mapping(table, sender=path.stem)
        for read in read_rows(table, mapping, SheetContext(today=today)):
            if isinstance(read, RowRead):
                yield (
                    (path.stem, read.report.sender_number),
                    found_view(read.report.kind, read.report.found, read.report.identifiers),
                )
