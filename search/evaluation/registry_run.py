"""Import a folder as senders would send it, match, and compare with what is known to be true.

The folder holds `requests.jsonl`, any number of senders' sheets, and `truth.tsv` with the columns request, report,
sender and kind: the request's earlier reference, the sender's own case number, and the sheet's name without its ending.
"""

import csv
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import OPERATOR, clerk_of
from search.accounts.organisations import find_or_add_organisation
from search.commands import ImportSheet
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.documents import Description
from search.errors import Refused, SheetError
from search.evaluation.known_duplicates import KnownDuplicates, count_duplicates
from search.filing.importing_searches import ImportedSearches, import_read_searches, read_search_lines
from search.filing.sheet_storing import import_sheet
from search.models import FoundReport, MatchProposal, Organisation, SearchRequest
from search.proposing.comparing import ProposingPolicy
from search.proposing.worker import Clock, Progress, Worker
from search.records.installed_engine import engine_of
from search.records.sections import read_sections, vault_of
from search.records.sender_numbers import number_digests
from search.storage.database import Database
from search.summaries import ImportReceipt
from search.vocabulary import OrganisationKind, ReportKind

KEPT_PER_REQUEST = 50
_SHEETS = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"}
_REQUESTS = "requests.jsonl"
_TRUTH = "truth.tsv"


@dataclass(frozen=True, slots=True)
class TruePair:
    """One person on both sides. `rank` is the report's place among the request's proposals, None when not there."""

    kind: str
    named: bool
    rank: int | None


@dataclass(slots=True)
class Measurement:
    """What came of one run: receipts by file, true pairs with ranks, proposals over the threshold, seconds by stage.

    `verdicts` are weights and `predictions` probabilities of all kept pairs, each with whether it is one person.
    """

    searches: ImportedSearches | None = None
    sheets: dict[str, ImportReceipt | str] = field(default_factory=dict)
    pairs: list[TruePair] = field(default_factory=list)
    requests: int = 0
    over_threshold: int = 0
    true_over_threshold: int = 0
    verdicts: list[tuple[float, bool]] = field(default_factory=list)
    predictions: list[tuple[float, bool]] = field(default_factory=list)
    duplicates: KnownDuplicates = field(default_factory=KnownDuplicates)
    unknown_in_truth: int = 0
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def peak_megabytes(self) -> float:
        """Peak resident memory of this process so far."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_registry(database: Database, folder: Path, clock: Clock, report: Callable[[str], None]) -> Measurement:
    """Run the whole way through on an empty, migrated database; Refused where the folder lacks a file."""
    check_folder(folder)
    measured = Measurement()
    with _stage(measured, "import requests", report):
        _import_searches(database, folder, measured, clock)
    with _stage(measured, "import reports", report):
        _import_sheets(database, folder, measured, clock)
    with _stage(measured, "match", report):
        policy = ProposingPolicy(best_per_request=KEPT_PER_REQUEST)
        Worker(database, clock, policy).match_all(lambda progress: _tell(progress, report))
    with _stage(measured, "compare with truth", report), database.reading() as session:
        _compare(session, folder, measured)
    return measured


def check_folder(folder: Path) -> None:
    """Raise Refused, naming the first file that is missing, before anything is read."""
    for name in (_REQUESTS, _TRUTH):
        if not (folder / name).is_file():
            raise Refused("file_missing", name=name)


def sheet_paths(folder: Path) -> list[Path]:
    """The senders' sheets of a folder, by name."""
    return [path for path in sorted(folder.iterdir()) if path.suffix.lower() in _SHEETS and path.name != _TRUTH]


def truth_rows(folder: Path) -> Iterator[dict[str, str]]:
    """The lines of `truth.tsv`."""
    with (folder / _TRUTH).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def _import_searches(database: Database, folder: Path, measured: Measurement, clock: Clock) -> None:
    with (folder / _REQUESTS).open("rb") as lines:
        read = read_search_lines(lines, today=clock().date())
    with database.transaction() as session:
        find_or_add_organisation(session, "committee", OrganisationKind.COMMITTEE)
        measured.searches = import_read_searches(session, OPERATOR, read, now=clock())


def _import_sheets(database: Database, folder: Path, measured: Measurement, clock: Clock) -> None:
    with tempfile.TemporaryDirectory() as places:
        confinement = Confinement(Slots(Path(places)))
        for path in sheet_paths(folder):
            _import_one(database, confinement, path, measured, clock)


def _import_one(database: Database, confinement: Confinement, path: Path, measured: Measurement, clock: Clock) -> None:
    with database.transaction() as session:
        sender = find_or_add_organisation(session, path.stem, OrganisationKind.HUMANITARIAN)
        actor = clerk_of(sender.id)
    sheet = ImportSheet(filename=path.name, content=path.read_bytes())
    # Where nothing says in which place people were met, it is any: asked of a sender, and answered so here.
    for command in (sheet, replace(sheet, profile={"sheet.kind_of_place": ReportKind.OTHER.value})):
        try:
            measured.sheets[path.name] = import_sheet(database, confinement, actor, command, clock=clock)
        except SheetError as error:
            measured.sheets[path.name] = str(error)
        except Refused as refusal:
            if refusal.code != "sheet_has_questions":
                raise
            measured.sheets[path.name] = str(refusal)
            continue
        return


def _compare(session: Session, folder: Path, measured: Measurement) -> None:
    ranks = _ranks(session)
    requests = dict(session.execute(select(SearchRequest.earlier_reference_digest, SearchRequest.number)).all())
    reports = _reports(session)
    named = _named(session)
    true_pairs: set[tuple[int, int]] = set()
    vault = vault_of(session)
    for row in truth_rows(folder):
        request = requests.get(vault.digest("earlier reference", row["request"]))
        report = reports.get((row["sender"], number_digests(vault, row["report"])[0]))
        if request is None or report is None:
            measured.unknown_in_truth += 1
            measured.pairs.append(TruePair(row["kind"], False, None))
            continue
        true_pairs.add((request, report))
        measured.pairs.append(TruePair(row["kind"], report in named, ranks.get((request, report))))
    measured.requests = len(requests)
    _count_proposals(session, true_pairs, len(reports), measured)
    measured.duplicates = count_duplicates(session, true_pairs)


def _ranks(session: Session) -> dict[tuple[int, int], int]:
    """The place of each proposed pair among its request's, heaviest first, from 1."""
    statement = select(MatchProposal.request_number, MatchProposal.report_number).order_by(
        MatchProposal.request_number, MatchProposal.match_weight.desc(), MatchProposal.report_number
    )
    ranks: dict[tuple[int, int], int] = {}
    current, place = None, 0
    for request, report in session.execute(statement):
        place = place + 1 if request == current else 1
        current = request
        ranks[request, report] = place
    return ranks


def _reports(session: Session) -> dict[tuple[str, int | None], int]:
    rows = session.execute(
        select(Organisation.name, FoundReport.sender_number_digest, FoundReport.number).join(
            Organisation, Organisation.id == FoundReport.organisation_id
        )
    )
    return {(sender, digest): number for sender, digest, number in rows}


def _named(session: Session) -> set[int]:
    numbers = session.scalars(select(FoundReport.number)).all()
    return {number for number, found in read_sections(session, numbers, Description).items() if found.names}


def _count_proposals(session: Session, true_pairs: set[tuple[int, int]], reports: int, measured: Measurement) -> None:
    threshold = engine_of(session).threshold_among(reports)
    rows = session.execute(
        select(
            MatchProposal.request_number,
            MatchProposal.report_number,
            MatchProposal.match_weight,
            MatchProposal.match_probability,
        )
    )
    for request, report, weight, chance in rows:
        is_true = (request, report) in true_pairs
        measured.verdicts.append((weight, is_true))
        measured.predictions.append((chance, is_true))
        measured.over_threshold += weight >= threshold
        measured.true_over_threshold += weight >= threshold and is_true


@contextmanager
def _stage(measured: Measurement, name: str, report: Callable[[str], None]) -> Iterator[None]:
    report(f"{name} …")
    started = time.monotonic()
    yield
    measured.seconds[name] = time.monotonic() - started


def _tell(progress: Progress, report: Callable[[str], None]) -> None:
    if progress.records % 1000 == 0:
        report(f"matched {progress.records} records, {progress.proposals} proposals")
