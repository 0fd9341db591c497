"""A sheet between upload and sending lies sealed, is found by its token alone, and is forgotten in time."""

import datetime
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from search.commands import ImportSheet
from search.errors import Refused, SealBroken
from search.filing import waiting_sheets
from search.filing.waiting_sheets import Answers, Understood, WaitingSheets
from search.storage.encryption import Vault, new_master_key
from tests.search.scene import NOW

MINUTES, WEEKS = datetime.timedelta(minutes=6), datetime.timedelta(weeks=2)
SHEET = ImportSheet(filename="Fatima_Testova.csv", content=b"Name\nFatima Testova\n")


@pytest.fixture
def sheets(tmp_path: Path) -> WaitingSheets:
    return WaitingSheets(tmp_path / "waiting", Vault.from_master_key(new_master_key()), "the clerk")


def test_a_sheet_comes_back_with_what_was_answered_and_understood(sheets: WaitingSheets) -> None:
    token = sheets.keep(SHEET, now=NOW)
    assert sheets.sheet(token) == SHEET
    sheets.answer(token, Answers({"column.0": "words"}, {"kind": "other"}))
    answered = sheets.sheet(token)
    assert answered is not None
    assert answered.profile == {"column.0": "words"}
    sheets.understand(token, Understood(code="no_rows"))
    assert sheets.understood(token) == Understood(code="no_rows")
    sheets.read_again(token)
    assert (sheets.understood(token), sheets.reading(token)) == (None, None)


def test_nothing_that_lies_there_says_anything(sheets: WaitingSheets) -> None:
    token = sheets.keep(SHEET, now=NOW)
    sheets.answer(token, Answers({"column.0": "Testova"}))
    for path in sheets.folder.iterdir():
        assert b"Testova" not in path.read_bytes()
        assert "Testova" not in path.name
        assert token not in path.name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(sheets.folder.stat().st_mode) == 0o700


def test_a_part_that_was_put_in_another_s_place_does_not_open(sheets: WaitingSheets) -> None:
    first, second = sheets.keep(SHEET, now=NOW), sheets.keep(SHEET, now=NOW)
    places = {one: next(sheets.folder.glob(f"{sheets.name(one)}.*.sheet")) for one in (first, second)}
    places[first].replace(places[second])
    with pytest.raises(SealBroken):
        sheets.sheet(second)


def test_a_sheet_is_there_for_whoever_brought_it_alone(sheets: WaitingSheets) -> None:
    token = sheets.keep(SHEET, now=NOW)
    others = replace(sheets, owner="another clerk")
    assert not others.is_there(token)
    assert (others.sheet(token), others.understood(token)) == (None, None)
    others.discard(token)
    others.set_aside(token, now=NOW)
    assert sheets.is_there(token)


def test_of_one_person_few_sheets_wait_and_the_oldest_goes(sheets: WaitingSheets) -> None:
    others = replace(sheets, owner="another clerk")
    kept = others.keep(SHEET, now=NOW)
    tokens = [sheets.keep(SHEET, now=NOW + at * MINUTES) for at in range(8)]
    for token in tokens[4:]:
        sheets.understand(token, Understood(code="no_rows"))
    assert [sheets.is_there(token) for token in tokens] == [False] * 3 + [True] * 5
    assert others.is_there(kept)
    assert len(list(sheets.folder.iterdir())) == 10


def test_a_sheet_that_is_forgotten_leaves_nothing_and_is_not_brought_back_by_a_late_reader(
    sheets: WaitingSheets,
) -> None:
    token = sheets.keep(SHEET, now=NOW)
    sheets.discard(token)
    sheets.understand(token, Understood(code="no_rows"))
    assert not sheets.is_there(token)
    assert sheets.sheet("unknown") is None
    assert list(sheets.folder.iterdir()) == []


def test_a_sheet_that_was_set_aside_can_be_brought_back_for_some_minutes(sheets: WaitingSheets) -> None:
    token = sheets.keep(SHEET, now=NOW)
    sheets.set_aside(token, now=NOW)
    assert not sheets.is_there(token)
    assert sheets.bring_back(token, now=NOW)
    assert sheets.is_there(token)
    sheets.set_aside(token, now=NOW)
    assert not sheets.bring_back(token, now=NOW + MINUTES)
    sheets.keep(SHEET, now=NOW + MINUTES)
    assert len(list(sheets.folder.glob("*.sheet"))) == 1


def test_what_nobody_came_back_for_goes_and_the_room_for_the_rest_has_a_bound(
    sheets: WaitingSheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = sheets.keep(SHEET, now=NOW)
    token = sheets.keep(SHEET, now=NOW + WEEKS)
    assert (sheets.is_there(old), sheets.is_there(token)) == (False, True)
    monkeypatch.setattr(waiting_sheets, "_MOST_BYTES", 10)
    with pytest.raises(Refused, match="too_many_sheets"):
        sheets.keep(SHEET, now=NOW)
