"""The example sheets and requests, where they are at hand: every row is accepted, every cell understood."""

import datetime
from pathlib import Path

import pytest

from search.files.request_lines import RequestRead, read_requests
from search.sheets.mapping_proposal import propose_mapping
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_rows import SheetContext, read_rows
from search.sheets.sheet_table import read_table

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "registry"
# Some of the invented findings lie years ahead.
TODAY = datetime.date(2030, 1, 1)
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the example registry ../shared/data/registry is absent")


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("consulate_ar.xlsx", 1030),
        ("consulate_es.xlsx", 930),
        ("hospital_it.csv", 894),
        ("mortuary_es.csv", 2518),
        ("shelter_en.csv", 2292),
        ("shelter_fr.xlsx", 1336),
    ],
)
def test_every_row_is_accepted_and_no_cell_is_left_unread(name: str, rows: int) -> None:
    table = read_table((FOLDER / name).read_bytes(), name)
    mapping = propose_mapping(table)
    assert mapping.doubts == ()
    outcomes = list(read_rows(table, mapping, SheetContext(today=TODAY)))
    assert len(outcomes) == rows
    assert [one for one in outcomes if not isinstance(one, RowRead) or one.warnings] == []


def test_every_request_is_accepted() -> None:
    with (FOLDER / "requests.jsonl").open("rb") as lines:
        outcomes = list(read_requests(lines, today=TODAY))
    assert len(outcomes) == 3000
    assert all(isinstance(outcome, RequestRead) and not outcome.warnings for outcome in outcomes)
