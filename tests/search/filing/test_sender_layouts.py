"""What a sender answered about a layout is listed to it alone, changed, and forgotten; guesses are not answers."""

import datetime
from pathlib import Path

import pytest

from search.access import ANYONE, Actor
from search.commands import ImportSheet
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.errors import AccessDenied, NotFound, Refused
from search.filing.sender_layouts import LayoutSummary, change_layout, forget_layout, list_layouts
from search.filing.sheet_storing import import_sheet, preview_sheet
from search.sheet_summaries import SheetPreview
from search.sheets.sheet_understanding import understand
from tests.search.scene import NOW, Scene
from tests.search.sheets.layout_files import delimited

ROWS = [
    ["Case No", "Full name", "Zeta", "Date found", "Place found"],
    ["SH-1", "Tesfalem Kidanemariam", "Tes", "14/06/2025", "Tapachula"],
]
NOWHERE = Confinement(Slots(Path("nowhere")))


@pytest.fixture(autouse=True)
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets are parsed in this process, which saves a second each; the child process has tests of its own."""
    monkeypatch.setattr(
        "search.filing.sheet_storing.read_confined", lambda _confinement, asked, **_named: understand(asked)
    )


def sheet(answers: dict[str, str] | None = None) -> ImportSheet:
    return ImportSheet(filename="list.csv", content=delimited(ROWS), profile=answers)


def send(scene: Scene, answers: dict[str, str]) -> LayoutSummary:
    import_sheet(scene.database, NOWHERE, scene.shelter, sheet(answers), clock=lambda: NOW)
    (layout,) = layouts(scene, scene.shelter)
    return layout


def layouts(scene: Scene, actor: Actor) -> tuple[LayoutSummary, ...]:
    with scene.database.reading() as session:
        return list_layouts(session, actor)


def preview(scene: Scene, actor: Actor) -> SheetPreview:
    return preview_sheet(scene.database, NOWHERE, actor, sheet(), today=NOW.date())


def test_only_what_was_answered_is_remembered_and_only_by_its_sender(scene: Scene) -> None:
    layout = send(scene, {"column.2": "nickname"})
    assert layout.answers == {"column.2": "nickname"}
    assert dict(layout.columns)["Full name"] == "full_name"
    assert preview(scene, scene.shelter).columns[2].target == "nickname"
    assert layouts(scene, scene.mortuary) == ()
    assert preview(scene, scene.mortuary).columns[2].target == "words"


def test_an_answer_is_changed_and_taken_away(scene: Scene) -> None:
    kept = send(scene, {"column.2": "nickname"}).fingerprint
    with scene.database.transaction() as session:
        changed = change_layout(session, scene.shelter, kept, {"column.2": "notes"}, now=NOW)
    assert changed.answers == {"column.2": "notes"}
    with scene.database.transaction() as session:
        assert change_layout(session, scene.shelter, kept, {"column.2": ""}, now=NOW).answers == {}
    assert preview(scene, scene.shelter).columns[2].target == "words"


@pytest.mark.parametrize("answer", [{"column.2": "no_such"}, {"header.2": "Age"}, {"fingerprint": "x"}])
def test_an_answer_that_is_none_changes_nothing(scene: Scene, answer: dict[str, str]) -> None:
    kept = send(scene, {"column.2": "nickname"}).fingerprint
    with scene.database.transaction() as session, pytest.raises(Refused, match="no_such_answer"):
        change_layout(session, scene.shelter, kept, answer, now=NOW + datetime.timedelta(minutes=1))
    assert layouts(scene, scene.shelter)[0].answers == {"column.2": "nickname"}


def test_a_forgotten_layout_is_read_as_if_it_were_the_first(scene: Scene) -> None:
    kept = send(scene, {"column.2": "nickname"}).fingerprint
    with scene.database.transaction() as session:
        forget_layout(session, scene.shelter, kept, now=NOW)
    assert layouts(scene, scene.shelter) == ()
    assert not preview(scene, scene.shelter).remembered


def test_nobody_else_lists_changes_or_forgets_it(scene: Scene) -> None:
    kept = send(scene, {"column.2": "nickname"}).fingerprint
    with scene.database.transaction() as session:
        with pytest.raises(NotFound):
            forget_layout(session, scene.mortuary, kept, now=NOW)
        with pytest.raises(NotFound):
            change_layout(session, scene.mortuary, kept, {}, now=NOW)
        with pytest.raises(AccessDenied):
            list_layouts(session, ANYONE)
