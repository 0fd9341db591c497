"""What was sent is numbered and listed for its sender alone; rows that were not taken are kept whole, for a while."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.errors import NotFound
from search.filing.importing_sheets import new_batch, store_sheet
from search.filing.sends import KEPT_FOR, NotTaken, count_sends, list_sends, read_rows_not_taken, read_send, tokens_of
from search.models import BatchState, ImportBatch
from search.sheets.sheet_reading import SheetQuestion, SheetReading
from search.sheets.sheet_understanding import understand
from search.vocabulary import OrganisationKind
from tests.search.scene import NOW, Scene

on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])
SHEET = "Case No;Full name;Sex\nA-1;Ana Mora;F\nA-1;Eva Quispe;F\nA-2;Omar Haddad;M\n"
DAY = datetime.timedelta(days=1)


def _reading(
    text: str = SHEET, filename: str = "june.csv", kind: OrganisationKind = OrganisationKind.SHELTER
) -> SheetReading:
    return understand(
        SheetQuestion(filename=filename, content=text.encode(), today=NOW.date(), organisation=kind, sender="")
    )


def _send(scene: Scene, reading: SheetReading, *, days: int = 0, other: bool = False) -> uuid.UUID:
    actor = scene.mortuary if other else scene.shelter
    with scene.database.transaction() as session:
        batch_id = store_sheet(session, actor, reading, 7 + days, now=NOW + days * DAY).batch_id
    assert batch_id is not None
    return batch_id


def test_sends_are_numbered_in_their_order_and_listed_newest_first(scene: Scene) -> None:
    _send(scene, _reading())
    _send(scene, _reading(SHEET.replace("A-", "B-"), "july.csv"), days=1)
    with scene.database.reading() as session:
        listed = list_sends(session, scene.shelter)
        assert count_sends(session, scene.shelter) == 2
    assert [(one.number, one.filename, one.rows, one.accepted, one.refused) for one in listed] == [
        (2, "july.csv", 3, 1, 2),
        (1, "june.csv", 3, 1, 2),
    ]


def test_another_organisation_counts_its_own_and_sees_nothing_of_these(scene: Scene) -> None:
    batch_id = _send(scene, _reading())
    other = _send(scene, _reading(kind=OrganisationKind.MORTUARY), other=True)
    with scene.database.reading() as session:
        assert [one.batch_id for one in list_sends(session, scene.mortuary)] == [other]
        assert read_send(session, scene.mortuary, other).number == 1
        for act in (read_send, read_rows_not_taken):
            with pytest.raises(NotFound):
                act(session, scene.mortuary, batch_id)


def test_rows_that_were_not_taken_are_kept_as_they_were_written(scene: Scene) -> None:
    batch_id = _send(scene, _reading())
    with scene.database.reading() as session:
        kept = read_rows_not_taken(session, scene.shelter, batch_id)
        sealed = session.scalars(select(ImportBatch.refused_sealed)).one()
    assert kept.headers == ("Case No", "Full name", "Sex")
    assert [row.cells for row in kept.rows] == [("A-1", "Ana Mora", "F"), ("A-1", "Eva Quispe", "F")]
    assert sealed is not None
    assert b"Quispe" not in sealed


def test_rows_are_forgotten_after_some_weeks_and_the_send_stays(scene: Scene) -> None:
    batch_id = _send(scene, _reading())
    _send(scene, _reading(SHEET.replace("A-", "B-")), days=KEPT_FOR.days + 1)
    with scene.database.reading() as session:
        with pytest.raises(NotFound):
            read_rows_not_taken(session, scene.shelter, batch_id)
        assert not read_send(session, scene.shelter, batch_id).has_rows


@on_sqlite
def test_a_send_without_such_rows_keeps_none(scene: Scene) -> None:
    batch_id = _send(scene, _reading("Case No;Full name\nA-1;Ana Mora\n"))
    with scene.database.reading() as session:
        assert not read_send(session, scene.shelter, batch_id).has_rows


@on_sqlite
def test_hints_stay_with_the_send_until_it_is_stored(scene: Scene) -> None:
    rows = "".join(f"A-{at};Ana Mora {at}\n" for at in range(6))
    with scene.database.transaction() as session:
        batch = new_batch(session, scene.shelter, _reading(f"Case No;Full name\n{rows}"), 7, now=NOW)
        assert batch.state == BatchState.RECEIVING.value
        batch_id = batch.id
    with scene.database.reading() as session:
        assert ("height", 100) in read_send(session, scene.shelter, batch_id).hints


@on_sqlite
def test_each_row_has_a_token_of_its_own(scene: Scene) -> None:
    kept = NotTaken((), _reading().refused)
    first, second = tokens_of(scene.database.vault, uuid.UUID(int=1), kept).values()
    assert first != second
    assert {first, second}.isdisjoint(tokens_of(scene.database.vault, uuid.UUID(int=2), kept).values())
