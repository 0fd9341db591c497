"""Before every view: the access table says who may pass; an address it does not list answers nobody."""

import uuid
from collections.abc import Callable
from typing import cast

from flask import Flask, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from search.access import Actor, ActorKind
from search.accounts.own_sign_in import is_proved
from search.accounts.sessions import note_use, session_actor, slide_session, slides
from search.summaries import SignedIn
from web.access_rows import Access, Caching
from web.access_table import ACTORS, access_to
from web.context import now, shared
from web.form_names import FormRequest
from web.session_cookies import current_actor, may_pass, remember, session_token, signed_in
from web.typed_again import keep_typed

# Beside a file a request carries the other fields of its form.
BESIDE_A_FILE = 64 * 1024
# Five hundred reports, each with as much as is usually said of a person, and as much again.
A_BATCH = 4 * 1024 * 1024
# Where what was typed comes back (`web.typed_again`), as an address within a portal.
_TYPED = "/typed"
Authenticate = Callable[[], SignedIn | None]


def cookie_visitor(portal: str) -> Authenticate:
    """Reads who is signed in from the portal's own cookie."""

    def read() -> SignedIn | None:
        token = session_token()
        if not token:
            return None
        with shared().database.reading() as session:
            visitor = session_actor(session, token, portal, now=now())
        if visitor is not None and visitor.session_id and visitor.used_on != now().date():
            _note_use(visitor.session_id)
        return _stays(visitor) if visitor else None

    return read


def _stays(visitor: SignedIn) -> SignedIn:
    """Lets a visit that is being used last longer; written down every few minutes, not at every page."""
    if not slides(visitor, now=now()):
        return visitor
    with shared().database.transaction() as session:
        return slide_session(session, visitor, now=now())


def _note_use(session_id: uuid.UUID) -> None:
    """Once a day, so that a coordinator sees who is still there."""
    with shared().database.transaction() as session:
        note_use(session, session_id, now=now())


def guard(app: Flask, portal: str, authenticate: Authenticate, sign_in: str, first_opening: str = "") -> None:
    """Holds every request against the access table.

    Whoever is not signed in is sent to the endpoint `sign_in`, or gets 401 where that is empty (the API); whoever opens
    a search for the first time to the endpoint `first_opening`.
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
        remember(None if access.unread or access.caching is Caching.IMMUTABLE else authenticate())
        if not lets_in(current_actor(), access):
            first = current_actor().kind is ActorKind.FIRST_OPENING and first_opening
            return redirect(url_for(first_opening), 303) if first else _turn_away(access, sign_in)
        return _ask_again(portal) if access.proof and not _is_proved() else None


def admit_photos(app: Flask, portal: str, authenticate: Authenticate) -> None:
    """Lets a body be as large as a photo, or a batch, where one is sent by somebody who may send it.

    A form may be as large as the largest file that any page takes: of a photo that is too large the rest is passed
    over, and what was typed beside it comes back with a sentence (`FormRequest.most_file_bytes`). Registered before
    whatever reads bodies: to anybody else, and everywhere else, the portal's own limit holds.
    """

    @app.before_request
    def widen() -> None:
        access = access_to(portal, request.method, request.url_rule.rule) if request.url_rule else None
        if access is None or not (access.takes_photos or access.takes_batches):
            return
        visitor = authenticate()
        if visitor is not None and lets_in(visitor.actor, access):
            request.max_content_length = A_BATCH if access.takes_batches else _with_photo(access)
        elif access.takes_photos and access.csrf and session_token():
            # A visit that is over: the photo is passed over as it comes, so that what was typed beside it comes back.
            request.max_content_length = _with_photo(access)
            cast("FormRequest", request).most_file_bytes = 0


def _with_photo(access: Access) -> int:
    """How large a body with a photo may be; a form's other file may be as large as anywhere."""
    settings = shared().settings
    largest = settings.photo_limit
    if access.csrf:
        cast("FormRequest", request).most_file_bytes = largest
        largest = max(largest, settings.upload_limit)
    return max(largest + BESIDE_A_FILE, request.max_content_length or 0)


def lets_in(actor: Actor, access: Access) -> bool:
    """Whether the row lets this actor in: the right kind, in the role, or by a token of the scope, that it asks for."""
    in_role = access.role is None or access.role in actor.roles
    in_scope = access.scope is None or access.scope in (actor.scopes or ())
    return may_pass(actor, access.who) and in_role and in_scope


def _is_proved() -> bool:
    visitor = signed_in()
    return visitor is not None and is_proved(visitor.proved_at, now=now())


def _ask_again(portal: str) -> Response:
    """To the page that asks for password and code, and from there back to what was typed or wanted."""
    has_page = request.url_rule is not None and access_to(portal, "GET", request.url_rule.rule) is not None
    back = _TYPED if keep_typed() else request.path if has_page else "/people"
    return redirect(url_for(f"{portal}.show_proof", to=back), 303)


def _turn_away(access: Access, sign_in: str) -> Response:
    """To the sign-in; whoever is signed in already, or holds a token, learns that this is for others."""
    if current_actor().kind in ACTORS[access.who]:
        abort(403)
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
