"""The first opening of a search that was filed with help: new words, shown until they are written down.

They wait sealed for this browser alone, so that a helper who opens the search at the same time sees others. The earlier
words count until the new ones are confirmed: whoever loses the page begins again with them.
"""

from flask import Blueprint, redirect, render_template, session, url_for
from werkzeug.wrappers import Response

from search.accounts.family_secret import digits_of, draw_words
from search.accounts.first_opening import choose_own_words
from search.accounts.new_family_words import prepared, words_language
from search.accounts.sessions import LONGEST
from search.errors import NotFound
from search.filing.draft_room import DraftKind
from search.filing.drafting import discard_draft, read_draft, save_draft
from web.context import act, keeping, now
from web.locale import language
from web.session_cookies import NEW_WORDS, go_on_as

first_pages = Blueprint("first", __name__, template_folder="templates")
first_pages.app_template_filter("as_digits")(digits_of)


@first_pages.get("/new-words")
def show() -> str:
    """The new words, the same ones until they are written down."""
    return render_template("new_words.html", words=_waiting() or _chosen())


@first_pages.post("/new-words")
def take() -> Response:
    """From here on these words open the search, and the earlier ones nothing."""
    words = _waiting()
    if words is None:
        return redirect(url_for("first.show"), 303)
    hashed = prepared(words)
    try:
        visit = act(choose_own_words, hashed, now=now())
    except NotFound:
        return redirect(url_for("family.open_search"), 303)
    act(discard_draft, session.pop(NEW_WORDS))
    go_on_as(visit.token)
    return redirect(url_for("case.show"), 303)


def _waiting() -> tuple[str, ...] | None:
    """The words that this browser was shown."""
    token = session.get(NEW_WORDS)
    kept = act(read_draft, token, now=now()) if token else None
    return tuple(kept.decode().split("\n")) if kept else None


def _chosen() -> tuple[str, ...]:
    words = draw_words(words_language(language()))
    content = "\n".join(words).encode()
    session[NEW_WORDS] = act(save_draft, None, content, now=now(), keeping=keeping(DraftKind.OWN, LONGEST))
    return words
