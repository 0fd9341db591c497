"""The quick exit: the server ends the visit and forgets what this phone holds, and another page takes its place.

A phone may be shared, or taken out of one's hand, so leaving must not depend on the page that is left: it is a link
that works without scripts, and whatever Back finds afterwards is asked of a server that knows nobody any more. Nothing
may stop it: where something fails, the browser still gets to the other page, with its cookie emptied.
"""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from search.accounts.sessions import log_out
from search.filing.drafting import discard_draft
from web.context import shared
from web.neutral_page import neutral_address
from web.request_log import log_failure
from web.session_cookies import current_actor, forget_visit, is_own_phone, session_token, tokens_to_forget

leaving_pages = Blueprint("leaving", __name__)

# What browsers fetch ahead of a press says so in one of these.
_AHEAD = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


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
