"""The reader's language: what they chose, else what their browser asks for, among the languages that are complete.

A portal's configuration says whose catalogue it speaks from: families' pages know the family's messages alone.
"""

from collections.abc import Callable
from typing import Protocol, cast
from urllib.parse import quote, urlencode

from babel.support import Translations
from flask import Flask, current_app, g, redirect, request, session
from werkzeug.wrappers import Response

from i18n.asked_languages import asks_only_for_others, best_locale
from i18n.division import Catalogue
from i18n.locales import LocaleRow, locale
from i18n.offered_languages import offered
from i18n.translate import translations
from web.session_cookies import LANGUAGE

CHOICE = "lang"


class Translated(str):
    """Words that are in the reader's language already: translated again they stay as they are."""

    __slots__ = ()


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
    teach_gettext(app)


def teach_gettext(app: Flask) -> None:
    """Binds the catalogue of the reader's language to the templates."""
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    cast("_Translating", app.jinja_env).install_gettext_callables(
        _once,
        lambda singular, plural, n: _translations().ngettext(singular, plural, n),
        newstyle=True,
        pgettext=lambda context, message: str(_translations().pgettext(context, message)),
        npgettext=lambda context, one, many, n: str(_translations().npgettext(context, one, many, n)),
    )
    app.context_processor(
        lambda: {"locale": current_locale(), "locales": offered(spoken_from()), "language_link": language_link}
    )


def spoken_from() -> Catalogue:
    """The catalogue of this portal's readers (`web.app.furnish`)."""
    return Catalogue(current_app.config["CATALOGUE"])


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
    return message if isinstance(message, Translated) else _translations().gettext(message) % named


def ngettext(singular: str, plural: str, n: int, /, **named: object) -> str:
    """The form that goes with `n` in the reader's language."""
    return _translations().ngettext(singular, plural, n) % {"n": n, **named}


def pgettext(context: str, message: str, /, **named: object) -> str:
    """The message in the meaning of the context, in the reader's language."""
    return str(_translations().pgettext(context, message)) % named


def language_link(tag: str) -> str:
    """This page in another language."""
    arguments = [(key, value) for key, value in request.args.items(multi=True) if key != CHOICE]
    return "?" + urlencode([*arguments, (CHOICE, tag)])


def _once(message: str) -> str:
    """A message in the reader's language for a template, where forms hand over words of both kinds."""
    # A template fills in what is named by percent signs, in words that are filled in already too.
    return message.replace("%", "%%") if isinstance(message, Translated) else _translations().gettext(message)


def _translations() -> Translations:
    return translations(language(), spoken_from())


def _choose() -> Response | None:
    """Keeps a choice of language in the cookie; a link that carried it leads back to the page's own address."""
    chosen = request.values.get(CHOICE, "")
    if chosen not in [row.tag for row in offered(spoken_from())]:
        return None
    session[LANGUAGE] = chosen
    if request.method != "GET":
        return None
    arguments = [(key, value) for key, value in request.args.items(multi=True) if key != CHOICE]
    return redirect(own_path() + ("?" + urlencode(arguments) if arguments else ""), 303)


def own_path() -> str:
    """The path of this page alone: the name of the host is whatever the visitor sent.

    Two slashes at its beginning would make a host of what follows them.
    """
    return "/" + quote((request.root_path + request.path).lstrip("/\\"))


def reads_none_of_ours() -> bool:
    """Whether nothing was chosen, and the browser names languages of which none leads to one of ours."""
    tags = [row.tag for row in offered(spoken_from())]
    return session.get(LANGUAGE) not in tags and asks_only_for_others(_accepted(), tags)


def _reader_locale() -> LocaleRow:
    """What was chosen, else what the browser likes, else the default of this installation (`web.app.furnish`)."""
    tags = [row.tag for row in offered(spoken_from())]
    chosen = session.get(LANGUAGE)
    if chosen in tags:
        return locale(chosen)
    return locale(best_locale(_accepted(), tags, otherwise=current_app.config["DEFAULT_LANGUAGE"]))


def _accepted() -> str:
    return request.headers.get("Accept-Language", "")
