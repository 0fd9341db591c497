"""No form is answered with a page: the page waits under an address of its own, and the browser is sent there.

A browser that is answered with a page writes the form's whole body into its list of open pages, in plain text on the
phone's disk, so that it can send it again after a restart; no exit takes it away from there. A body that is answered
with another address is forgotten. The page waits sealed, for an hour, for whoever it was made for.
"""

import datetime
import zlib
from urllib.parse import urlencode

import msgspec
from flask import Flask, Response, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from search.errors import Refused
from search.filing.draft_room import DraftKind
from search.filing.drafting import read_draft, save_draft
from web.context import act, keeping, look, now
from web.locale import language, own_path
from web.request_log import log_failure
from web.session_cookies import ANSWERED, owner_mark
from web.typed_again import is_own_page, passed_forgery_check, show_sent, typed_fields

_KEPT_FOR = datetime.timedelta(hours=1)
_AGAIN = "again"
_KEPT_HEADERS = ("Retry-After",)


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A page for the address `place`, made in a `language` for the owner of a mark; `path` is where its fields went."""

    place: str
    whose: str
    language: str
    status: int
    headers: list[tuple[str, str]]
    page: bytes
    path: str
    fields: list[tuple[str, str]]


def put_answers_by(app: Flask) -> None:
    """Sends the browser on wherever a form would be answered with a page."""
    app.after_request(_put_by)


def show_answers(app: Flask, portal: str) -> None:
    """Shows the pages that wait; registered behind whatever decides who may see an address."""
    app.before_request(lambda: _waiting(portal))
    app.add_url_rule("/answer", "answer", lambda: redirect(f"{request.script_root}/", 303))


def _put_by(response: Response) -> Response:
    if request.method != "POST" or response.mimetype != "text/html" or 300 <= response.status_code < 400:
        return response
    if not (passed_forgery_check() or is_own_page(request, surely=True)):
        return response
    try:
        return _kept(response)
    except Refused:
        # More than anybody may leave: the page is better shown than lost.
        return response
    except Exception as fault:  # noqa: BLE001 - whatever keeps it from waiting, the page is better shown than lost
        log_failure(fault)
        return response


def _kept(response: Response) -> Response:
    place = own_path() if _is_page() else url_for("answer")
    waiting = _Answer(
        place=place,
        whose=owner_mark(),
        language=language(),
        status=response.status_code,
        headers=[(name, response.headers[name]) for name in _KEPT_HEADERS if name in response.headers],
        page=zlib.compress(response.get_data()),
        path=request.path,
        fields=_fields(),
    )
    kept = keeping(DraftKind.TYPED, _KEPT_FOR)
    content = msgspec.msgpack.encode(waiting)
    session[ANSWERED] = act(save_draft, session.get(ANSWERED), content, now=now(), keeping=kept)
    arguments = [pair for pair in request.args.items(multi=True) if pair[0] != _AGAIN]
    return _see_other(f"{place}?{urlencode([*arguments, (_AGAIN, '1')])}")


def _waiting(portal: str) -> ResponseReturnValue | None:
    if request.method != "GET" or _AGAIN not in request.args or ANSWERED not in session:
        return None
    content = look(read_draft, session[ANSWERED], now=now())
    kept = msgspec.msgpack.decode(content, type=_Answer) if content else None
    if kept is None or (kept.place, kept.whose) != (own_path(), owner_mark()):
        return None
    if kept.language != language():
        return show_sent(portal, kept.path, kept.fields)
    return Response(zlib.decompress(kept.page), kept.status, kept.headers, mimetype="text/html")


def _fields() -> list[tuple[str, str]]:
    try:
        return typed_fields()
    except HTTPException:
        # A body that was too large to be read.
        return []


def _is_page() -> bool:
    adapter = current_app.create_url_adapter(request)
    return adapter is not None and request.url_rule is not None and adapter.test(method="GET")


def _see_other(address: str) -> Response:
    return current_app.make_response(redirect(address, 303))
