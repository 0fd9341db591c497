"""What the tests of the command line type, and what they look at afterwards."""

import io
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from search.cli import commands, main
from search.models import MatchProposal, Record
from search.storage.database import Database

PASSWORD = "an invented password"
# What does not depend on the engine is tried on the embedded one.
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


def typed(*words: str | Path, ends: int = 0, given: str = "") -> Result:
    """What `ovillo` with these words answers, with `given` on its standard input."""
    result = CliRunner().invoke(commands, [str(word) for word in words], input=given)
    assert (result.exit_code, result.exception is None or isinstance(result.exception, SystemExit)) == (ends, True)
    return result


def add_account(login: str, organisation: str, kind: str) -> str:
    answer = typed("account", "add", login, "--organisation", organisation, "--kind", kind, given=PASSWORD)
    return answer.stdout.split()[-1]


def ending(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: str = ""
) -> tuple[object, str]:
    """The exit status and what the whole program says on its way out."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    monkeypatch.setattr(sys, "argv", ["ovillo", *words])
    with pytest.raises(SystemExit) as caught:
        main()
    said = capsys.readouterr()
    assert "Traceback" not in said.out + said.err
    return caught.value.code, said.err


def count(database: Database, model: type[Record | MatchProposal]) -> int:
    with database.reading() as session:
        return session.execute(select(func.count()).select_from(model)).scalar_one()
