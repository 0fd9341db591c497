"""Before every view: the access table says who may pass; an address it does not list answers nobody."""

from collections.abc import Callable

from flask import Flask, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from search.accounts.sessions import session_actor, slide_session, slides
from search.summaries import SignedIn
from web.access_table import Access, Caching, access_to
from web.context import now, shared
from web.session_cookies import current_actor, may_pass, remember, session_token
from web.typed_again import keep_typed

# Beside a file a request carries the other fields of its form.
BESIDE_A_FILE = 64 * 1024
Authenticate = Callable[[], SignedIn | None]


def cookie_visitor(portal: str) -> Authenticate:
    """Reads who is signed in from the portal's own cookie."""

    def read() -> SignedIn | None:
        token = session_token()
        if not token:
            return None
        with shared().database.reading() as session:
            visitor = session_actor(session, token, portal, now=now())
        return _stays(visitor) if visitor else None

    return read


def _stays(visitor: SignedIn) -> SignedIn:
    """Lets a visit that is being used last longer; written down every few minutes, not at every page."""
    if not slides(visitor, now=now()):
        return visitor
    with shared().database.transaction() as session:
        return slide_session(session, visitor, now=now())


def guard(app: Flask, portal: str, authenticate: Authenticate, sign_in: str) -> None:
    """Holds every request against the access table.

    Whoever is not signed in is sent to the endpoint `sign_in`, or gets 401 where that is empty (the API).
    """

    @app.before_request
    def hold() -> Response | None:
        if request.url_rule is None:
            return None
        access = g.access = access_to(portal, request.method, request.url_rule.rule)
        if access is None:
            abort(404)
        _refuse_other_sites(access)
        # A file that everybody may keep is asked for with every page; who asks makes no difference.
        remember(None if access.caching is Caching.IMMUTABLE else authenticate())
        return None if may_pass(current_actor(), access.who) else _turn_away(sign_in)


def admit_photos(app: Flask, portal: str, authenticate: Authenticate) -> None:
    """Lets a body be as large as a photo where one is sent by somebody who may send it.

    Registered before whatever reads bodies: to anybody else, and everywhere else, the portal's own limit holds.
    """

    @app.before_request
    def widen() -> None:
        access = access_to(portal, request.method, request.url_rule.rule) if request.url_rule else None
        if access is not None and access.takes_photos:
            visitor = authenticate()
            if visitor is not None and may_pass(visitor.actor, access.who):
                limit = shared().settings.photo_limit + BESIDE_A_FILE
                request.max_content_length = max(limit, request.max_content_length or 0)


def _turn_away(sign_in: str) -> Response:
    if not sign_in:
        abort(401)
    keep_typed()
    return redirect(url_for(sign_in), 303)


def _refuse_other_sites(access: Access) -> None:
    """A second lock beside the forgery token: browsers say themselves that a form was sent from another site.

    A neighbour under the same domain ("same-site") is another site too; "none" is the person's own doing, such as a
    reload. Old browsers say nothing.
    """
    if access.csrf and request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(400)
