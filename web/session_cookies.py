"""Who is signed in: the cookie holds a token, the token's digest is known to the accounts service.

A portal's cookie is signed with its own key and holds no personal data: the sign-in token, tokens of drafts and
receipts, the language. Signing in starts it anew but for forms that are being filled in; signing out leaves only the
language, so that nothing of one visitor is left for the next.
"""

import hmac
from typing import Any

from flask import current_app, g, session

from search.access import ANYONE, Actor
from search.summaries import SignedIn
from web.access_rows import Who
from web.access_table import ACTORS

TOKEN = "token"  # noqa: S105 - the name of a field of the cookie, not a secret
LANGUAGE = "language"
DRAFT = "draft"
CHANGE = "change"
WITNESS = "witness"


def undo_of(draft: str) -> str:
    """The field of the cookie that holds the token of a draft that was just set aside."""
    return f"undo-{draft}"


RECEIPTS = "receipts"
WAITING = "waiting"
TYPED = "typed"
HELPER = "helper"
HELPED_FROM = "helped_from"
NEW_WORDS = "new-words"


def remember(signed_in: SignedIn | None) -> None:
    """Notes for this request whom the cookie or the bearer token belongs to."""
    g.signed_in = signed_in


def signed_in() -> SignedIn | None:
    """Who is signed in, None for anybody."""
    found: SignedIn | None = g.get("signed_in")
    return found


def current_actor() -> Actor:
    """The actor of this request; anyone when nobody is signed in."""
    visitor = signed_in()
    return visitor.actor if visitor else ANYONE


def may_pass(actor: Actor, who: Who) -> bool:
    """Whether a row of the access table lets this actor in."""
    return actor.kind in ACTORS[who]


def session_token() -> str:
    """The sign-in token of the cookie, empty when there is none."""
    return str(session.get(TOKEN, ""))


def owner_mark() -> str:
    """Who is signed in, as a mark that tells this portal's people apart and says nothing else; empty for nobody."""
    actor = current_actor()
    who = actor.account_id or actor.case_id
    key = current_app.config["SECRET_KEY"]
    return hmac.digest(key, f"whose {who}".encode(), "sha256")[:12].hex() if who else ""


def open_session(visitor: SignedIn) -> None:
    """Starts the cookie anew for somebody who has just signed in."""
    _start_anew((LANGUAGE, DRAFT, CHANGE, WITNESS, RECEIPTS, TYPED))
    session[TOKEN] = visitor.token
    remember(visitor)


def go_on_as(token: str) -> None:
    """Goes on in the same visit under a new token; nothing else of the cookie changes."""
    session[TOKEN] = token


def close_session() -> None:
    """Empties the cookie but for the language; the caller ends the token with `accounts.log_out`."""
    _start_anew((LANGUAGE,))
    remember(None)


def _start_anew(keeping: tuple[str, ...]) -> None:
    kept: dict[str, Any] = {key: session[key] for key in keeping if key in session}
    session.clear()
    session.update(kept)
    keep_cookie()


def keep_cookie() -> None:
    """Lets the cookie outlive the browser's window, at portals that want that."""
    session.permanent = bool(current_app.config["STAY_SIGNED_IN"])
