"""Pages for anybody beside searching: who is behind this, what becomes of what one writes, how to help somebody."""

from flask import Blueprint, render_template

from search.files.information_pages import ABOUT, PRIVACY
from web.context import shared
from web.family.information import readers_own
from web.family.kept import kept_things
from web.family.receipt_paper import teach_receipts

door_pages = Blueprint("doors", __name__, template_folder="templates")
teach_receipts(door_pages)


@door_pages.get("/about")
def about() -> str:
    """Who stands behind these pages, as far as the operator says it."""
    shown = readers_own(shared().information.about("", ABOUT))
    return render_template("about.html", shown=shown, demonstration=shared().settings.demonstration)


@door_pages.get("/privacy")
def privacy() -> str:
    """Who reads what is written here, who never does, and what one can ask for."""
    return render_template("privacy.html", shown=readers_own(shared().information.about("", PRIVACY)))


@door_pages.get("/kept")
def kept() -> str:
    """How long what is kept."""
    return render_template("kept.html", things=kept_things())


@door_pages.get("/help-somebody")
def help_somebody() -> str:
    """For whoever helps a relative to search."""
    return render_template("help_somebody.html")
