"""All names of countries or of languages on a page of their own, for whoever looks for how one is written here."""

from flask import Blueprint, abort, render_template, request, url_for

from web.fields.typed_names import suggestions

name_pages = Blueprint("name_lists", __name__, template_folder="templates")
_LISTED = ("country", "language")
_OUR_PAGES = ("/search/", "/case/", "/witness/")


@name_pages.get("/names/<listed>")
def show(listed: str) -> str:
    """The names in the reader's alphabet, with the way back to the page that one came from."""
    if listed not in _LISTED:
        abort(404)
    return render_template("name_list.html", listed=listed, names=suggestions(listed), back=_back())


def _back() -> str:
    """The page of ours that leads here; the start for any other address."""
    asked = request.args.get("to", "")
    ours = asked.startswith(_OUR_PAGES) and "//" not in asked and "\\" not in asked and asked.isprintable()
    return asked if ours else url_for("family.start")
