"""Whoever sends a sheet is told when others' are read first, and holds no thread while waiting."""

import io
import threading
import time
import uuid
from dataclasses import replace

import pytest

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor
from search.commands import ImportSheet
from search.confined.waiting_line import WaitingLine
from search.filing.sheet_storing import SheetStoring
from search.filing.waiting_sheets import Understood, WaitingSheets
from tests.fixtures.languages import english_left, walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.partner import sheet_reader
from web.partner.sheet_reader import BeingRead, SheetReader

SHEET = ImportSheet(filename="libro.csv", content="Folio;Nombre;Edad\n1;Ana Núñez;30\n2;Luis Peña;40\n".encode())
on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture
def waiting(context: Context) -> WaitingSheets:
    return WaitingSheets(context.settings.waiting_folder, context.vault, "the clerk")


@pytest.fixture
def reader(context: Context, waiting: WaitingSheets) -> SheetReader:
    return SheetReader(context, waiting)


@on_sqlite
def test_a_sheet_is_read_at_once_where_there_is_a_place(
    reader: SheetReader, waiting: WaitingSheets, shelter: Actor
) -> None:
    token = waiting.keep(SHEET, now=NOW)
    read = reader.understood(token, shelter)
    assert isinstance(read, Understood)
    assert read.preview is not None
    assert read.preview.accepted == 2
    assert reader.understood(token, shelter) == read


@on_sqlite
def test_with_both_places_taken_a_sheet_stands_in_line_and_nobody_waits_for_it(
    context: Context, reader: SheetReader, waiting: WaitingSheets, shelter: Actor
) -> None:
    slots = context.confinement.slots
    line = WaitingLine(slots.folder / "line")
    token = waiting.keep(SHEET, now=NOW)
    with slots.one(), slots.one():
        for name in ("first", "second", "third"):
            line.stand(name, f"of {name}")
        begun = time.monotonic()
        assert reader.understood(token, shelter) == BeingRead(3)
        line.leave("first")
        assert reader.understood(token, shelter) == BeingRead(2)
        line.leave("second")
        assert reader.understood(token, shelter) == BeingRead(1)
        # Far less than the patience with a sheet that is being read, which is a minute here.
        assert time.monotonic() - begun < 50.0
    assert isinstance(reader.understood(token, shelter), Understood)


@on_sqlite
def test_a_second_sheet_of_one_organisation_waits_and_takes_no_second_place(
    context: Context, reader: SheetReader, waiting: WaitingSheets, shelter: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_reader, "_PATIENCE", 0.1)
    reading, go_on = [], threading.Event()

    def slow(_self: SheetReader, token: str, _actor: Actor) -> None:
        reading.append(token)
        go_on.wait(120)
        waiting.understand(token, Understood(code="no_rows"))

    monkeypatch.setattr(SheetReader, "_understand", slow)
    first, second, others = (waiting.keep(SHEET, now=NOW) for _ in range(3))
    other = replace(shelter, organisation_id=uuid.uuid4())
    # Another process has a reader of its own.
    elsewhere = SheetReader(context, waiting)
    assert reader.understood(first, shelter) == BeingRead(0)
    assert elsewhere.understood(second, shelter) == BeingRead(0, behind_own=True)
    assert elsewhere.understood(others, other) == BeingRead(1)
    assert reading == [first, others]
    go_on.set()
    deadline = time.monotonic() + 120
    while isinstance(elsewhere.understood(second, shelter), BeingRead):
        assert time.monotonic() < deadline
    assert reading == [first, others, second]


@on_sqlite
@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_the_page_says_in_the_readers_language_that_one_of_their_own_comes_first(
    context: Context, waiting: WaitingSheets, clerk: Visitor, shelter: Actor, row: LocaleRow
) -> None:
    line, owner = WaitingLine(context.confinement.slots.folder / "line"), SheetReader(context, waiting)
    line.stand("first", owner._owner(shelter))
    clerk.goes_to(f"/sheets/new?lang={row.tag}")
    page = clerk.sends("/sheets/new", {"sheet": (io.BytesIO(SHEET.content), "libro.csv")})
    assert page.headers["Refresh"] == "3; url=/partner/sheets/preview"
    assert english_left(page.text, row.tag) == []
    if row.tag == "en":
        assert "Another sheet of your organisation is read first." in page.text


@on_sqlite
def test_no_sheet_takes_the_place_of_a_photo(context: Context) -> None:
    sheets, photos = context.settings.confinement.slots, context.settings.photo_confinement.slots
    with sheets.one(), sheets.one(), photos.one(), photos.one():
        pass


@on_sqlite
def test_a_sheet_that_cannot_be_read_says_so_to_whoever_asks(
    reader: SheetReader, waiting: WaitingSheets, shelter: Actor
) -> None:
    token = waiting.keep(ImportSheet(filename="x.xlsx", content=b"\x89PNG\r\n\x1a\n" + bytes(200)), now=NOW)
    assert reader.understood(token, shelter) == Understood(code="not_a_sheet")


@on_sqlite
def test_the_page_asks_again_by_itself_and_shows_what_was_understood_then(
    context: Context, clerk: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_reader, "_PATIENCE", 0.1)
    slots = context.confinement.slots
    clerk.goes_to("/sheets/new")
    with slots.one(), slots.one():
        page = clerk.sends("/sheets/new", {"sheet": (io.BytesIO(SHEET.content), "libro.csv")})
    assert page.status_code == 200
    assert page.headers["Refresh"] == "3; url=/partner/sheets/preview"
    assert "is being read" in page.text
    lines = SHEET.content.count(b"\n") + 1
    assert f"Lines: {lines}" in page.text
    assert "Seconds since it came: " in page.text
    deadline = time.monotonic() + 120
    while "Refresh" in page.headers:
        assert time.monotonic() < deadline
        time.sleep(0.3)
        page = clerk.goes_to("/sheets/preview")
    assert "What we understood" in page.text


@on_sqlite
def test_a_large_sheet_is_taken_over_and_its_page_says_how_far_it_is(context: Context, clerk: Visitor) -> None:
    rows = "".join(f"F-{at};Ana Núñez {at};30\n" for at in range(1, 60))
    clerk.goes_to("/sheets/new")
    clerk.sends("/sheets/new", {"sheet": (io.BytesIO(f"Folio;Nombre;Edad\n{rows}".encode()), "a" * 140_000)})
    page = clerk.sends("/sheets/preview", {"go": "send"})
    assert "0 of 59 rows are written" in page.text
    assert page.headers["Refresh"].startswith("3; url=/partner/sheets/")
    place = clerk.place
    again = clerk.goes_to("/sheets/new")
    other = "Folio;Nombre;Edad\nG-1;Ana Núñez;30\nG-2;Luis Peña;40\n"
    again = clerk.sends("/sheets/new", {"sheet": (io.BytesIO(other.encode()), "libro.csv")})
    again = clerk.sends("/sheets/preview", {"go": "send"})
    assert (again.status_code, "Another sheet of yours is being stored" in again.text) == (503, True)
    assert SheetStoring(context.database, lambda: NOW).store_next()
    page = clerk.goes_to(place)
    assert "Your sheet is stored" in page.text
    assert "Refresh" not in page.headers
