"""Who is signed in: the cookie holds a token, the token's digest is known to the accounts service.

A portal's cookie is signed with its own key and holds no personal data: the sign-in token, tokens of drafts and
receipts, the language, whether the phone is its reader's own. Signing in starts it anew but for forms that are being
filled in; signing out leaves only the language and the phone's answer, so that nothing of one visitor is left for the
next. On a phone that nobody said is theirs alone the cookie goes with the browser, and drafts go after a few hours.
"""

import datetime
import hmac
from typing import Any

from flask import current_app, g, session

from search.access import ANYONE, Actor, ActorKind
from search.accounts.sessions import LONGEST
from search.filing.drafting import KEPT_FOR
from search.summaries import SignedIn
from web.access_rows import Who
from web.access_table import ACTORS

TOKEN = "token"  # noqa: S105 - the name of a field of the cookie, not a secret
LANGUAGE = "language"
DRAFT = "draft"
CHANGE = "change"
WITNESS = "witness"
ITS_ME = "its-me"
COMPLAINT = "complaint"


def undo_of(draft: str) -> str:
    """The field of the cookie that holds the token of a draft that was just set aside."""
    return f"undo-{draft}"


RECEIPTS = "receipts"
WAITING = "waiting"
TYPED = "typed"
WHY_OVER = "why-over"
ANSWERED = "answered"
ASIDE = "aside"
SECRET_TYPED = "secret-typed"  # noqa: S105 - the name of a field of the cookie, not a secret
HELPER = "helper"
HELPED_FROM = "helped_from"
NEW_WORDS = "new-words"
OWN_PHONE = "own_phone"
LEFT = "left"
YES, NO = "yes", "no"

_ALWAYS_KEPT = (LANGUAGE, OWN_PHONE)
_DRAFTS = (DRAFT, CHANGE, WITNESS, ITS_ME, COMPLAINT)
# What a quick exit leaves on a phone that is nobody else's: what was begun, and words that are not written down yet.
_KEPT_AT_HOME = (*_ALWAYS_KEPT, DRAFT, WITNESS, RECEIPTS)


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
    # Whoever was let in to a search is not whoever began it: what one typed does not come back to the other.
    kind = f"{ActorKind.RELATIVE.value} {actor.relative_id}" if actor.kind is ActorKind.RELATIVE else ""
    return hmac.digest(key, f"whose {who}{kind}".encode(), "sha256")[:12].hex() if who else ""


def open_session(visitor: SignedIn) -> None:
    """Starts the cookie anew for somebody who has just signed in."""
    _start_anew((*_ALWAYS_KEPT, *_DRAFTS, RECEIPTS, TYPED, ASIDE, LEFT))
    session[TOKEN] = visitor.token
    remember(visitor)


def go_on_as(token: str) -> None:
    """Goes on in the same visit under a new token; nothing else of the cookie changes."""
    session[TOKEN] = token


def close_session() -> None:
    """Empties the cookie but for the language and whose phone it is; the caller ends the token with `log_out`."""
    _start_anew(_ALWAYS_KEPT)
    remember(None)


def forget_visit() -> None:
    """Empties the cookie for a quick exit: on a phone that others use too, of everything."""
    if is_own_phone():
        _start_anew(_KEPT_AT_HOME)
        _close_what_stays()
    else:
        session.clear()
    remember(None)


def _close_what_stays() -> None:
    """Marks that what is left here was left: no page shows it until its reader says on the first page to go on."""
    if any(name in session for name in _KEPT_AT_HOME if name not in _ALWAYS_KEPT):
        session[LEFT] = YES


def was_left() -> bool:
    """Whether somebody left by the quick exit what is kept here, and nobody has said since to go on with it."""
    return LEFT in session


def go_on_here() -> None:
    """Lets pages show again what was kept here when somebody left."""
    session.pop(LEFT, None)


def tokens_to_forget() -> list[str]:
    """The tokens of whatever a quick exit forgets for good on this phone."""
    kept = _KEPT_AT_HOME if is_own_phone() else ()
    named = [*_DRAFTS, TYPED, ANSWERED, ASIDE, NEW_WORDS, *(undo_of(draft) for draft in _DRAFTS)]
    found = [session[name] for name in named if name in session and name not in kept]
    return found if RECEIPTS in kept else [*found, *session.get(RECEIPTS, ())]


def is_own_phone() -> bool:
    """Whether its reader said that nobody else uses this phone; without an answer it counts as everybody's."""
    return session.get(OWN_PHONE) == YES


def draft_lasts() -> datetime.timedelta:
    """For how long what is half typed here is kept after it was last saved."""
    return KEPT_FOR if is_own_phone() else LONGEST


def _start_anew(keeping: tuple[str, ...]) -> None:
    kept: dict[str, Any] = {key: session[key] for key in keeping if key in session}
    session.clear()
    session.update(kept)
    keep_cookie()


def keep_cookie() -> None:
    """Lets the cookie outlive the browser's window, at portals that want that, on a phone that is nobody else's."""
    session.permanent = bool(current_app.config["STAY_SIGNED_IN"]) and is_own_phone()
