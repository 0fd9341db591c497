"""The commands that file at the real server, in small."""

import pytest
from click.testing import CliRunner

from benchmarks.commands.bench_family import families, kept_filings


@pytest.mark.measurement
def test_no_search_is_lost_or_filed_twice_while_a_server_is_killed() -> None:
    said = CliRunner().invoke(kept_filings, ["--filings", "40", "--kills", "2"])
    assert said.exit_code == 0, said.output
    counts = said.stdout.splitlines()[1].split("\t")
    assert counts[:2] == ["40", "2"]
    assert counts[3:6] == ["0", "0", "0"]


@pytest.mark.measurement
def test_relatives_start_searches_at_the_same_time_without_a_fault() -> None:
    said = CliRunner().invoke(families, ["--relatives", "5", "--seconds", "3"])
    assert said.exit_code == 0, said.output
    lines = said.stdout.splitlines()
    assert lines[0].startswith("step\tanswers")
    assert {line.split("\t")[0] for line in lines} >= {"all", "POST /search/reach", "GET /filed"}
    assert lines[-1].endswith(" 0 faults []")
