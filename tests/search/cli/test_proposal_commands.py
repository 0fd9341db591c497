"""What was brought in is matched and exported without a name."""

import csv
from pathlib import Path

from sqlalchemy import select, update

from search.models import AuditEntry, MatchProposal, Record, Section
from search.storage.database import Database
from tests.search.cli.command_line import count, typed


def test_what_was_brought_in_is_matched_exported_and_audited(staffed: Database, folder: Path, tmp_path: Path) -> None:
    typed("import", "requests", folder / "requests.jsonl", ends=1)
    typed("import", "reports", folder / "casa_invented.csv", "--sender", "Casa Invented")
    assert typed("match").stdout.startswith("matched 8 records; ")
    assert typed("match").stdout == "matched 0 records; 0 proposals made or made again\n"
    file = tmp_path / "proposals.csv"
    written = typed("proposals", "export", file).stdout.strip()
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    assert written == f"{len(rows)} proposals written"
    assert len(rows) == count(staffed, MatchProposal)
    assert {("R-1", "SH-1"), ("R-2", "SH-2")} <= {(row["earlier_reference"], row["sender_number"]) for row in rows}
    assert "Kidanemariam" not in file.read_text("utf-8-sig")
    actions = {"import_requests", "import_reports", "propose", "export_proposals"}
    with staffed.reading() as session:
        assert actions <= set(session.scalars(select(AuditEntry.action)))


def test_what_could_not_be_compared_is_listed_and_tried_again(staffed: Database, folder: Path) -> None:
    assert typed("set-aside").stdout == ""
    typed("import", "requests", folder / "requests.jsonl", ends=1)
    with staffed.transaction() as session:
        number = session.scalars(select(Record.number)).first()
        session.execute(update(Section).where(Section.record_number == number).values(sealed=b"x" * 80))
    assert "1 records are set aside" in typed("match").stderr
    (line,) = typed("set-aside", ends=1).stdout.splitlines()
    assert line.split("\t")[1:5:2] == ["sought", "SealBroken"]
    assert typed("set-aside", "--again").stdout == "1 records are tried again by the worker\n"
    typed("match")
    (line,) = typed("set-aside", ends=1).stdout.splitlines()
    assert "tries 1\tagain" in line
