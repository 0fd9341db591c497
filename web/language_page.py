"""The page on which a reader chooses a language, reached by one button on every page, with what was typed kept.

Where a page holds a form, the button sends it: the page keeps its fields as it does for any other press, and what it
then leads to is put behind the page of languages. A page that keeps nothing shows itself again with the choice open.
The first page has it open from the start for a browser that names only languages that are not ours.
"""

from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from flask import Flask, Response, current_app, g, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as WerkzeugResponse

from i18n.offered_languages import offered
from web.locale import CHOICE, current_locale, gettext, reads_none_of_ours, spoken_from

CHOOSE = "choose"

_ENDPOINT = "languages"
_PRESSED = "languages_pressed"
_SEE_OTHER = 303


class LanguageWord(NamedTuple):
    """The word for "language" as some readers write it."""

    tag: str
    direction: str
    word: str


# Whoever landed in a language that they cannot read finds the way out by one of these.
_WORDS = (
    LanguageWord("en", "ltr", "Language"),
    LanguageWord("ar", "rtl", "اللغة"),
    LanguageWord("am", "ltr", "ቋንቋ"),
)


def offer_languages(app: Flask) -> None:
    """Gives a portal the page of languages and its pages the button that leads there."""
    app.add_url_rule("/language", _ENDPOINT, _show)
    app.before_request(_notice)
    app.after_request(_go_by_the_languages)
    app.context_processor(
        lambda: {
            "languages_open": g.get(_PRESSED, False) or _stands_open(),
            "language_words": language_words(),
        }
    )


def language_words() -> list[LanguageWord]:
    """What stands on the button: the reader's own word first, three in all, each in another script if there is one."""
    row = current_locale()
    own = LanguageWord(row.tag, row.direction, gettext("Language"))
    return [own, *(word for word in _WORDS if word.tag != row.tag)][: len(_WORDS)]


def _show() -> str:
    """Every language by its own name; each leads back to the page that one came from."""
    path, arguments = own_page(request.args.get("to", "")) or (f"{request.script_root}/", [])
    addresses = {row.tag: f"{path}?{urlencode([*arguments, (CHOICE, row.tag)])}" for row in offered(spoken_from())}
    return render_template("languages.html", addresses=addresses)


def _stands_open() -> bool:
    """Whether the first page says at its top which languages are spoken: to whoever seems to read none of them."""
    return request.path == "/" and request.method == "GET" and reads_none_of_ours()


def _notice() -> WerkzeugResponse | None:
    """Leads a link of any page to the page of languages; of a form it remembers the press.

    The link says nothing but this word: a page that names its own address would differ where nothing else does.
    """
    if request.args.get(CHOICE) == CHOOSE and request.method == "GET":
        return redirect(url_for(_ENDPOINT, to=_this_page()), _SEE_OTHER)
    # Kept: a page of error must not read a form that could not be read before.
    setattr(g, _PRESSED, request.method == "POST" and request.form.get(CHOICE) == CHOOSE)
    return None


def _go_by_the_languages(response: Response) -> Response:
    """Leads by the page of languages, where the button was pressed and the form is kept."""
    pressed = g.get(_PRESSED, False) and response.status_code == _SEE_OTHER
    if pressed and response.location and own_page(response.location):
        response.location = url_for(_ENDPOINT, to=response.location)
    return response


def _this_page() -> str:
    arguments = [(key, value) for key, value in request.args.items(multi=True) if key != CHOICE]
    return request.script_root + request.path + ("?" + urlencode(arguments) if arguments else "")


def own_page(address: str) -> tuple[str, list[tuple[str, str]]] | None:
    """Path and arguments of a page of this portal; None for whatever else is named."""
    parts, root = urlsplit(address), request.script_root
    path, adapter = unquote(parts.path), current_app.create_url_adapter(request)
    if parts.scheme or parts.netloc or not path.startswith(f"{root}/") or adapter is None:
        return None
    try:
        adapter.match(path.removeprefix(root), method="GET")
    except HTTPException:
        return None
    return quote(path), [pair for pair in parse_qsl(parts.query) if pair[0] != CHOICE]
