"""What was typed into a page whose visit had ended comes back after the words, or the password, were given again.

So it does where a proof was asked of staff, once it was given.

A portal names the pages that this holds for (`Portal.typed_again`), each with what shows its typed fields once more:
nothing is sent off that was not looked at. Meanwhile the fields are kept sealed, for an hour, and come back to whoever
they belong to alone: every form of a signed-in page says whose it is, by a mark that says nothing else.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import msgspec
from flask import Flask, Request, abort, current_app, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule
from werkzeug.wrappers import Response

from search.accounts.sessions import is_over_by_time
from search.errors import Refused
from search.filing.draft_room import DraftKind
from search.filing.drafting import discard_draft, read_draft, save_draft
from web.access_table import access_to
from web.context import act, keeping, look, now, shared
from web.form_names import FormRequest
from web.session_cookies import TYPED, WHY_OVER, current_actor, may_pass, owner_mark, session_token

Shows = Callable[..., ResponseReturnValue]

_KEPT_FOR = datetime.timedelta(hours=1)
_KEY = "typed_again"
_KEPT_NOWHERE = "forms_with_secrets"
# Why the visit was over in which something was typed: by itself, closed in this browser, or ended from elsewhere.
OVER_BY_TIME, CLOSED_HERE, ENDED_ELSEWHERE = "time", "here", "elsewhere"
# Fields of the page rather than of the person.
_NOT_TYPED = {"csrf_token"}


class _Typed(msgspec.Struct, frozen=True, kw_only=True):
    """`path` is the address within the portal that the fields were sent to; `whose` the mark of their owner."""

    path: str
    fields: list[tuple[str, str]]
    whose: str


def show_typed_again(app: Flask, portal: str, pages: Mapping[str, Shows], secret: Iterable[str] = ()) -> None:
    """Gives a portal the page where what was typed comes back, and the table of pages for which it does.

    `secret` are the endpoints whose forms take what opens a search.
    """
    app.extensions[_KEY] = dict(pages)
    app.extensions[_KEPT_NOWHERE] = frozenset(secret)
    app.add_url_rule("/typed", "typed_again", lambda: _come_back(portal))
    app.context_processor(lambda: {"typed_waits": session.get(WHY_OVER, OVER_BY_TIME) if TYPED in session else ""})


def keep_typed() -> bool:
    """Keeps the fields of a request that is turned away, where its page is in the table; whether it did."""
    whose = cast("FormRequest", request).whose
    if request.method != "POST" or request.endpoint not in pages_shown_again() or not is_own_page(request):
        return False
    if not whose or _takes_secrets():
        return False
    content = msgspec.msgpack.encode(_Typed(path=request.path, fields=typed_fields(), whose=whose))
    kept = keeping(DraftKind.TYPED, _KEPT_FOR)
    try:
        session[TYPED] = act(save_draft, None, content, now=now(), keeping=kept)
        session[WHY_OVER] = _why_over()
    except Refused:
        # More than anybody may leave: it cannot be kept.
        return False
    return True


def _why_over() -> str:
    """Why whoever sent this is not signed in."""
    token = session_token()
    if not token:
        return CLOSED_HERE
    with shared().database.reading() as reading:
        return OVER_BY_TIME if is_over_by_time(reading, token, now=now()) else ENDED_ELSEWHERE


def typed_fields() -> list[tuple[str, str]]:
    """The fields of this request that may be kept for whoever typed them; of what opens a search nothing is kept."""
    if _takes_secrets():
        return []
    return [(name, value) for name, value in request.form.items(multi=True) if name not in _NOT_TYPED]


def _takes_secrets() -> bool:
    return request.endpoint in current_app.extensions.get(_KEPT_NOWHERE, ())


def show_here() -> ResponseReturnValue | None:
    """Shows the fields of this request once more, where its forgery token is too old; None where that cannot be.

    Only for fields that the browser says were sent by a page of ours: others would be put before somebody's eyes.
    """
    shows = pages_shown_again().get(request.endpoint or "")
    return shows(**(request.view_args or {})) if shows and is_own_page(request, surely=True) else None


def after_sign_in(otherwise: str) -> Response:
    """Where whoever has just signed in goes: back to what was typed, where something waits, else to this endpoint."""
    return redirect(url_for("typed_again" if TYPED in session else otherwise), 303)


def passed_forgery_check() -> bool:
    """Whether this request carried the token of a page of ours."""
    return bool(g.get("csrf_valid", False))


def is_own_page(sent: Request, *, surely: bool = False) -> bool:
    """Whether a page of this host sent the form, as far as the browser says; `surely`: it has to say so."""
    site, origin = sent.headers.get("Sec-Fetch-Site"), sent.headers.get("Origin")
    if site is not None:
        return site == "same-origin"
    return origin == sent.host_url.rstrip("/") if origin is not None else not surely


def _come_back(portal: str) -> ResponseReturnValue:
    typed = _taken()
    shown = show_sent(portal, typed.path, typed.fields) if typed else None
    return redirect(request.script_root + "/", 303) if shown is None else shown


def show_sent(portal: str, path: str, fields: list[tuple[str, str]]) -> ResponseReturnValue | None:
    """The page to which these fields were sent, with the fields in it; None where it cannot show them."""
    found = _page_of(path)
    if found is None:
        return None
    rule, arguments = found
    access = access_to(portal, "POST", rule.rule)
    if access is None or not may_pass(current_actor(), access.who):
        abort(404)
    g.access = access
    cast("FormRequest", request).stand_at(rule, arguments, fields)
    return pages_shown_again()[rule.endpoint](**arguments)


def _taken() -> _Typed | None:
    """What waits for this visitor; what waits for somebody else is forgotten."""
    token = session.get(TYPED)
    content = look(read_draft, token, now=now()) if token else None
    typed = msgspec.msgpack.decode(content, type=_Typed) if content else None
    if typed is None or typed.whose != owner_mark():
        session.pop(TYPED, None)
        if token:
            act(discard_draft, token)
        return None
    return typed


def _page_of(path: str) -> tuple[Rule, dict[str, Any]] | None:
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return None
    try:
        rule, arguments = adapter.match(path, method="POST", return_rule=True)
    except HTTPException:
        return None
    return (rule, dict(arguments)) if rule.endpoint in pages_shown_again() else None


def pages_shown_again() -> dict[str, Shows]:
    """The pages of this portal that can show typed fields once more."""
    found: dict[str, Shows] = current_app.extensions.get(_KEY, {})
    return found
