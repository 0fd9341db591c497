"""A password is typed, piped or read from a file; on no command line, where everybody on the machine reads it."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from sqlalchemy import select

from search.accounts.secret_hashing import secret_fits
from search.cli import commands
from search.models import Account
from search.storage.database import Database
from tests.search.cli.command_line import add_account, ending, on_sqlite, typed

NEW = "umbrella garnet walnut"
_SECRET = ("password", "secret", "token", "key", "code", "words", "passphrase")


def password_fits(database: Database, password: str) -> bool:
    with database.reading() as session:
        return secret_fits(session.scalars(select(Account.password_hash)).one(), password)


@on_sqlite
@pytest.mark.parametrize("ending_of_line", ["", "\n", "\r\n"])
def test_a_password_is_read_from_a_file_or_from_standard_input(
    registry: Database, tmp_path: Path, ending_of_line: str
) -> None:
    add_account("alem", "Committee of Relatives", "committee")
    file = tmp_path / "password"
    file.write_bytes(f"{NEW}{ending_of_line}".encode())
    typed("account", "password", "alem", "--password-file", file)
    assert password_fits(registry, NEW)
    typed("account", "password", "alem", "--password-file", "-", given=f"copper meadow candle{ending_of_line}")
    assert password_fits(registry, "copper meadow candle")


@on_sqlite
def test_nothing_on_standard_input_changes_nothing_and_is_said(
    registry: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_account("alem", "Committee of Relatives", "committee")
    status, said = ending(["account", "password", "alem"], monkeypatch, capsys)
    assert (status, said.startswith("ovillo: no password came")) == (1, True)
    assert password_fits(registry, "an invented password")


def test_at_a_terminal_it_is_typed_twice_and_not_shown() -> None:
    program = "from search.cli.typed_passwords import read_password\nprint(len(read_password(None)))"
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-c", program], stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    with child:
        os.close(theirs)
        shown = _typed_twice(ours, NEW)
        # A terminal that goes away while the child still ends would end it with an error.
        child.wait(timeout=120)
        os.close(ours)
    assert child.returncode == 0
    assert str(len(NEW)) in shown
    assert NEW not in shown


def _typed_twice(terminal: int, password: str) -> str:
    """Types the password when it is asked for; returns all that the terminal showed."""
    shown, deadline = "", time.monotonic() + 120
    for asked in ("Password:", "Repeat for confirmation:"):
        while asked not in shown:
            assert time.monotonic() < deadline
            shown += os.read(terminal, 1024).decode()
        os.write(terminal, f"{password}\n".encode())
    while str(len(password)) not in shown:
        assert time.monotonic() < deadline
        shown += os.read(terminal, 1024).decode()
    return shown


def test_no_command_takes_a_secret_among_its_words() -> None:
    taken = [
        (path, parameter.name)
        for path, command in _all_commands(commands, "ovillo")
        for parameter in command.params
        if any(word in (parameter.name or "").split("_") for word in _SECRET)
        and not isinstance(parameter.type, click.File | click.Path)
    ]
    # The id of a token, as `token list` prints it: it opens nothing.
    assert taken == [("ovillo token revoke", "token_id")]


def _all_commands(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        return [(path, command)]
    context = click.Context(command)
    found = []
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        found += _all_commands(inner, f"{path} {name}")
    return found


@pytest.mark.parametrize(
    "words", [("account", "add", "a", "--organisation", "X", "--kind", "shelter"), ("account", "password", "a")]
)
def test_a_password_among_the_words_is_not_understood(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = ending([*words, "--password", NEW], monkeypatch, capsys)
    assert status == 2
    assert "No such option" in said
    assert NEW not in said
