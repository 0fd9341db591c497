"""The API of the reporting organisations: bearer tokens, no cookie, JSON in and out, described at /openapi.json."""

from flask import Flask

from web.api.about import about
from web.api.batches import batch_addresses
from web.api.bearer import bearer_visitor
from web.api.call_pace import tell_pace
from web.api.error_answers import show_failures
from web.api.photos import photo_addresses
from web.api.routes import reports
from web.api.search_feed import feed_addresses
from web.api.shared_searches import shared_addresses
from web.app import create_api
from web.context import Context
from web.request_log import QuietFlask

_BODY_LIMIT = 256 * 1024


def create_api_application(context: Context) -> Flask:
    """The API as an application of its own; `wsgi` mounts it at /api."""
    app = QuietFlask("web", static_folder=None)
    app.config.update(PROVIDE_AUTOMATIC_OPTIONS=False)
    show_failures(app)
    tell_pace(app)
    for blueprint in (about, reports, batch_addresses, shared_addresses, feed_addresses, photo_addresses):
        app.register_blueprint(blueprint)
    create_api(app, context, bearer_visitor, body_limit=_BODY_LIMIT)
    return app
