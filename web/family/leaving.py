"""The quick exit: the server ends the visit and forgets what this phone holds, and another page takes its place.

A phone may be shared, or taken out of one's hand, so leaving must not depend on the page that is left: it is a link
that works without scripts, and whatever Back finds afterwards is asked of a server that knows nobody any more. Nothing
may stop it: where something fails, the browser still gets to the other page, with its cookie emptied.

On a phone that was said to be one's own, what was begun and words that are not written down yet stay. Their pages are
closed until somebody presses on the first page to go on: opening an address is not enough, for Back opens addresses.
"""

from typing import Any

from flask import Blueprint, g, redirect, request, url_for
from werkzeug.wrappers import Response

from search.accounts.sessions import log_out
from search.filing.drafting import discard_draft
from web.access_rows import Access, Who
from web.context import shared
from web.neutral_page import neutral_address
from web.request_log import log_failure
from web.session_cookies import (
    current_actor,
    forget_visit,
    go_on_here,
    is_own_phone,
    session_token,
    tokens_to_forget,
    was_left,
)

leaving_pages = Blueprint("leaving", __name__)

# What browsers fetch ahead of a press says so in one of these.
_AHEAD = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
# Pages that show nothing of what stays on the phone, by the first part of their address: any other is closed.
_NOTHING_KEPT = frozenset(
    {"", "about", "complain", "danger", "erased", "help-somebody", "how-it-works", "info", "its-me", "kept"}
    | {"language", "leave", "open", "paper", "phone", "privacy", "static", "talk"}
)
# They ask something before a form goes on, and show none of it.
_ASKING = ("/search/erase", "/together", "/together/done")
_GO_ON: dict[str, tuple[str, dict[str, Any]]] = {
    "search": ("filing.question", {"slug": "who"}),
    "words": ("filing.receipt", {}),
    "witness": ("witness.start", {}),
}


@leaving_pages.get("/leave")
def leave() -> Response:
    """Leaves: whoever was here is signed out, what the phone need not hold is forgotten, and a neutral page follows."""
    answer = redirect(neutral_address(), 303)
    if not _is_pressed():
        return answer
    own = is_own_phone()
    try:
        _forget()
    except Exception as fault:  # noqa: BLE001 - whatever it is, somebody has to get away from this page
        log_failure(fault)
    forget_visit()
    answer.headers["Clear-Site-Data"] = '"cache", "storage"' if own else '"cache", "storage", "cookies"'
    return answer


@leaving_pages.post("/go-on")
def go_on() -> Response:
    """Opens what was kept here when somebody left, and leads to what was pressed."""
    endpoint, named = _GO_ON.get(request.form.get("to", ""), ("family.start", {}))
    if endpoint != "family.start":
        go_on_here()
    return redirect(url_for(endpoint, **named), 303)


def lead_away() -> Response | None:
    """Leads to the first page whoever opens a page that could show what was left; None where it may be shown.

    Forms are taken: one that a page sends which was open all the while keeps what was typed, and its answer leads here.
    """
    access: Access | None = g.get("access")
    if not was_left() or request.method == "POST" or access is None or access.who is not Who.ANYONE:
        return None
    first = request.path.split("/")[1]
    shown = first in _NOTHING_KEPT or request.path in _ASKING
    return None if shown else redirect(url_for("family.start"), 303)


def _is_pressed() -> bool:
    """Whether a person of ours leaves: no other site's link, and nothing that a browser fetches ahead, ends a visit."""
    ahead = any(word in request.headers.get(name, "") for name in _AHEAD for word in ("prefetch", "preview"))
    ours = request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")
    return request.method == "GET" and ours and not ahead


def _forget() -> None:
    token, others = session_token(), tokens_to_forget()
    if not token and not others:
        return
    with shared().database.transaction() as writing:
        if token:
            log_out(writing, token)
        for other in others:
            discard_draft(writing, current_actor(), other)
