"""Pages that leave no trace of what is typed: in a browser's history, its memory of forms, and what it asks elsewhere.

A browser writes what stands in a form that was not sent into its list of open pages, words and names of files alike,
unless the form says that nothing is to be completed. It may have spelling looked at, and whole pages translated, by
somebody else's service. And the titles of pages stay in its history.
"""

from flask import Flask
from jinja2.ext import Extension

from web.locale import gettext

# Whether a control is checked for spelling follows from the body of its page; these two follow from its form.
_FORM = '<form autocomplete="off" autocorrect="off"'


class Traceless(Extension):
    """Says so in every form while a template is read: none can forget it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's own
        """The template with what keeps browsers from remembering what is typed."""
        return source.replace("<form", _FORM)


def leave_no_trace(app: Flask) -> None:
    """Makes every page of a portal traceless; registered before any template is read."""
    app.jinja_env.add_extension(Traceless)
    app.context_processor(lambda: {"quiet_title": quiet_title})


def quiet_title(title: str, number: int) -> str:
    """What stands in a page's title in place of its own words: its number in a walk, and whether it was refused."""
    name = f"Ovillo · {number}" if number else "Ovillo"
    refused = title.startswith(gettext("Error: %(title)s", title=""))
    return gettext("Error: %(title)s", title=name) if refused else name
