"""A file of another registry is brought in, and each record that is left out is told with the reason."""

from pathlib import Path

from search.models import FoundReport, SearchRequest
from search.storage.database import Database
from tests.search.cli.command_line import count, on_sqlite, typed
from tests.search.files.pfif_files import document, note, person

RECORDS = (
    person(note(1, status="believed_alive")),
    person(note(2, status="believed_missing"), person_record_id="registro.invented/p.2", full_name="Eva Prueba"),
    person(person_record_id="otro.invented/p.3", full_name="Nora Prueba"),
)


def registry(folder: Path) -> Path:
    typed("organisation", "describe", "Casa Invented", "--state-run", "no")
    file = folder / "registry.xml"
    file.write_bytes(document(*RECORDS))
    return file


@on_sqlite
def test_found_persons_and_searches_are_stored_and_the_rest_is_told(staffed: Database, folder: Path) -> None:
    answer = typed("import", "pfif", registry(folder), "--sender", "Casa Invented", ends=1)
    assert "PFIF 1.4: 3 records of registro.invented" in answer.stdout
    assert "--answer sheet.other_domain.3=take|leave" in answer.stdout
    assert "found: accepted 1, already known 0, updated 0, not taken 1" in answer.stdout
    assert "searches: accepted 1, already known 0, updated 0" in answer.stdout
    assert answer.stderr.startswith("record 3: otro.invented/p.3 person_record_id outside_domain: it is of another")
    assert (count(staffed, FoundReport), count(staffed, SearchRequest)) == (1, 1)
    again = typed("import", "pfif", folder / "registry.xml", "--sender", "Casa Invented", ends=1)
    assert "searches: accepted 0, already known 1, updated 0" in again.stdout
    assert (count(staffed, FoundReport), count(staffed, SearchRequest)) == (1, 1)


@on_sqlite
def test_a_dry_run_of_records_stores_nothing(staffed: Database, folder: Path) -> None:
    words = ("import", "pfif", registry(folder), "--sender", "Casa Invented")
    told = typed(*words, "--dry-run", "--domain", "registro.invented", "--domain", "otro.invented").stdout
    assert "? no_status: Nothing says whether these persons are looked for or were found. Which is it? rows 3" in told
    assert "found: would accept 1, already known 0, updated 0, not taken 1; searches 1" in told
    assert (count(staffed, FoundReport), count(staffed, SearchRequest)) == (0, 0)
