"""What is remembered of an organisation's sheets is read, changed and forgotten by it alone, and asks nothing twice."""

import re

import pytest
from sqlalchemy import select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.models import AuditEntry
from search.sheets.sheet_understanding import understand
from tests.fixtures.languages import english_left, walked
from tests.fixtures.visitor import Visitor
from tests.web.partner.test_routes_sheets import AMBIGUOUS, upload
from web.context import Context
from web.partner import sheet_reader

ODD = b"Folio,Nome_padre,Stato,Nombre\nF-1,Luis Mora,bianco,Ana Mora\nF-2,Juan Soto,nero,Eva Soto\n"
# The same columns, moved, with two more between them.
MOVED = b"Albergue,Nombre,Stato,Cama,Folio,Nome_padre\nNorte,Ana Cruz,bianco,4,F-3,Omar Cruz\n"

pytestmark = pytest.mark.parametrize("engine_name", ["sqlite"])


@pytest.fixture(autouse=True)
def read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets are parsed in this process, which saves a second each; the child process has tests of its own."""
    monkeypatch.setattr(sheet_reader, "read_confined", lambda _confinement, asked: understand(asked))


def sends(visitor: Visitor, content: bytes, answers: dict[str, str]) -> None:
    upload(visitor, content)
    visitor.sends("/sheets/preview", {**answers, "go": "update"})
    visitor.sends("/sheets/preview", {"go": "send"})
    assert "Your sheet is stored" in visitor.page


def opened(visitor: Visitor) -> str:
    """The page of the only layout; its address."""
    visitor.goes_to("/layouts")
    found = re.findall(r'href="/partner(/layouts/[0-9a-f]{32})"', visitor.page)
    (address,) = found
    visitor.goes_to(address)
    return str(address)


def chosen(visitor: Visitor, key: str) -> str:
    """What the select of an answer says."""
    select_of = re.search(rf'<select id="{re.escape(key)}"[^>]*>(.*?)</select>', visitor.page, re.DOTALL)
    assert select_of is not None
    option = re.search(r'value="([^"]*)" selected', select_of[1])
    assert option is not None
    return option[1]


def test_an_answer_is_listed_changed_and_holds_for_columns_that_moved_and_were_added(clerk: Visitor) -> None:
    sends(clerk, ODD, {"column.2": "condition"})
    address = opened(clerk)
    assert "<bdi>Nome_padre</bdi>" in clerk.page
    assert (chosen(clerk, "column.2"), chosen(clerk, "column.3")) == ("condition", "")
    clerk.sends(address, {"column.2": "notes", "column.3": "", "column.99": "full_name"})
    assert clerk.place == "/layouts"
    opened(clerk)
    assert chosen(clerk, "column.2") == "notes"
    upload(clerk, MOVED)
    assert "read as you confirmed it last time" in clerk.page
    assert re.search(r'<select id="column.2".*?value="notes" selected', clerk.page, re.DOTALL)


def test_the_order_of_days_can_be_changed_and_taken_away_and_is_asked_again_then(clerk: Visitor) -> None:
    sends(clerk, AMBIGUOUS, {"order.2": "mdy"})
    address = opened(clerk)
    assert chosen(clerk, "order.2") == "mdy"
    clerk.sends(address, {"order.2": ""})
    upload(clerk, AMBIGUOUS.replace(b"Mora", b"Cruz"))
    assert "Day and month cannot be told apart here." in clerk.page


def test_a_forgotten_layout_is_gone_and_asks_first(context: Context, clerk: Visitor) -> None:
    sends(clerk, ODD, {"column.2": "condition"})
    address = opened(clerk)
    clerk.goes_to(f"{address}/forget")
    assert "<bdi>Nome_padre</bdi>" in clerk.page
    assert opened(clerk) == address
    clerk.goes_to(f"{address}/forget")
    clerk.sends(f"{address}/forget")
    assert "Nothing yet." in clerk.page
    assert clerk.goes_to(address).status_code == 404
    with context.database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.subject_kind == "sender_layout"))
        assert [one.detail["layout"] for one in entries] == ["forgotten"]


def test_another_organisation_meets_none_of_it(clerk: Visitor, mortuary: Visitor) -> None:
    sends(clerk, ODD, {"column.2": "condition"})
    address = opened(clerk)
    mortuary.goes_to("/layouts")
    assert "Nothing yet." in mortuary.page
    for place in (address, f"{address}/forget"):
        assert mortuary.goes_to(place).status_code == 404
        mortuary.goes_to("/layouts")
        assert mortuary.sends(place, {"column.2": "notes"}).status_code == 404
    opened(clerk)
    assert chosen(clerk, "column.2") == "condition"


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_every_page_of_layouts_speaks_the_readers_language(clerk: Visitor, row: LocaleRow) -> None:
    sends(clerk, AMBIGUOUS, {"order.2": "mdy"})
    address = opened(clerk)
    for place in (address, f"{address}/forget", "/layouts"):
        clerk.goes_to(f"{place}?lang={row.tag}")
        assert english_left(clerk.page, row.tag) == []
