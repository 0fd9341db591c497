"""A small invented registry as a folder: requests, senders' sheets, truth, in the layout that is measured.

Written as senders would send it, in no order that gives pairs away; held in memory until it is shuffled, so for tens of
thousands of records, not for millions.
"""

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.invented.cultures import Cultures
from benchmarks.invented.invented_registry import Account, Size, invent_registry
from benchmarks.invented.search_request_lines import request_line
from benchmarks.invented.sender_sheets import Row, case_number, sheet_row, write_sheet
from benchmarks.invented.sheet_layouts import LAYOUTS
from search.errors import Refused


@dataclass(slots=True)
class _Written:
    """References by person, lines and rows so far, and for each report its person, sender, number and kind."""

    references: dict[int, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    reports: list[tuple[int, str, str, str]] = field(default_factory=list)


def write_registry(folder: Path, size: Size, seed: int, cultures: Cultures | None = None) -> int:
    """Write `requests.jsonl`, sheets and `truth.tsv` into a folder, made if need be; how many true pairs there are.

    Raises Refused for a folder that holds something, as strange sheets would be measured too.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise Refused("folder_not_empty", name=folder.name)
    rng = random.Random(seed)  # noqa: S311 - invented people, not a secret
    accounts = list(invent_registry(size, rng, cultures))
    rng.shuffle(accounts)
    written = _Written()
    for account in accounts:
        _add(account, written, rng)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "requests.jsonl").write_text("".join(f"{line}\n" for line in written.lines), encoding="utf-8")
    for sender, layout in LAYOUTS.items():
        write_sheet(folder, layout, written.rows.get(sender, []))
    return _write_truth(folder / "truth.tsv", written)


def _add(account: Account, written: _Written, rng: random.Random) -> None:
    if account.sender is None:
        reference = f"REQ-{len(written.lines):06d}"
        written.references[account.person.number] = reference
        written.lines.append(request_line(account, reference, rng))
        return
    sender = account.sender.name
    number = case_number(len(written.reports), account.record)
    written.rows.setdefault(sender, []).append(sheet_row(LAYOUTS[sender], number, account.record))
    written.reports.append((account.person.number, sender, number, account.record.kind))


def _write_truth(path: Path, written: _Written) -> int:
    rows = [
        (written.references[person], number, sender, kind)
        for person, sender, number, kind in written.reports
        if person in written.references
    ]
    with path.open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, delimiter="\t", lineterminator="\n")
        table.writerow(("request", "report", "sender", "kind"))
        table.writerows(rows)
    return len(rows)
