"""Searches that families opened to this organisation: a page of them, one of them, and the page as a file."""

import uuid

import msgspec
from flask import Blueprint, Response, render_template, request
from werkzeug.wrappers import Response as Answer

from search.consent_summaries import SharedSearch, SharedSearches
from search.documents import Description
from search.fields.shared_fields import SHARED_FIELDS, is_within, opened_fields
from search.files.proposals_csv import write_rows
from search.files.shared_searches_json import as_json
from search.filing.shared_photos import shared_photos, shared_picture
from search.filing.shared_searches import list_shared_searches, read_shared_search
from web.context import act, look, now
from web.description_fields import all_fields, stated_fields
from web.labels import words
from web.labels.field_words import whole_label
from web.locale import gettext
from web.photos import jpeg
from web.template_filters import shown_day


def add_shared_searches(pages: Blueprint) -> None:
    """Gives the portal the addresses of what families opened to the organisation."""
    pages.add_url_rule("/shared", "shared", shared)
    pages.add_url_rule("/shared.csv", "shared_as_csv", shared_as_csv)
    pages.add_url_rule("/shared.json", "shared_as_json", shared_as_json)
    pages.add_url_rule("/shared/<uuid:case_id>", "shared_search", shared_search)
    pages.add_url_rule("/shared/<uuid:case_id>/photos/<uuid:photo_id>/picture.jpg", "shared_photo", shared_photo)


def shared() -> str:
    """One page of the searches that are open to this organisation now, newest first."""
    return render_template("shared_searches.html", shared=_page_asked_for())


def shared_search(case_id: uuid.UUID) -> str:
    """One of them; one that is not open, or no longer, is not there."""
    one = act(read_shared_search, case_id, now=now())
    return render_template("shared_search.html", one=one, photos=look(shared_photos, case_id))


def shared_photo(case_id: uuid.UUID, photo_id: uuid.UUID) -> Answer:
    """A photo of which the family said that it may be shown to those who may see its search."""
    return jpeg(act(shared_picture, case_id, photo_id, now=now()))


def shared_as_csv() -> Response:
    """The page as a sheet, in the reader's words."""
    headings = [gettext("Number"), gettext("Filed on"), gettext("Committee"), gettext("What the family allowed")]
    rows = [_row(one) for one in _page_asked_for().searches]
    fields = [*(whole_label(path) for path in _columns()), gettext("Numbers of papers")]
    return _file(write_rows([*headings, *fields], rows), "text/csv", "csv")


def shared_as_json() -> Response:
    """The page as the API gives it."""
    return _file(msgspec.json.encode(as_json(_page_asked_for())), "application/json", "json")


def _page_asked_for() -> SharedSearches:
    typed = request.args.get("page", "")
    page = int(typed) if typed.isdecimal() and len(typed) < 7 else 1
    return act(list_shared_searches, page=page, now=now())


def _row(one: SharedSearch) -> list[str]:
    said = {field.path: "; ".join(value.text for value in field.values) for field in stated_fields(one.sought)}
    allowed = "; ".join(words(purpose, "shared_for") for purpose in one.purposes)
    papers = "; ".join(document.number for document in one.identifiers.documents)
    return [
        str(one.case_id),
        shown_day(one.filed_at),
        one.committee,
        allowed,
        *(said.get(path, "") for path in _columns()),
        papers,
    ]


def _columns() -> list[str]:
    """The fields of a description that a family can open to anybody."""
    opened = opened_fields(tuple(SHARED_FIELDS))
    return [field.path for field in all_fields(Description()) if is_within(field.path, opened)]


def _file(content: bytes, kind: str, ending: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="searches.{ending}"'
    return answer
