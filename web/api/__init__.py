"""The API of the reporting organisations: bearer tokens, no cookie, JSON in and out, described at /openapi.json."""

from typing import Any

from apiflask import APIFlask

from web.api.bearer import bearer_visitor
from web.api.error_answers import show_failures
from web.api.routes import reports
from web.api.schemas import FailureOut
from web.app import create_api
from web.context import Context

_BODY_LIMIT = 256 * 1024
# No page that loads scripts from elsewhere, no errors in another shape, no files.
_NOT_HERE: dict[str, Any] = {"docs_path": None, "json_errors": False, "static_folder": None}


def create_api_application(context: Context) -> APIFlask:
    """The API as an application of its own; `wsgi` mounts it at /api."""
    app = APIFlask(
        "web",
        title="Ovillo",
        version="1.0",
        spec_path="/openapi.json",
        **_NOT_HERE,
    )
    app.config.update(
        OPENAPI_VERSION="3.1.0",
        AUTO_404_RESPONSE=False,
        PROVIDE_AUTOMATIC_OPTIONS=False,
        DESCRIPTION="Report found persons, read your own reports. An error has the fields `error` and `message`.",
        HTTP_ERROR_SCHEMA=FailureOut.model_json_schema(),
        VALIDATION_ERROR_SCHEMA=FailureOut.model_json_schema(),
        SERVERS=[{"url": "/api"}],
    )
    app.security_schemes = {"bearer": {"type": "http", "scheme": "bearer"}}
    show_failures(app)
    app.register_blueprint(reports)
    create_api(app, context, bearer_visitor, body_limit=_BODY_LIMIT)
    return app
