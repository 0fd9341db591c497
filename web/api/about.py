"""What there is to know about the API: a page to begin with, its description for programs, a page for each problem."""

from functools import cache

from flask import Blueprint, Response, abort, g, jsonify, render_template, request, url_for

from i18n.locales import locale
from i18n.offered_languages import offered
from web.api import batches, photos, routes, search_feed, shared_searches
from web.api.openapi import Document, openapi_document
from web.api.problems import explained
from web.api.schemas import Problem
from web.locale import CHOICE, spoken_from

about = Blueprint("about", __name__, template_folder="templates")
OPERATIONS = (
    *routes.OPERATIONS,
    *batches.OPERATIONS,
    *shared_searches.OPERATIONS,
    *search_feed.OPERATIONS,
    *photos.OPERATIONS,
)
_BODY = """-d '{
    "kind": "shelter",
    "sender_number": "EXAMPLE-1",
    "found": {
      "names": [{"text": "Rosa Inventada"}],
      "sex": "female",
      "age": {"low": 30, "high": 40}
    }
  }'"""
_INFO = {
    "title": "Ovillo",
    "version": "1.0",
    "description": "Report found persons, read your own reports and what families opened to you. Every error is a "
    "problem as RFC 9457 has it, with a `code` for programs.",
}


@about.get("/")
def begin() -> str:
    """How a program sends reports, with an example that works as it stands."""
    _choose_language()
    return render_template("api.html", operations=OPERATIONS, example=_example())


@about.get("/openapi.json")
def description() -> Response:
    """Describe the API; open to anybody, because it tells of nobody."""
    told = jsonify(_document())
    told.add_etag()
    told.make_conditional(request)
    return told


@about.get("/problems/<code>")
def problem_page(code: str) -> str:
    """What a problem of this code means; its address is the problem's type."""
    _choose_language()
    says = explained(code)
    if not says:
        abort(404)
    return render_template("problem.html", code=code, says=says)


def _example() -> str:
    """A call that reports an invented person, for this very installation."""
    address = request.host_url.rstrip("/") + url_for("reports.report")
    lines = (f"curl {address}", "-H 'Authorization: Bearer TOKEN'", "-H 'Content-Type: application/json'", _BODY)
    return " \\\n  ".join(lines)


@cache
def _document() -> Document:
    return openapi_document(_INFO, OPERATIONS, Problem)


def _choose_language() -> None:
    """The language of a link: the API keeps no cookie that could remember one."""
    chosen = request.args.get(CHOICE, "")
    if chosen in [row.tag for row in offered(spoken_from())]:
        g.locale = locale(chosen)
