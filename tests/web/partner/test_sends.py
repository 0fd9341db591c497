"""Receipts can be printed and lead to their reports; what came one by one stands beside the sheets."""

import datetime
import re

import pytest
import segno
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from matching.record import PersonName
from search.access import Actor
from search.commands import ReportFound
from search.documents import Description
from search.filing.reporting_found_persons import report_found
from search.models import ImportBatch
from search.sheets.sheet_understanding import understand
from search.vocabulary import ReportKind
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.search.scene import NOW
from tests.web.partner.test_routes_sheets import upload
from web.context import Context
from web.partner import sheet_reader
from web.qr_picture import qr_picture

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])
SHEET = b"Case No;Full name;Gender\nA-1;Ana Mora;F\nA-2;Omar Haddad;M\n"


@pytest.fixture(autouse=True)
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets are parsed in this process, which saves a second each; the child process has tests of its own."""
    monkeypatch.setattr(sheet_reader, "read_confined", lambda _confinement, asked: understand(asked))


def sent(visitor: Visitor, content: bytes = SHEET) -> str:
    """Sends a sheet; where its receipt is."""
    upload(visitor, content)
    visitor.sends("/sheets/preview", {"go": "send"})
    return visitor.place


def test_a_receipt_holds_its_number_as_a_code_and_nothing_else_in_it(clerk: Visitor) -> None:
    sent(clerk)
    number = re.search(r'<bdi dir="ltr">(\d{4}-0001)</bdi>', clerk.page)
    assert number is not None
    assert str(qr_picture(number[1])) in clerk.page
    assert clerk.page.count("<svg") == 1
    # The smallest code that every camera reads has 21 squares a side, and white round them.
    assert segno.make_qr(number[1], error="m").symbol_size(border=0) == (21, 21)
    assert 'width="145" height="145"' in clerk.page


def test_a_sheet_that_was_sent_by_mistake_is_taken_back_whole(clerk: Visitor) -> None:
    receipt = sent(clerk)
    clerk.goes_to(f"{receipt}/reports")
    assert f'href="/partner{receipt}/take-back"' in clerk.page
    clerk.goes_to(f"{receipt}/take-back")
    assert "2 reports that came with it" in clerk.page
    clerk.sends(f"{receipt}/take-back")
    assert "The reports of this sheet are laid aside." in clerk.page
    clerk.goes_to(f"{receipt}/take-back")
    assert "No report of this sheet is left" in clerk.page
    assert "<form" not in clerk.page[clerk.page.index("<h1>") : clerk.page.index("</main>")]


def test_a_receipt_leads_to_the_reports_of_its_sheet(clerk: Visitor) -> None:
    receipt = sent(clerk)
    clerk.goes_to(f"{receipt}/reports")
    assert "<bdi>Ana Mora</bdi>" in clerk.page
    assert "<bdi>Omar Haddad</bdi>" in clerk.page
    sent(clerk, SHEET.replace(b"A-1;Ana Mora", b"A-3;Rosa Cruz"))
    clerk.goes_to(f"{clerk.place}/reports")
    assert "<bdi>Rosa Cruz</bdi>" in clerk.page
    assert "<bdi>Omar Haddad</bdi>" not in clerk.page


def test_what_came_one_by_one_stands_beside_the_sheets(context: Context, clerk: Visitor, shelter: Actor) -> None:
    clerk.goes_to("/sends/single")
    assert "Nothing came by form or by a program yet." in clerk.page
    sent(clerk)
    found = Description(names=(PersonName("Rosa Cruz"),))
    with context.database.transaction() as session:
        report_found(session, shelter, ReportFound(kind=ReportKind.SHELTER, found=found), now=NOW)
    clerk.goes_to("/sends")
    assert "What came one by one, by form or by a program: 1" in clerk.page
    clerk.goes_to("/sends/single")
    assert "<bdi>Rosa Cruz</bdi>" in clerk.page
    assert "<bdi>Ana Mora</bdi>" not in clerk.page


def test_a_page_of_another_organisations_send_looks_like_a_missing_one(clerk: Visitor, mortuary: Visitor) -> None:
    receipt = sent(clerk)
    assert mortuary.goes_to(f"{receipt}/reports").status_code == 404


def test_a_sheet_that_is_read_has_an_address_of_its_own_in_every_language(clerk: Visitor) -> None:
    upload(clerk, SHEET)
    assert clerk.place == "/sheets/preview"
    clerk.goes_to("/sheets/preview?lang=es")
    assert clerk.place == "/sheets/preview"
    assert "Ana Mora" in clerk.page


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_page_of_sends_speaks_the_readers_language(clerk: Visitor, row: LocaleRow) -> None:
    receipt = sent(clerk)
    for place in (receipt, f"{receipt}/reports", "/sends", "/sends/single"):
        clerk.goes_to(f"{place}?lang={row.tag}")
        assert english_left(clerk.page, row.tag) == []


def test_a_sheet_that_is_being_stored_tells_how_many_rows_a_second(context: Context, clerk: Visitor) -> None:
    rows = "".join(f"F-{at};Ana Cruz {at};30\n" for at in range(60))
    upload(clerk, f"Folio;Nombre;Edad\n{rows}".encode())
    clerk.sends("/sheets/preview", {"go": "send"})
    assert "Rows written a second" not in clerk.page
    with context.database.transaction() as session:
        batch = session.scalars(select(ImportBatch)).one()
        batch.staged_count, batch.touched_at = 50, batch.at + datetime.timedelta(seconds=2)
    clerk.goes_to(clerk.place)
    assert "50 of 60 rows are written" in clerk.page
    assert "Rows written a second: 25" in clerk.page
