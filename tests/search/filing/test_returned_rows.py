"""Rows that were not taken and come back mended are known again, and no other row takes their place."""

import csv
import datetime
import io
import uuid
from collections.abc import Callable
from itertools import count

import pytest
from sqlalchemy import func, select

from search.filing import sheet_storing
from search.filing.importing_sheets import foresee_sheet, store_sheet
from search.filing.report_identity import origin_of_returned_row
from search.filing.returned_rows import with_returned
from search.filing.sends import list_sends, read_rows_not_taken, read_send, tokens_of
from search.filing.sheet_storing import SheetStoring
from search.models import FoundReport
from search.sheets.returned_names import REASON, ROW
from search.sheets.sheet_reading import SheetReading
from search.summaries import ImportReceipt
from tests.search.filing.test_sends import _reading
from tests.search.scene import NOW, Scene

SHEET = "Case No;Full name;Sex\nA-1;Ana Mora;F\nA-1;Eva Quispe;F\nA-2;Omar Haddad;M\n"
DIGEST = 7


def _sent(scene: Scene, reading: SheetReading, digest: int) -> ImportReceipt:
    with scene.database.transaction() as session:
        return store_sheet(session, scene.shelter, reading, digest, now=NOW)


def _downloaded(scene: Scene, batch_id: uuid.UUID | None) -> list[list[str]]:
    """The rows that were not taken, as they are given back."""
    assert batch_id is not None
    with scene.database.reading() as session:
        kept = read_rows_not_taken(session, scene.shelter, batch_id)
    tokens = tokens_of(scene.database.vault, batch_id, kept)
    rows = [[*row.cells, row.code, tokens[place]] for place, row in enumerate(kept.rows)]
    return [[*kept.headers, REASON, ROW], *rows]


def _mended(rows: list[list[str]]) -> SheetReading:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return _reading(out.getvalue(), "mended.csv")


def _stored(scene: Scene) -> int:
    with scene.database.reading() as session:
        stored: int = session.execute(select(func.count()).select_from(FoundReport)).scalar_one()
    return stored


def _origins(scene: Scene, reading: SheetReading) -> list[str]:
    with scene.database.reading() as session:
        return [row.report.origin for row in with_returned(session, scene.shelter_id, reading).rows]


def test_a_mended_row_is_known_as_the_row_that_it_was(scene: Scene) -> None:
    header, first, second = _downloaded(scene, _sent(scene, _reading(SHEET), DIGEST).batch_id)
    first[0], second[0] = "A-7", "A-8"
    empty = [""] * len(header)
    assert _origins(scene, _mended([header, empty, second, empty, first])) == [
        origin_of_returned_row(DIGEST, "", 3),
        origin_of_returned_row(DIGEST, "", 2),
    ]


def test_rows_that_come_back_twice_are_stored_once_also_without_a_number(scene: Scene) -> None:
    header, first, second = _downloaded(scene, _sent(scene, _reading(SHEET), DIGEST).batch_id)
    first[0] = second[0] = ""
    _sent(scene, _mended([header, first, second]), 8)
    assert _stored(scene) == 3
    second[1] = "Eva Quispe Mamani"
    again = _sent(scene, _mended([header, second, first]), 9)
    assert (again.accepted, _stored(scene)) == (0, 3)


def test_a_token_that_was_counted_on_or_is_another_organisations_is_nobodys(scene: Scene) -> None:
    receipt = _sent(scene, _reading(SHEET), DIGEST)
    header, first, second = _downloaded(scene, receipt.batch_id)
    first[0], second[0] = "A-7", "A-8"
    altered = first[-1][:-1] + ("0" if first[-1][-1] != "0" else "1")
    assert _origins(scene, _mended([header, [*first[:-1], altered]])) == [""]
    assert _origins(scene, _mended([header, [*first[:-1], "17"]])) == [""]
    copied = [*second[:-1], first[-1]]
    assert _origins(scene, _mended([header, first, copied])) == [origin_of_returned_row(DIGEST, "", 2), ""]
    with scene.database.reading() as session:
        others = with_returned(session, uuid.uuid4(), _mended([header, first]))
    assert [row.report.origin for row in others.rows] == [""]


def test_a_row_that_did_not_come_back_keeps_what_it_is_called(scene: Scene) -> None:
    assert _origins(scene, _reading(SHEET)) == [""]


def test_a_row_that_waits_for_an_answer_comes_back_whole_as_well(scene: Scene) -> None:
    _sent(scene, _reading("Case No;Full name;Sex\nA-2;Omar Haddad;M\n"), DIGEST)
    held = _sent(scene, _reading("Case No;Full name;Sex\nA-2;Fatima Benali;F\n"), 8)
    assert [one.outcome for one in held.outcomes] == ["held"]
    _, row = _downloaded(scene, held.batch_id)
    assert row[:4] == ["A-2", "Fatima Benali", "F", "number_used_again"]


def _clock() -> Callable[[], datetime.datetime]:
    moments = (NOW + datetime.timedelta(seconds=second) for second in count())
    return lambda: next(moments)


TEMPLATES = {
    "another name": ("Halima Deeq", "F"),
    "another sex": ("Eva Quispe", "M"),
    "another name and sex": ("Tomas Rojas", "M"),
}


@pytest.mark.parametrize("at_once", [0, 50], ids=["staged", "few"])
@pytest.mark.parametrize(("name", "sex"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_row_that_came_back_and_is_used_for_somebody_else_is_asked_about(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, at_once: int, name: str, sex: str
) -> None:
    monkeypatch.setattr(sheet_storing, "_AT_ONCE", at_once)
    header, _, row = _downloaded(scene, _sent(scene, _reading(SHEET), DIGEST).batch_id)
    row[0] = ""
    storing = SheetStoring(scene.database, _clock(), rest=lambda _: None)
    storing.store(scene.shelter, _mended([header, row]), 8)
    template = _mended([header, ["", name, sex, *row[3:]]])
    held = storing.store(scene.shelter, template, 9)
    assert [(one.outcome, one.reason) for one in held.outcomes] == [("held", "row_used_again")]
    with scene.database.reading() as session:
        asked = foresee_sheet(session, scene.shelter, template, 9, today=NOW.date()).doubts
    assert [one.key for one in asked if one.must_answer] == ["sheet.row_used_again.2"]
    answers = {"sheet.row_used_again.2": "other"}
    stored = [storing.store(scene.shelter, template, 9, answers) for _ in range(2)]
    assert [(one.accepted, one.updated, one.already_known) for one in stored] == [(1, 0, 0), (0, 0, 1)]
    assert _stored(scene) == 3


def test_a_row_that_came_back_is_news_where_its_sender_says_that_it_is_the_same_person(scene: Scene) -> None:
    header, _, row = _downloaded(scene, _sent(scene, _reading(SHEET), DIGEST).batch_id)
    storing = SheetStoring(scene.database, _clock(), rest=lambda _: None)
    storing.store(scene.shelter, _mended([header, ["", *row[1:]]]), 8)
    answers = {"sheet.row_used_again.2": "same"}
    told = storing.store(scene.shelter, _mended([header, ["", "Eva Quispe", "M", *row[3:]]]), 9, answers)
    assert (told.updated, _stored(scene)) == (1, 2)


def test_rows_of_a_large_sheet_come_back_whole_too_and_are_known_again(scene: Scene) -> None:
    storing = SheetStoring(scene.database, lambda: NOW, rest=lambda _: None)
    _sent(scene, _reading("Case No;Full name;Sex\nA-2;Omar Haddad;M\n"), DIGEST)
    others = "".join(f"C-{at};Ana Mora {name};F\n" for at, name in enumerate(("Cruz", "Vega", "Soto", "Rios", "Luna")))
    twice = "A-9;Eva Quispe;F\nA-9;Luis Peña;M\n"
    large = f"Case No;Full name;Sex\n{others}A-2;Fatima Benali;F\n{twice}"
    sent = storing.store(scene.shelter, _reading(large), 8)
    assert (sent.accepted, sent.refused, sent.not_taken) == (5, 2, 3)
    header, *rows = _downloaded(scene, sent.batch_id)
    assert sorted(row[:4] for row in rows) == [
        ["A-2", "Fatima Benali", "F", "number_used_again"],
        ["A-9", "Eva Quispe", "F", "number_twice"],
        ["A-9", "Luis Peña", "M", "number_twice"],
    ]
    mended = [[f"N-{at}", *row[1:]] for at, row in enumerate(rows)]
    for digest in (9, 10):
        assert sorted(_origins(scene, _mended([header, *mended]))) == [
            origin_of_returned_row(8, "", at) for at in (7, 8, 9)
        ]
        storing.store(scene.shelter, _mended([header, *mended]), digest)
        assert _stored(scene) == 9
    with scene.database.reading() as session:
        assert [one.not_taken for one in list_sends(session, scene.shelter)] == [0, 0, 3, 0]


def test_a_large_sheet_of_which_everything_is_taken_keeps_no_row(scene: Scene) -> None:
    storing = SheetStoring(scene.database, lambda: NOW, rest=lambda _: None)
    rows = "".join(f"C-{at};Ana Mora {at};F\n" for at in range(8))
    sent = storing.store(scene.shelter, _reading(f"Case No;Full name;Sex\n{rows}"), 8)
    with scene.database.reading() as session:
        assert not read_send(session, scene.shelter, sent.batch_id or uuid.uuid4()).has_rows
