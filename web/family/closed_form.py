"""A form that was begun from an open search: nobody reads or changes it but whoever has that search open.

It holds the road and the contacts of the search, which lie behind five words. So once the visit is over, by itself or
otherwise, its pages say how to go on, and show nothing of it. What is sent to them meanwhile comes back after the words
were typed (`web.typed_again`).
"""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.access import ActorKind
from search.accounts.parties import read_party
from web.context import look
from web.family.draft_answers import Draft, load
from web.session_cookies import DRAFT, current_actor
from web.typed_again import keep_typed

# Erasing it shows nothing of it, and brings back what stays closed.
_STILL_OPEN = ("filing.erase", "filing.undo_erase")


def hold_closed() -> Response | str | None:
    """Before every page of a new search: in place of one of a form that is closed, how to go on with it."""
    if not request.path.startswith("/search/") or request.endpoint in _STILL_OPEN or not is_closed(load(DRAFT)):
        return None
    if request.method == "GET":
        return render_template("closed_form.html")
    keep_typed()
    return redirect(url_for("family.open_search"), 303)


def is_closed(draft: Draft) -> bool:
    """Whether a form was begun from a search that is not open here now."""
    return draft.together_with is not None and opened_with(draft) is None


def opened_with(draft: Draft) -> uuid.UUID | None:
    """The open search whose words open that from which a form was begun; None where none is open."""
    actor = current_actor()
    if draft.together_with is None or actor.case_id is None or actor.kind is not ActorKind.FAMILY:
        return None
    at_home = draft.together_with == actor.case_id or draft.together_with in _party(actor.case_id)
    return actor.case_id if at_home else None


def _party(case_id: uuid.UUID) -> frozenset[uuid.UUID]:
    return frozenset(member.case_id for member in look(read_party, case_id))
