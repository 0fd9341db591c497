"""Whoever runs the installation is told which of the own pages are shown, and why the others are not."""

from pathlib import Path

from tests.search.cli.command_line import typed
from tests.search.files.test_information_pages import HEAD, written


def test_the_operator_is_told_what_is_shown_and_what_is_not(tmp_path: Path) -> None:
    written(tmp_path, "danger.en.md", {**HEAD, "number": "112", "tried_on": "2026-01-02"})
    written(tmp_path, "all/rights.en.md", {**HEAD, "source": ""})
    told = typed("information", "check", tmp_path, ends=1)
    assert "shown  all/danger (en), checked on 2026-11-01, 112 tried on 2026-01-02" in told.output
    assert "not shown  all/rights.en.md: it has no source" in told.output
