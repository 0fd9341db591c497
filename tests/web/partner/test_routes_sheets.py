import csv
import io
import itertools
import re
import uuid
from dataclasses import replace

import pytest
from markupsafe import escape
from sqlalchemy import func, select

from i18n.division import Catalogue
from i18n.locales import LocaleRow
from search.access import Actor
from search.documents import Description
from search.models import FoundReport
from search.records.sections import read_section
from tests.fixtures.languages import english_left, staff_gettext, walked
from tests.fixtures.staff import signed_in
from tests.fixtures.visitor import Visitor
from web.context import Context
from web.partner import create_partner

pytestmark = pytest.mark.slow

HEADER = "N° Exp.;Fecha del hallazgo;Lugar;Nombre y Apellidos;Sexo;Edad;Código"
ROWS = (
    "M-1/25;03/04/2025;Playa de Motril;Íñigo Peñaranda;H;25-35;aa",
    "M-2/25;05/04/2025;Puerto de Almería;Fátima Núñez;M;30;bb",
    "M-3/25;07/06/2025;Cabo de Gata;Mohamed Benali;H;;cc",
)
EMPTY_ROW = "=M-4/25;;;;;;"


def sheet(*rows: str) -> bytes:
    """A sheet with semicolons in the Windows encoding of Western Europe."""
    return "\r\n".join([HEADER, *rows, ""]).encode("cp1252")


def upload(visitor: Visitor, content: bytes, filename: str = "libro.csv") -> int:
    """Sends a file; the visitor arrives at the preview or stays."""
    visitor.goes_to("/sheets/new")
    file = (io.BytesIO(content), filename)
    return visitor.sends("/sheets/new", {"sheet": file}, content_type="multipart/form-data").status_code


def answers(visitor: Visitor) -> dict[str, str]:
    """What the selects of the page say now."""
    selects = re.findall(r'<select [^>]*name="([^"]+)"[^>]*>(.*?)</select>', visitor.page, re.DOTALL)
    chosen = {name: re.search(r'value="([^"]*)" selected', options) for name, options in selects}
    return {name: match[1] for name, match in chosen.items() if match is not None}


def stored(context: Context) -> int:
    """How many reports there are."""
    with context.database.reading() as session:
        count: int = session.execute(select(func.count()).select_from(FoundReport)).scalar_one()
    return count


def test_a_sheet_is_shown_as_it_was_understood_before_anything_is_stored(context: Context, mortuary: Visitor) -> None:
    assert upload(mortuary, sheet(*ROWS)) == 200
    assert "<h3><bdi>Fecha del hallazgo</bdi></h3>" in mortuary.page
    assert "<strong>found on</strong> · day, month, year" in mortuary.page
    assert "<bdi>Íñigo Peñaranda</bdi>" in mortuary.page
    assert "<dt>Name</dt>" in mortuary.page
    assert "Condition not stated" not in mortuary.page
    assert "Nothing is stored until you press the button." in mortuary.page
    assert "Send 3 records" in mortuary.page
    assert stored(context) == 0


OMAR = b"Omar;M;05/04/2025\n"
AMBIGUOUS = b"Full name;Gender;Found on day\nAna Mora;F;03/04/2025\nLuis Mora;M;05/04/2025\n" + OMAR + OMAR


def test_questions_come_first_and_nothing_can_be_sent_before_they_are_answered(
    context: Context, mortuary: Visitor
) -> None:
    upload(mortuary, AMBIGUOUS)
    assert mortuary.page.index("Day and month cannot be told apart here.") < mortuary.page.index("Your columns")
    assert "Send 4 records" not in mortuary.page
    assert "1 question is open." in mortuary.page
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    assert "1 question is open." in mortuary.page
    assert stored(context) == 0


def test_no_answer_of_a_question_is_chosen_for_anybody(mortuary: Visitor) -> None:
    upload(mortuary, AMBIGUOUS)
    assert 'type="radio" name="order.2" value="dmy"' in mortuary.page
    assert not re.search(r'type="radio"[^>]* checked', mortuary.page)


def test_an_answered_sheet_is_shown_again_and_then_sent(context: Context, mortuary: Visitor) -> None:
    upload(mortuary, AMBIGUOUS)
    mortuary.sends("/sheets/preview", {"order.2": "mdy", "go": "send"})
    assert stored(context) == 0
    assert "<strong>found on</strong> · month, day, year" in mortuary.page
    mortuary.sends("/sheets/preview", {"go": "send"})
    assert "Your sheet is stored" in mortuary.page


def test_equal_rows_are_people_until_somebody_says_that_they_are_one(mortuary: Visitor) -> None:
    upload(mortuary, AMBIGUOUS)
    assert "2 rows are equal. Is each of them another person, or is one person repeated?" in mortuary.page
    assert "Without your answer, each row is another person." in mortuary.page
    mortuary.sends("/sheets/preview", {"order.2": "mdy", "sheet.equal_rows.4": "once", "go": "update"})
    assert "Send 3 records" in mortuary.page
    assert re.search(r'name="sheet.equal_rows.4" value="once" checked', mortuary.page)


TWICE = b"Case No;Full name;Bunk words\nA-1;Ana Mora;upper\nA-1;Eva Quispe;lower\nA-2;Omar Haddad;by the door\n"


def test_rows_of_one_number_are_held_until_somebody_says_that_they_are_one_person(mortuary: Visitor) -> None:
    upload(mortuary, TWICE)
    assert "2 rows carry a case number of another row and say something else. Whose is it?" in mortuary.page
    question = mortuary.page.split('id="sheet.number_twice.2"')[1].split("</fieldset>")[0]
    assert "<bdi>Ana Mora</bdi>" in question
    assert "<bdi>Eva Quispe</bdi>" in question
    assert "The names are not alike" in question
    assert "checked" not in question
    assert "Not taken: <strong>2</strong>" in mortuary.page
    mortuary.sends("/sheets/preview", {"sheet.number_twice.2": "same", "go": "update"})
    assert "Not taken: <strong>0</strong>" in mortuary.page


def test_two_people_of_one_number_are_stored_apart_and_the_number_stays_in_the_words_of_the_second(
    mortuary: Visitor,
) -> None:
    upload(mortuary, TWICE)
    mortuary.sends("/sheets/preview", {"sheet.number_twice.2": "people", "go": "update"})
    assert "Not taken: <strong>0</strong>" in mortuary.page
    assert re.search(r'name="sheet.number_twice.2" value="people" checked', mortuary.page)
    samples = [one for one in mortuary.page.split("<ol class=")[1].split('<li class="card">') if "Row" in one]
    assert [("<bdi>A-1</bdi>" in one) for one in samples[:2]] == [True, False]
    mortuary.sends("/sheets/preview", {"sheet.number_twice.2": "people", "go": "send"})
    assert "Your sheet is stored" in mortuary.page


def test_a_sheet_of_which_much_is_not_taken_is_an_alarm_at_the_top(mortuary: Visitor) -> None:
    upload(mortuary, TWICE)
    alarm = mortuary.page.index("More than a tenth of the rows cannot be taken.")
    assert mortuary.page.index("<h1>") < alarm < mortuary.page.index("Your columns")


def test_columns_without_a_field_are_listed_as_words_and_ask_nothing(mortuary: Visitor) -> None:
    upload(mortuary, TWICE)
    kept = mortuary.page.split("<h2>Kept as words</h2>")[1]
    assert "<h3><bdi>Bunk words</bdi></h3>" in kept
    assert "question is open" not in mortuary.page


def test_a_sheet_is_sent_and_answered_row_by_row(context: Context, mortuary: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    assert "Your sheet is stored" in mortuary.page
    assert stored(context) == 3
    mortuary.goes_to("/")
    assert "A sheet that you uploaded waits" not in mortuary.page
    mortuary.goes_to("/reports")
    assert "<bdi>Fátima Núñez</bdi>" in mortuary.page


def test_a_corrected_column_is_shown_again_before_it_is_sent(context: Context, mortuary: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    changed = {**answers(mortuary), "column.3": "nickname"}
    mortuary.sends("/sheets/preview", {**changed, "go": "send"})
    assert stored(context) == 0
    assert answers(mortuary)["column.3"] == "nickname"
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    assert stored(context) == 3


def test_the_order_of_dates_can_be_corrected(context: Context, mortuary: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    mortuary.sends("/sheets/preview", {**answers(mortuary), "order.1": "mdy", "go": "update"})
    assert "<bdi>4 March 2025</bdi>" in mortuary.page
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    with context.database.reading() as session:
        number = session.scalars(select(FoundReport.number).order_by(FoundReport.number)).first()
        assert number is not None
        found = read_section(session, number, Description)
    assert found is not None
    assert found.event is not None
    assert found.event.when is not None
    assert found.event.when.earliest.month == 3


def test_what_was_confirmed_is_remembered_for_the_next_sheet(mortuary: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    mortuary.sends("/sheets/preview", {**answers(mortuary), "column.6": "ignore", "go": "update"})
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    upload(mortuary, sheet(*ROWS))
    assert "read as you confirmed it last time" in mortuary.page
    assert answers(mortuary)["column.6"] == "ignore"
    assert "There is no new row to send." in mortuary.page


def csv_of(visitor: Visitor, address: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(visitor.client.get(address).text.lstrip("\ufeff")), delimiter=";"))


def sent_rows(visitor: Visitor) -> list[list[str]]:
    """The rows of the send on this page that were not taken, as they are downloaded."""
    address = re.search(r'href="/partner(/sheets/[^"]+/refused[.]csv)"', visitor.page)
    assert address is not None
    return csv_of(visitor, address[1])


def test_rows_that_are_not_taken_come_back_whole_and_hold_no_formula(mortuary: Visitor) -> None:
    upload(mortuary, TWICE.replace(b"upper", b"=1+1"))
    preview = csv_of(mortuary, "/sheets/preview/refused.csv")
    mortuary.sends("/sheets/preview", {"go": "send"})
    header, *rows = sent_rows(mortuary)
    assert header == ["Case No", "Full name", "Bunk words", "ovillo_reason", "ovillo_row"]
    assert [row[:3] for row in rows] == [["A-1", "Ana Mora", "'=1+1"], ["A-1", "Eva Quispe", "lower"]]
    assert [row[:4] for row in rows] == [row[:4] for row in preview[1:]]
    assert all(row[3].startswith(f"{at}: Case No: This case number") for at, row in zip((2, 3), rows, strict=True))


def test_mended_rows_are_read_as_the_sheet_that_they_came_from(context: Context, mortuary: Visitor) -> None:
    upload(mortuary, TWICE)
    mortuary.sends("/sheets/preview", {"go": "send"})
    header, first, second = sent_rows(mortuary)
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([header, first, ["A-3", *second[1:]]])
    upload(mortuary, out.getvalue().encode(), "mended.csv")
    assert "ovillo_" not in mortuary.page
    assert "read as you confirmed it last time" in mortuary.page
    mortuary.sends("/sheets/preview", {"go": "send"})
    assert stored(context) == 3


def test_what_was_sent_is_listed_with_number_file_and_counts(mortuary: Visitor) -> None:
    upload(mortuary, TWICE, "june.csv")
    mortuary.sends("/sheets/preview", {"go": "send"})
    assert "<bdi>june.csv</bdi>" in mortuary.page
    mortuary.goes_to("/sends")
    assert re.search(r'<a href="/partner/sheets/[^"]+"><bdi dir="ltr">\d{4}-0001</bdi></a>', mortuary.page)
    assert "<bdi>june.csv</bdi>" in mortuary.page


def test_what_most_rows_leave_out_is_told_with_the_receipt(mortuary: Visitor) -> None:
    rows = "".join(f"A-{at};Ana Mora {at};F\n" for at in range(6))
    upload(mortuary, f"Case No;Full name;Gender\n{rows}".encode())
    mortuary.sends("/sheets/preview", {"go": "send"})
    assert "The height is missing in 100 % of your rows." in mortuary.page


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 nothing", "kind of file"),
        (b"PK\x03\x04broken", "again"),
        (HEADER.encode("cp1252"), "rows"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_kind_words(
    context: Context, mortuary: Visitor, content: bytes, says: str
) -> None:
    assert upload(mortuary, content) == 400
    alert = mortuary.page.split('role="alert"')[1].split("</p>")[0]
    assert says in alert
    assert stored(context) == 0
    mortuary.goes_to("/sheets/preview")
    assert mortuary.place == "/sheets/new"


def test_without_a_file_one_is_asked_for(mortuary: Visitor) -> None:
    mortuary.goes_to("/sheets/new")
    assert mortuary.sends("/sheets/new").status_code == 400
    assert "Please choose a file first." in mortuary.page


def test_a_file_above_the_limit_is_refused(context: Context, shelter: Actor) -> None:
    assert shelter.organisation_id is not None
    narrow = replace(context, settings=replace(context.settings, upload_megabytes=0))
    visitor = signed_in(narrow, create_partner(narrow), "/partner", "clerk")
    assert upload(visitor, b"a" * 100_000) == 413
    assert stored(context) == 0


def test_a_question_stays_until_it_is_answered(mortuary: Visitor) -> None:
    upload(mortuary, AMBIGUOUS)
    mortuary.goes_to("/sheets/preview?lang=en")
    assert "Day and month cannot be told apart here." in mortuary.page
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "update"})
    assert "Day and month cannot be told apart here." in mortuary.page
    mortuary.sends("/sheets/preview", {"order.2": "dmy", "go": "update"})
    assert "Day and month cannot be told apart here." not in mortuary.page


def test_a_sheet_that_waits_can_be_forgotten(context: Context, mortuary: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    mortuary.goes_to("/")
    assert "A sheet that you uploaded waits" in mortuary.page
    mortuary.sends("/sheets/discard", {"sure": "1"})
    assert "A sheet that you uploaded waits" not in mortuary.page
    mortuary.goes_to("/sheets/preview")
    assert mortuary.place == "/sheets/new"
    assert stored(context) == 0


def test_the_sheet_itself_is_never_in_the_cookie(mortuary: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    cookie = mortuary.client.get_cookie("ovillo-partner", path="/partner")
    assert cookie is not None
    assert len(cookie.value) < 500


def test_the_receipt_of_another_organisation_looks_like_a_missing_one(mortuary: Visitor, clerk: Visitor) -> None:
    upload(mortuary, sheet(*ROWS))
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    own = mortuary.place
    assert mortuary.goes_to(own).status_code == 200
    foreign = clerk.goes_to(own)
    missing = clerk.goes_to(f"/sheets/{uuid.uuid4()}")
    assert foreign.status_code == missing.status_code == 404
    assert foreign.data == missing.data


NO_SHEETS = [
    (b"", "This file is empty. Please look whether it is the right one."),
    (b"%PDF-1.7 nothing", "We cannot read this kind of file. Please save it as XLSX or CSV and send it again."),
    (HEADER.encode("cp1252"), "This file has no rows under its header. Please look whether it is the right one."),
]


def test_a_file_that_is_no_sheet_is_refused_in_the_readers_language(mortuary: Visitor) -> None:
    for row, (content, says) in itertools.product(walked(Catalogue.STAFF), NO_SHEETS):
        mortuary.goes_to(f"/?lang={row.tag}")
        assert upload(mortuary, content) == 400, (row.tag, says)
        assert str(escape(staff_gettext(row.tag, says))) in mortuary.page, (row.tag, says)
        assert f'<html lang="{row.tag}" dir="{row.direction}">' in mortuary.page, (row.tag, says)
        assert english_left(mortuary.page, row.tag) == [], (row.tag, says)


@pytest.mark.parametrize("row", walked(Catalogue.STAFF), ids=lambda row: row.tag)
def test_what_was_understood_is_told_in_the_readers_language(mortuary: Visitor, row: LocaleRow) -> None:
    mortuary.goes_to(f"/?lang={row.tag}")
    assert upload(mortuary, AMBIGUOUS) == 200
    assert english_left(mortuary.page, row.tag) == []
    assert upload(mortuary, sheet(*ROWS, EMPTY_ROW)) == 200
    assert english_left(mortuary.page, row.tag) == []
    mortuary.sends("/sheets/preview", {**answers(mortuary), "go": "send"})
    assert str(escape(staff_gettext(row.tag, "Your sheet is stored"))) in mortuary.page
    assert english_left(mortuary.page, row.tag) == []
    mortuary.goes_to("/sends")
    assert english_left(mortuary.page, row.tag) == []


def _signed(visitor: Visitor) -> dict[str, str]:
    signed = re.search(r'name="waiting" value="([^"]+)"', visitor.page)
    assert signed is not None
    return {"waiting": signed[1]}


EARLIER_PAGE = (
    ("/sheets/preview", {"go": "send"}),
    ("/sheets/preview", {"go": "update", "column.3": "sex"}),
    ("/sheets/discard", {"sure": "1"}),
)


def test_what_is_pressed_on_the_page_of_an_earlier_sheet_does_nothing_to_the_one_that_waits(
    context: Context, mortuary: Visitor
) -> None:
    upload(mortuary, sheet(*ROWS))
    earlier = {**answers(mortuary), **_signed(mortuary)}
    upload(mortuary, sheet(*ROWS[:2]), "second.csv")
    for address, pressed in EARLIER_PAGE:
        page = mortuary.sends(address, {**earlier, **pressed})
        assert page.status_code == 409
        assert "Your page showed another sheet." in mortuary.page
        assert (stored(context), answers(mortuary)["column.3"]) == (0, "full_name")
    mortuary.sends("/sheets/preview", {**answers(mortuary), **_signed(mortuary), "go": "send"})
    assert stored(context) == 2


def test_telephones_papers_and_the_finding_are_shown_before_anything_is_stored(mortuary: Visitor) -> None:
    upload(
        mortuary,
        "Nombre;Teléfono;Pasaporte;Fecha del hallazgo\nAna Prueba;+34 600 555 211;XK123456;13/04/2025\n".encode(),
    )
    shown = mortuary.page[mortuary.page.index("The first rows as we would store them") :]
    assert all(words in shown for words in ("+34600555211", "XK123456", "13 April 2025"))
