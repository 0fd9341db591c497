"""A PFIF file, or pasted records, go the way of a sheet: read, asked about, and stored when somebody sends them."""

import io

import pytest
from sqlalchemy import select

from search.models import FoundReport
from tests.fixtures.visitor import Visitor
from tests.search.files.pfif_files import document, note, person
from tests.web.partner.test_routes_sheets import stored, upload
from web.context import Context

on_sqlite = pytest.mark.parametrize("engine_name", ["sqlite"])
FOUND = person(note(1, status="believed_alive", text="well"), sex="female")
MISSING = person(note(2, status="believed_missing"), person_record_id="registro.invented/p.2", full_name="Eva Prueba")
UNSAID = person(note(3, text="anybody?"), person_record_id="registro.invented/p.3", full_name="Nora Prueba")
OTHERS = person(note(4, status="is_note_author"), person_record_id="otro.invented/p.4", full_name="Lidia Prueba")


@on_sqlite
def test_records_are_shown_with_what_is_left_out_and_stored_when_they_are_sent(
    context: Context, clerk: Visitor
) -> None:
    assert upload(clerk, document(FOUND, MISSING, UNSAID, OTHERS), "registro.xml") == 200
    assert "Ana Prueba Inventada" in clerk.page
    assert "Your columns" not in clerk.page
    assert "Somebody is looking for this person." in clerk.page
    assert "The record is of another registry than this file." in clerk.page
    assert "otro.invented" in clerk.page
    for key in ("sheet.other_domain.4", "sheet.no_status"):
        assert f'name="{key}"' in clerk.page
    assert stored(context) == 0
    clerk.sends("/sheets/preview", {"go": "send"})
    assert "Your sheet is stored" in clerk.page
    assert stored(context) == 1


@on_sqlite
def test_an_answer_takes_what_was_asked_about(context: Context, clerk: Visitor) -> None:
    upload(clerk, document(FOUND, OTHERS), "registro.xml")
    clerk.sends("/sheets/preview", {"go": "update", "sheet.other_domain.2": "take"})
    assert "Lidia Prueba" in clerk.page
    clerk.sends("/sheets/preview", {"go": "send", "sheet.other_domain.2": "take"})
    assert stored(context) == 2


@on_sqlite
def test_pasted_records_are_read_and_broken_ones_come_back_with_a_sentence(context: Context, clerk: Visitor) -> None:
    clerk.goes_to("/sheets/new")
    clerk.sends("/sheets/new", {"pasted": document(FOUND).decode()[:-20]})
    assert "is not well-formed XML: line 2" in clerk.page
    assert "Ana Prueba Inventada" in clerk.page
    clerk.sends("/sheets/new", {"pasted": document(FOUND).decode()})
    assert 'value="send"' in clerk.page
    clerk.sends("/sheets/preview", {"go": "send"})
    assert stored(context) == 1


@on_sqlite
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'<!DOCTYPE p [<!ENTITY a "b">]><p xmlns="http://zesty.ca/pfif/1.4">&a;</p>', "declares a document type"),
        (b'<pfif xmlns="http://zesty.ca/pfif/1.4">' + b"<a>" * 100 + b"</a>", "lie deeper in each other"),
        (b'<pfif xmlns="http://zesty.ca/pfif/1.4"/>', "holds no records in PFIF"),
    ],
    ids=["entities", "depth", "nobody"],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(clerk: Visitor, content: bytes, sentence: str) -> None:
    clerk.goes_to("/sheets/new")
    file = (io.BytesIO(content), "registro.xml")
    assert clerk.sends("/sheets/new", {"sheet": file}, content_type="multipart/form-data").status_code == 400
    assert sentence in clerk.page


@on_sqlite
def test_neither_a_file_nor_text_is_asked_for_again(clerk: Visitor) -> None:
    clerk.goes_to("/sheets/new")
    assert clerk.sends("/sheets/new", {"pasted": " "}).status_code == 400


@on_sqlite
@pytest.mark.parametrize("said", [{"expiry_date": "2026-01-01T00:00:00Z"}, {"expiry_date": "2025-12-01T00:00:00Z"}])
def test_a_file_that_only_ends_records_is_sent_by_a_button_that_says_so(
    context: Context, clerk: Visitor, said: dict[str, str]
) -> None:
    upload(clerk, document(FOUND), "registro.xml")
    clerk.sends("/sheets/preview", {"go": "send"})
    upload(clerk, document(person(sex="", full_name="", **said)), "over.xml")
    assert "The time of some records is over" in clerk.page
    assert "Compare these people no more" in clerk.page
    assert "There is no new row to send" not in clerk.page
    clerk.sends("/sheets/preview", {"go": "send"})
    with context.database.reading() as session:
        assert session.scalars(select(FoundReport)).one().withdrawn_at is not None


@on_sqlite
def test_a_file_without_any_new_row_has_no_such_button(clerk: Visitor) -> None:
    upload(clerk, document(FOUND), "registro.xml")
    clerk.sends("/sheets/preview", {"go": "send"})
    upload(clerk, document(FOUND), "again.xml")
    assert "There is no new row to send" in clerk.page
    assert "Compare these people no more" not in clerk.page
