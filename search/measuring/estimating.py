"""A folder with known truth as pairs to estimate the model from, read as senders would send it, without a database.

Six requests of ten are learnt from, chosen by a digest of their reference; reports that belong to the other four are
left out altogether, so that what is held back stays unseen.
"""

import datetime
import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching import Engine, PreparedRecord
from matching.errors import TrainingError
from matching.training import Sample, parameters_document, random_pairs
from search.errors import Refused
from search.exchange.columns import propose_mapping
from search.exchange.requests import RequestRead, read_requests
from search.exchange.rows import RowRead, SheetContext, read_rows
from search.exchange.sheets import read_table
from search.measuring.registry import check_folder, sheet_paths, truth_rows
from search.registry.views import found_view, sought_view

RANDOM_PAIRS = 400_000
_TENTHS_LEARNT = 6
_SEED = 7


@dataclass(frozen=True, slots=True)
class _Material:
    sought: dict[str, PreparedRecord]
    found: dict[tuple[str, str], PreparedRecord]
    true_pairs: list[tuple[str, tuple[str, str]]]


def is_learnt(reference: str) -> bool:
    """Whether a request belongs to the part that is learnt from: SHA-256 of its reference modulo 10 below 6."""
    return int(hashlib.sha256(reference.encode()).hexdigest(), 16) % 10 < _TENTHS_LEARNT


def estimate_parameters(folder: Path, today: datetime.date, threshold: float) -> dict[str, object]:
    """The content of a parameters file. `threshold`, in bits, is chosen by what it lets through: written as given.

    Raises Refused where the folder lacks a file or has too few true pairs to learn from.
    """
    check_folder(folder)
    material = _material(folder, today)
    sought = [record for reference, record in material.sought.items() if is_learnt(reference)]
    held_back = {report for request, report in material.true_pairs if not is_learnt(request)}
    found = [record for key, record in material.found.items() if key not in held_back]
    true_pairs = [
        (material.sought[request], material.found[report])
        for request, report in material.true_pairs
        if is_learnt(request)
    ]
    if not (true_pairs and found):
        raise Refused("too_few_true_pairs", pairs=len(true_pairs))
    blind = random_pairs(sought, found, RANDOM_PAIRS, random.Random(_SEED))  # noqa: S311 - a sample, not a secret
    made = {
        "date": today.isoformat(),
        "data": f"{len(true_pairs)} true pairs of {len(sought)} requests and {len(found)} reports, all invented; "
        f"{RANDOM_PAIRS} pairs drawn blindly",
        "command": f"reencuentro model estimate FOLDER FILE --threshold {threshold:g}",
    }
    try:
        return parameters_document(Sample(true_pairs, blind), found, made) | {"proposal_threshold": threshold}
    except TrainingError as error:
        raise Refused("too_few_true_pairs", pairs=len(true_pairs)) from error


def _material(folder: Path, today: datetime.date) -> _Material:
    engine = Engine.load()
    sought = dict(_searches(folder, engine, today))
    found = dict(_reports(folder, engine, today))
    pairs = [(row["request"], (row["sender"], row["report"])) for row in truth_rows(folder)]
    return _Material(sought, found, [pair for pair in pairs if pair[0] in sought and pair[1] in found])


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
                yield (path.stem, read.report.sender_number), engine.prepare(found_view(read.report))
