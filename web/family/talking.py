"""Where people are spoken with: what the operator entered of each committee, with the day on which it was confirmed.

Nothing is made up. Where nobody entered anything a page says that here is only writing.
"""

from flask import Blueprint, abort, render_template

from search.committees.choosing import committee_name
from web.context import look, shared
from web.family.information import ShownPage, readers_own
from web.family.own_case import own_case

talking_pages = Blueprint("talking", __name__, template_folder="templates")


@talking_pages.app_context_processor
def _known() -> dict[str, bool]:
    """Whether there is anywhere to speak with people: else no page leads there."""
    return {"has_talks": bool(shared().information.talks())}


@talking_pages.get("/talk")
def show() -> str:
    """Every way to speak with people, for anybody; no such page where there is none."""
    return render_template("talk.html", ways=_shown(shared().information.talks()) or abort(404))


def own_ways() -> list[ShownPage]:
    """The ways to speak with the committee of the search that is open."""
    known = shared().information
    return _shown(known.talks(look(committee_name, own_case()))) if known.talks() else []


def _shown(topics: tuple[str, ...]) -> list[ShownPage]:
    found = (readers_own(shared().information.about("", topic)) for topic in topics)
    return [one for one in found if one is not None]
