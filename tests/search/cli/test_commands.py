"""The command line does what the portals' services do, says what was done, and ends with a code when it cannot."""

import csv
import stat
import sys
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select, update

from search.access import ANYONE
from search.accounts.api_tokens import token_actor
from search.accounts.sign_in import log_in, open_case
from search.cli import commands, main
from search.cli.installation import now
from search.filing.registering import register_search
from search.models import AuditEntry, FoundReport, MatchProposal, Record, SearchRequest
from search.storage.database import Database
from tests.search.evaluation.known_folder import write_folder
from tests.search.scene import NOW, sought

PASSWORD = "an invented password"


# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files to bring in."""
    made = tmp_path / "files"
    made.mkdir()
    return write_folder(made)


@pytest.fixture
def staffed(registry: Database) -> Database:
    """A committee and a shelter, each with an account."""
    add_account("alem", "Committee of Relatives", "committee")
    add_account("clerk", "Casa Invented", "shelter")
    return registry


def typed(*words: str | Path, ends: int = 0) -> Result:
    """What `ovillo` with these words answers."""
    result = CliRunner().invoke(commands, [str(word) for word in words])
    assert (result.exit_code, result.exception is None or isinstance(result.exception, SystemExit)) == (ends, True)
    return result


def add_account(login: str, organisation: str, kind: str) -> str:
    answer = typed("account", "add", login, "--organisation", organisation, "--kind", kind, "--password", PASSWORD)
    return answer.stdout.split()[-1]


def ending(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """The exit status and what the whole program says on its way out."""
    monkeypatch.setattr(sys, "argv", ["ovillo", *words])
    with pytest.raises(SystemExit) as caught:
        main()
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return caught.value.code, said.err


def count(database: Database, model: type[Record | MatchProposal]) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(model)).scalar_one()


def test_setup_makes_a_private_key_and_a_database(var: Path) -> None:
    answer = typed("setup")
    key = var / "master.key"
    assert str(key) in answer.stdout
    assert key.read_text("ascii").strip() not in answer.output
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert (var / "ovillo.sqlite").exists()


def test_setup_again_leaves_key_and_contents_as_they_are(var: Path) -> None:
    typed("setup")
    key = (var / "master.key").read_bytes()
    add_account("alem", "Committee of Relatives", "committee")
    typed("setup")
    assert (var / "master.key").read_bytes() == key
    assert "1 entries" in typed("audit", "verify").stdout


@on_sqlite
def test_setup_makes_no_key_where_one_is_given(registry: Database, var: Path) -> None:
    assert "master key" not in typed("setup").stdout
    assert not (var / "master.key").exists()
    assert count(registry, Record) == 0


@on_sqlite
def test_a_new_account_opens_with_the_secret_that_was_printed_once(registry: Database) -> None:
    secret = add_account("alem", "Committee of Relatives", "committee")
    with registry.transaction() as session:
        assert log_in(session, "alem", PASSWORD, pyotp.TOTP(secret).at(NOW), "committee", now=NOW) is not None
    assert secret not in typed("audit", "verify").output
    assert add_account("almaz", "Committee of Relatives", "committee") != secret


@on_sqlite
def test_a_token_opens_the_api_until_it_is_revoked(staffed: Database) -> None:
    tokens = [typed("token", "issue", "Casa Invented").stdout.strip() for _ in range(2)]
    assert len(set(tokens)) == 2
    with staffed.reading() as session:
        assert all(token_actor(session, token, now=now()) for token in tokens)
    assert typed("token", "revoke", "Casa Invented").stdout.strip() == "2 tokens revoked"
    with staffed.reading() as session:
        assert not any(token_actor(session, token, now=now()) for token in tokens)


def test_issued_words_open_the_case_and_the_earlier_ones_no_longer_do(staffed: Database) -> None:
    with staffed.transaction() as session:
        case = register_search(session, ANYONE, sought("Mariama Diallo"), now=NOW)
    reference, _, words = typed("words", "issue", case.reference).stdout.strip().partition(": ")
    assert (reference, len(words.split())) == (case.reference, 5)
    with staffed.transaction() as session:
        assert open_case(session, reference, words, now=NOW) is not None
        assert open_case(session, reference, " ".join(case.passphrase), now=NOW) is None


def test_searches_are_filed_and_a_refused_line_ends_with_one(staffed: Database, folder: Path) -> None:
    answer = typed("import", "requests", folder / "requests.jsonl", ends=1)
    assert answer.stdout.strip() == "accepted 5, already known 0, refused 1"
    assert "row 6" in answer.stderr
    assert "not_json" in answer.stderr
    assert count(staffed, SearchRequest) == 5


@on_sqlite
def test_a_dry_run_shows_the_mapping_and_stores_nothing(staffed: Database, folder: Path) -> None:
    sheet = folder / "casa_invented.csv"
    answer = typed("import", "reports", sheet, "--sender", "Casa Invented", "--dry-run")
    assert "'Full name' -> full_name" in answer.stdout
    assert "'Date of birth' -> birth_date (dmy)" in answer.stdout
    assert "kind of report: shelter; would accept 3, already known 0, updated 0, refused 1" in answer.stdout
    assert answer.stderr.strip() == "row 4: Case No duplicate_number"
    assert count(staffed, FoundReport) == 0


def test_a_sheet_is_stored_and_known_the_second_time(staffed: Database, folder: Path) -> None:
    sheet = folder / "casa_invented.csv"
    first, second = (typed("import", "reports", sheet, "--sender", "Casa Invented").stdout.strip() for _ in range(2))
    assert first == "accepted 3, already known 0, updated 0, refused 1"
    assert second == "accepted 0, already known 3, updated 0, refused 1"
    assert count(staffed, FoundReport) == 3


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


@on_sqlite
@pytest.mark.usefixtures("staffed")
def test_the_audit_is_whole_and_passes_through_the_head_that_was_printed() -> None:
    head = typed("audit", "verify").stdout.split()[-1]
    assert typed("audit", "verify", "--head", head).stdout.startswith("audit whole: ")


def test_a_tampered_audit_ends_with_one_and_says_where(staffed: Database) -> None:
    with staffed.transaction() as session:
        session.execute(update(AuditEntry).where(AuditEntry.sequence == 1).values(action="forged"))
    assert typed("audit", "verify", ends=1).stderr.strip() == "audit broken at entry 1"


@on_sqlite
def test_a_folder_with_truth_is_measured_in_a_database_of_its_own(registry: Database, folder: Path) -> None:
    table = [line.split("\t") for line in typed("evaluate", "registry", folder).stdout.splitlines()]
    assert ["overall", "4", *["0.7500"] * 4] in table
    assert count(registry, Record) == 0


def test_an_unknown_setting_stops_the_program_by_its_name(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OVILLO_PROT", "8000")
    ended = ending(["setup"], monkeypatch, capsys)
    assert ended == (1, "ovillo: setting_unknown name=OVILLO_PROT\n")
    assert not var.exists()


def test_a_default_language_that_is_not_offered_stops_the_start_before_anything_is_made(
    var: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OVILLO_DEFAULT_LANGUAGE", "Tesfalem")
    status, said = ending(["run"], monkeypatch, capsys)
    assert (status, said.startswith("ovillo: OVILLO_DEFAULT_LANGUAGE must be one of en, es, ar")) == (1, True)
    assert "Tesfalem" not in said
    assert not var.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["words", "issue", "no such reference"], "not_found"),
        (["token", "issue", "Nobody"], "organisation_unknown"),
        (["account", "add", "alem", "--organisation", "X", "--kind", "other", "--password", "p"], "login_taken"),
        (["import", "reports", "{folder}/casa_invented.csv", "--sender", "Nobody"], "organisation_unknown"),
        (["import", "reports", "{folder}/zz_picture.xlsx", "--sender", "Casa Invented"], "not_a_sheet"),
        (["evaluate", "registry", "{folder}/.."], "file_missing name=requests.jsonl"),
        (["model", "estimate", "{folder}/..", "{folder}/made.json"], "file_missing name=requests.jsonl"),
        (["evaluate", "names", "{folder}"], "file_missing name=*_pairs.tsv.gz"),
        (["bench", "names", "{folder}"], "file_missing name=*_pairs.tsv.gz"),
        (["tables", "sounds", "{folder}", "{folder}/made.json"], "file_missing name=cross_script_pairs.tsv.gz"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else value.split()[0],
)
@pytest.mark.usefixtures("staffed")
@on_sqlite
def test_an_error_ends_with_its_code_and_no_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    ended = ending([word.format(folder=folder) for word in words], monkeypatch, capsys)
    assert ended == (1, f"ovillo: {said}\n")


@on_sqlite
def test_searches_cannot_be_filed_before_there_is_a_committee(
    registry: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ended = ending(["import", "requests", str(folder / "requests.jsonl")], monkeypatch, capsys)
    assert ended == (1, "ovillo: no_committee\n")
    assert count(registry, Record) == 0


@pytest.mark.usefixtures("var")
def test_nothing_starts_without_a_master_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ending(["match"], monkeypatch, capsys) == (1, "ovillo: master_key_absent\n")


@on_sqlite
def test_another_master_key_does_not_open_what_the_first_one_sealed(
    staffed: Database, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    typed("import", "requests", folder / "requests.jsonl", ends=1)
    typed("import", "reports", folder / "casa_invented.csv", "--sender", "Casa Invented")
    assert count(staffed, Record) == 8
    monkeypatch.delenv("OVILLO_MASTER_KEY")
    monkeypatch.setenv("OVILLO_MASTER_KEY_FILE", str(tmp_path / "other.key"))
    typed("setup")
    status, said = ending(["match"], monkeypatch, capsys)
    assert (status, said.startswith("ovillo: ")) == (1, True)
