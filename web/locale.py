"""The reader's language: what they chose, else what their browser asks for, among the languages that are complete."""

from collections.abc import Callable
from typing import Protocol, cast
from urllib.parse import urlencode

from flask import Flask, current_app, g, redirect, request, session
from werkzeug.wrappers import Response

from i18n.locales import LocaleRow, best_locale, locale
from i18n.offered_languages import offered
from i18n.translate import gettext as gettext_in
from i18n.translate import ngettext as ngettext_in
from i18n.translate import pgettext as pgettext_in
from i18n.translate import translations
from web.session_cookies import LANGUAGE

CHOICE = "lang"


class _Translating(Protocol):
    """What Jinja's extension adds to an environment."""

    def install_gettext_callables(
        self,
        gettext: Callable[[str], str],
        ngettext: Callable[[str, str, int], str],
        *,
        newstyle: bool,
        pgettext: Callable[[str, str], str],
        npgettext: Callable[[str, str, str, int], str],
    ) -> None: ...


def speak(app: Flask) -> None:
    """Chooses the language of every request and binds its catalogue to the templates."""
    app.before_request(_choose)
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    cast("_Translating", app.jinja_env).install_gettext_callables(
        lambda message: translations(language()).gettext(message),
        lambda singular, plural, n: translations(language()).ngettext(singular, plural, n),
        newstyle=True,
        pgettext=lambda context, message: str(translations(language()).pgettext(context, message)),
        npgettext=lambda context, one, many, n: translations(language()).npgettext(context, one, many, n),
    )
    app.context_processor(lambda: {"locale": current_locale(), "locales": offered(), "language_link": language_link})


def language() -> str:
    """The tag of the reader's language."""
    return current_locale().tag


def current_locale() -> LocaleRow:
    """The reader's row of the table of languages."""
    if "locale" not in g:
        g.locale = _reader_locale()
    row: LocaleRow = g.locale
    return row


def gettext(message: str, /, **named: object) -> str:
    """The message in the reader's language."""
    return gettext_in(language(), message, **named)


def ngettext(singular: str, plural: str, n: int, /, **named: object) -> str:
    """The form that goes with `n` in the reader's language."""
    return ngettext_in(language(), singular, plural, n, **named)


def pgettext(context: str, message: str, /, **named: object) -> str:
    """The message in the meaning of the context, in the reader's language."""
    return pgettext_in(language(), context, message, **named)


def language_link(tag: str) -> str:
    """This page in another language."""
    arguments = [(key, value) for key, value in request.args.items(multi=True) if key != CHOICE]
    return "?" + urlencode([*arguments, (CHOICE, tag)])


def _choose() -> Response | None:
    """Keeps a choice of language in the cookie; a link that carried it leads back to the page's own address."""
    chosen = request.values.get(CHOICE, "")
    if chosen not in [row.tag for row in offered()]:
        return None
    session[LANGUAGE] = chosen
    if request.method != "GET":
        return None
    arguments = [(key, value) for key, value in request.args.items(multi=True) if key != CHOICE]
    return redirect(request.base_url + ("?" + urlencode(arguments) if arguments else ""), 303)


def _reader_locale() -> LocaleRow:
    """What was chosen, else what the browser likes, else the default of this installation (`web.app.furnish`)."""
    tags = [row.tag for row in offered()]
    chosen = session.get(LANGUAGE)
    if chosen in tags:
        return locale(chosen)
    accepted = request.headers.get("Accept-Language", "")
    return locale(best_locale(accepted, tags, otherwise=current_app.config["DEFAULT_LANGUAGE"]))
