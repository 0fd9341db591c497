"""The first opening of a search that was filed with help: new words, shown until they are written down.

They wait sealed for this browser alone, so that a helper who opens the search at the same time sees others. The earlier
words count until the new ones are confirmed: whoever loses the page begins again with them.
"""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from i18n.passphrases import list_of
from search.accounts.family_secret import digits_of
from search.accounts.first_opening import choose_own_words
from search.accounts.new_family_words import prepared
from search.errors import NotFound
from web.context import act, now
from web.family import waiting_words
from web.session_cookies import go_on_as

first_pages = Blueprint("first", __name__, template_folder="templates")
first_pages.app_template_filter("as_digits")(digits_of)
# Whoever has no list of words in their language was given those of another: the digits are theirs to write.
first_pages.app_context_processor(lambda: {"has_words_of": lambda tag: list_of(tag) is not None})


@first_pages.get("/new-words")
def show() -> str:
    """The new words, the same ones until they are written down."""
    shown = waiting_words.waiting(renewing=False) or waiting_words.choose()
    return render_template("new_words.html", words=shown.words)


@first_pages.post("/new-words")
def take() -> Response:
    """From here on these words open the search, and the earlier ones nothing."""
    shown = waiting_words.waiting(renewing=False)
    if shown is None:
        return redirect(url_for("first.show"), 303)
    hashed = prepared(shown.words)
    try:
        visit = act(choose_own_words, hashed, now=now())
    except NotFound:
        return redirect(url_for("family.open_search"), 303)
    waiting_words.forget()
    go_on_as(visit.token)
    return redirect(url_for("case.show"), 303)
