"""What families opened to an organisation is written once, for the owner of the file alone."""

import json
import stat
from pathlib import Path

import pytest

from search.access import ANYONE
from search.accounts.new_family_words import prepare_words
from search.cli.installation import open_database
from search.filing.registering_searches import register_search
from tests.search.cli.command_line import ending, on_sqlite, typed
from tests.search.consents_given import SHELTERS, yes_to
from tests.search.scene import NOW, sought

SHELTER = "Casa Invented"
pytestmark = pytest.mark.usefixtures("staffed")


@on_sqlite
def test_an_organisation_is_handed_what_is_open_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("organisation", "describe", SHELTER, "--country", "MX", "--state-run", "no")
    with open_database() as database, database.transaction() as session:
        for name, given in (("Tesfalem", (yes_to(SHELTERS),)), ("Hiwet", ())):
            register_search(session, ANYONE, sought(name, consents=given), prepare_words("en"), now=NOW)
    file = tmp_path / "shared.jsonl"
    assert "1 searches written" in typed("shared", "export", SHELTER, str(file)).stdout
    (line,) = file.read_text("utf-8").splitlines()
    assert [name["text"] for name in json.loads(line)["sought"]["names"]] == ["Tesfalem"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    status, said = ending(["shared", "export", SHELTER, str(file)], monkeypatch, capsys)
    assert (status, "exists" in said) == (1, True)
