"""Links of a page with a form are buttons of that form: what is typed is kept before they lead to the other page.

A browser without scripts forgets what was typed as soon as a link is followed. So every way out of such a page is a
button that sends the form with the address where it leads (`ui.way` in `macros.html`). Views that keep a draft keep it
in that. What is typed into any other form is put aside, sealed, for an hour, until the form is sent: whoever comes back
to its page meanwhile finds it there. Nothing is sent off by such a button, and what opens a search is never kept.
"""

import datetime
from collections.abc import Collection
from urllib.parse import urlencode

import msgspec
from flask import Flask, Response, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from search.errors import Refused
from search.filing.draft_room import DraftKind
from search.filing.drafting import read_draft, save_draft
from web.context import act, keeping, look, now
from web.language_page import CHOOSE, own_page
from web.locale import CHOICE, own_path
from web.session_cookies import ASIDE, owner_mark
from web.typed_again import pages_shown_again, show_sent, typed_fields

ELSEWHERE = "elsewhere"

_KEPT_FOR = datetime.timedelta(hours=1)
_MOST_PAGES = 8
_SEE_OTHER = 303
_LEADS_TO = "leads_elsewhere"
# Fields that say what was pressed rather than what was typed.
_PRESSED = frozenset({ELSEWHERE, CHOICE, "go"})


class _Page(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of one page: its path within the portal and the arguments of its address."""

    path: str
    arguments: str
    fields: list[tuple[str, str]]


class _Aside(msgspec.Struct, frozen=True, kw_only=True):
    """What was put aside, the newest last, and the mark of its owner."""

    whose: str
    pages: list[_Page]


def keeps_only() -> bool:
    """Whether a form was sent to be kept alone: for another language, or for a page where a link leads."""
    return not request.form.keys().isdisjoint((ELSEWHERE, CHOICE))


def lead_elsewhere(app: Flask, portal: str, in_drafts: Collection[str]) -> None:
    """Gives a portal such links: `in_drafts` are the endpoints that keep what is typed in a draft themselves.

    Where there are none, links stay links.
    """
    if not in_drafts:
        return
    app.before_request(lambda: _leave(portal, in_drafts))
    app.after_request(_go_there)
    app.context_processor(lambda: {"ways_kept": True})


def _leave(portal: str, in_drafts: Collection[str]) -> ResponseReturnValue | None:
    if request.method == "GET":
        return _put_back(portal)
    if request.method != "POST" or not keeps_only():
        return None
    address = request.form.get(ELSEWHERE, "")
    leads_to = address if own_page(address) else ""
    if request.endpoint in in_drafts:
        setattr(g, _LEADS_TO, leads_to)
        return None
    shows = pages_shown_again().get(request.endpoint or "")
    if shows is None:
        return redirect(leads_to, _SEE_OTHER) if leads_to else None
    if not _put_aside():
        return shows(**(request.view_args or {}))
    return redirect(leads_to or _in_a_language(), _SEE_OTHER)


def _in_a_language() -> str:
    """This page in the language that was chosen, or the page on which one is."""
    here = f"{own_path()}?{_arguments()}" if _arguments() else own_path()
    return url_for("languages", to=here) if request.form.get(CHOICE) == CHOOSE else here


def _go_there(response: Response) -> Response:
    leads_to = g.get(_LEADS_TO, "")
    if response.status_code != _SEE_OTHER or request.method != "POST":
        return response
    if leads_to:
        response.location = leads_to
    elif ASIDE in session and not keeps_only():
        _forget_sent()
    return response


def _put_aside() -> bool:
    """Keeps the fields of this request; False where there is no room for them."""
    fields = [pair for pair in typed_fields() if pair[0] not in _PRESSED]
    here = _Page(path=request.path, arguments=_arguments(), fields=fields)
    return _keep([*(one for one in _pages() if not _same(one, here)), here][-_MOST_PAGES:])


def _forget_sent() -> None:
    """Forgets what was put aside of a page whose form was sent."""
    pages = _pages()
    left = [one for one in pages if one.path != request.path or one.arguments != _arguments()]
    if len(left) < len(pages):
        _keep(left)


def _put_back(portal: str) -> ResponseReturnValue | None:
    """The page with what was put aside; None where nothing was of this address."""
    if ASIDE not in session:
        return None
    here = [one for one in _pages() if one.path == request.path and _arguments() in ("", one.arguments)]
    return show_sent(portal, here[-1].path, here[-1].fields) if here else None


def _pages() -> list[_Page]:
    """What waits for this visitor; nothing that was put aside by somebody else."""
    token = session.get(ASIDE)
    content = look(read_draft, token, now=now()) if token else None
    aside = msgspec.msgpack.decode(content, type=_Aside) if content else None
    return aside.pages if aside is not None and aside.whose == owner_mark() else []


def _keep(pages: list[_Page]) -> bool:
    content = msgspec.msgpack.encode(_Aside(whose=owner_mark(), pages=pages))
    kept = keeping(DraftKind.TYPED, _KEPT_FOR)
    try:
        session[ASIDE] = act(save_draft, session.get(ASIDE), content, now=now(), keeping=kept)
    except Refused:
        return False
    return True


def _arguments() -> str:
    return urlencode(list(request.args.items(multi=True)))


def _same(one: _Page, other: _Page) -> bool:
    return (one.path, one.arguments) == (other.path, other.arguments)
