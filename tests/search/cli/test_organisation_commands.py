"""The operator writes down where an organisation works and how to reach it."""

import pytest

from tests.search.cli.command_line import ending, on_sqlite, typed

SHELTER = "Casa Invented"
pytestmark = pytest.mark.usefixtures("staffed")


@on_sqlite
def test_what_was_written_down_is_listed() -> None:
    typed("organisation", "describe", SHELTER, "--country", "MX", "--state-run", "no", "--contact", "desk 4")
    assert f"{SHELTER}\tshelter\tMX\tstate-run no\tdesk 4" in typed("organisation", "list").stdout.splitlines()


@on_sqlite
def test_a_country_that_is_none_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = ending(["organisation", "describe", SHELTER, "--country", "Mexico"], monkeypatch, capsys)
    assert status == 1
    assert "two capital letters" in said
