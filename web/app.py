"""One factory for every portal: own cookie, own key, the same locks."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from flask import Blueprint, Flask, url_for
from jinja2 import StrictUndefined
from werkzeug.wrappers import Response

from i18n.division import Catalogue
from web.answered_forms import put_answers_by, show_answers
from web.assets import serve_assets
from web.compressing import compress_answers
from web.context import Context, bind
from web.error_pages import show_errors
from web.forgery import MaskedProtect
from web.form_names import FormRequest
from web.forms import teach_forms
from web.going_elsewhere import lead_elsewhere
from web.guard import Authenticate, admit_photos, cookie_visitor, guard
from web.labels import teach_words
from web.language_page import offer_languages
from web.locale import speak, teach_gettext
from web.neutral_page import neutral_address, teach_leaving
from web.pictures.template_functions import teach_pictures
from web.request_log import QuietFlask, log_requests
from web.security import answer_by_name, protect_answers
from web.staying_signed_in import tell_time_left
from web.template_filters import teach_formats
from web.traceless_pages import leave_no_trace
from web.typed_again import Shows, show_typed_again

_QUARTER_MEGABYTE = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """What differs between portals.

    `catalogue` holds the words of its pages; `prefix` is where `wsgi` mounts it; `sign_in` the endpoint that
    anonymous visitors are sent to, `first_opening` the one for a search that is opened for the first time; `sealed`
    are views whose forms another portal makes and seals, in place of a forgery token; `body_limit` bytes a request may
    have; `cookie_days` how long the cookie stays (0: until the browser is closed); `typed_again` what shows the typed
    fields of a page once more (`web.typed_again`); `leave` the endpoint of the quick exit, where there is one;
    `lead_away` what keeps pages closed that somebody left by it;
    `traceless` whether nothing that is typed may stay in the browser (`web.traceless_pages`, `web.answered_forms`);
    `in_drafts` the endpoints that keep what is typed in a draft when a link of their page is followed
    (`web.going_elsewhere`);
    `secret_forms` the endpoints to which a family sends what opens its search: that is kept nowhere.
    """

    name: str
    catalogue: Catalogue = Catalogue.STAFF
    prefix: str = ""
    blueprints: tuple[Blueprint, ...] = field(default=())
    sign_in: str
    first_opening: str = ""
    sealed: tuple[Callable[..., object], ...] = ()
    body_limit: int = _QUARTER_MEGABYTE
    cookie_days: int = 0
    leave: str = ""
    lead_away: Callable[[], Response | None] | None = None
    traceless: bool = False
    secret_forms: tuple[str, ...] = ()
    typed_again: Mapping[str, Shows] = field(default_factory=dict)
    in_drafts: tuple[str, ...] = ()


def create_portal(portal: Portal, context: Context) -> Flask:
    """A portal with pages."""
    app = QuietFlask("web", static_folder=None)
    app.request_class = FormRequest
    _configure(app, portal, context)
    furnish(app, portal.name, context, portal.catalogue)
    visitor = cookie_visitor(portal.name)
    admit_photos(app, portal.name, visitor)
    speak(app)
    # Answers pass these in reverse order: the choice of languages may show a page with its fields again, which is then
    # put by as it is, and compressed when it is shown.
    compress_answers(app)
    if portal.traceless:
        leave_no_trace(app)
        put_answers_by(app)
    offer_languages(app)
    teach_words(app)
    teach_forms(app)
    teach_formats(app)
    teach_pictures(app)
    teach_leaving(app, partial(url_for, portal.leave) if portal.leave else neutral_address)
    serve_assets(app)
    show_errors(app)
    # Before the forgery token is looked at: whose visit has ended has none, and what was typed must not be lost.
    guard(app, portal.name, visitor, portal.sign_in, portal.first_opening)
    MaskedProtect(app, portal.sealed)
    if portal.lead_away:
        # Before a page that waits is shown: it was made before somebody left.
        app.before_request(portal.lead_away)
    if portal.traceless:
        show_answers(app, portal.name)
    tell_time_left(app)
    show_typed_again(app, portal.name, portal.typed_again, portal.secret_forms)
    lead_elsewhere(app, portal.name, portal.in_drafts)
    for blueprint in portal.blueprints:
        app.register_blueprint(blueprint)
    return app


def create_api(app: Flask, context: Context, authenticate: Authenticate, *, body_limit: int) -> Flask:
    """Locks an application of its own kind, which reads bearer tokens and no cookie; its routes are its own affair."""
    app.config.update(MAX_CONTENT_LENGTH=body_limit, PROVIDE_AUTOMATIC_OPTIONS=False)
    furnish(app, "api", context, Catalogue.STAFF)
    _furnish_pages_about(app)
    admit_photos(app, "api", authenticate)
    guard(app, "api", authenticate, sign_in="")
    return app


def _furnish_pages_about(app: Flask) -> None:
    """What the few pages about the API need: words and their one style sheet, and nobody's visit."""
    teach_gettext(app)
    # The frame of every page knows forms, although there is none here.
    teach_words(app)
    teach_forms(app)
    teach_formats(app)
    teach_leaving(app)
    serve_assets(app)
    app.context_processor(lambda: {"time_left": None, "languages_open": True})
    _trim(app)


def furnish(app: Flask, name: str, context: Context, catalogue: Catalogue) -> None:
    """What pages and API have alike: the context, the languages, one log line a request, the headers."""
    app.config["CATALOGUE"] = catalogue
    app.config["DEFAULT_LANGUAGE"] = context.settings.default_language
    bind(app.extensions, context)
    log_requests(app, name)
    answer_by_name(app, context.settings.public_hosts)
    protect_answers(app, secure=not context.settings.demonstration)


def _configure(app: Flask, portal: Portal, context: Context) -> None:
    secure = not context.settings.demonstration
    app.config.update(
        SECRET_KEY=context.vault.secret(f"web/{portal.name}"),
        # A cookie named "__Host-" can be set by no neighbour under the same domain. That asks for the path of the whole
        # host, which takes nothing away: a path keeps no script of the same host out, and each portal has its own key.
        SESSION_COOKIE_NAME=f"{'__Host-' if secure else ''}ovillo-{portal.name}",
        SESSION_COOKIE_PATH="/" if secure else portal.prefix or "/",
        SESSION_COOKIE_SECURE=secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        # Flask refuses a signature that is older, also in a cookie that ends with the browser's window.
        PERMANENT_SESSION_LIFETIME=datetime.timedelta(days=portal.cookie_days or 1),
        STAY_SIGNED_IN=portal.cookie_days > 0,
        MAX_CONTENT_LENGTH=portal.body_limit,
        PROVIDE_AUTOMATIC_OPTIONS=False,
        # A form may be filled in for hours; the token lives as long as the cookie that it belongs to.
        WTF_CSRF_TIME_LIMIT=None,
        # We send no referrer anywhere, so there is none to check; SameSite and Sec-Fetch-Site stand in its place.
        WTF_CSRF_SSL_STRICT=False,
    )
    _trim(app)


def _trim(app: Flask) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
