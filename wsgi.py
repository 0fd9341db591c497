"""The four portals as one WSGI application, which `web/serving` serves."""

import os
from wsgiref.types import WSGIApplication

from werkzeug.middleware.dispatcher import DispatcherMiddleware

from search.settings import Settings
from web.api import create_api_application
from web.committee import create_committee
from web.context import Context, open_context
from web.family import create_family
from web.partner import create_partner


def create_application(settings: Settings | None = None) -> DispatcherMiddleware:
    """The portals on one database, one vault and one engine; the database must have been migrated."""
    return compose(open_context(settings or Settings.load(os.environ)))


def compose(context: Context) -> DispatcherMiddleware:
    """The portals at their places; each has its own cookie, key and log name."""
    mounts: dict[str, WSGIApplication] = {
        "/partner": create_partner(context),
        "/committee": create_committee(context),
        "/api": create_api_application(context),
    }
    return DispatcherMiddleware(create_family(context), mounts)
