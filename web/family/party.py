"""Several people who are sought at once: another search that begins with the road and the contacts of the first.

The same words open it. What was copied is shown before, and can be changed like anything else that was typed.
"""

import uuid

from flask import Blueprint, abort, redirect, render_template, url_for
from werkzeug.wrappers import Response

from search.accounts.parties import go_to_party
from search.accounts.sessions import log_out
from search.fields import FieldRow
from search.fields.table import AskedOf, Widget, asked_rows, list_of
from web.context import act, now, shared
from web.family import review_sections
from web.family.case_draft import CaseDraft
from web.family.case_saving import filed_case
from web.family.closed_form import opened_with
from web.family.door import DOOR
from web.family.draft_answers import Draft, load, store
from web.family.draft_reading import items_of, typed_for
from web.family.new_search import FILING
from web.family.own_case import own_case
from web.session_cookies import current_actor, open_session, session_token

party_pages = Blueprint("party", __name__, url_prefix="/case", template_folder="templates")

# Whoever travelled together was last heard of together, on one road, and is sought by the same people.
_SHARED_GROUPS = ("last", "journey")
_SHARED_FIELDS = ("filing.enquirer_names", "filing.contacts", "description.languages")


@party_pages.get("/another")
def ask() -> str:
    """What another search would begin with."""
    draft = load(FILING.draft)
    mine = draft.begun and opened_with(draft) is not None
    return render_template("another.html", rows=_shared_rows(_case()), begun=draft.begun, mine=mine)


@party_pages.post("/another")
def begin() -> Response:
    """Begins it; a form that was begun before is not written over."""
    if load(FILING.draft).begun:
        return redirect(url_for("party.ask"), 303)
    store(FILING.draft, prepared(_case(), own_case()))
    return redirect(url_for("filing.question", slug=DOOR[0]), 303)


@party_pages.post("/party/<uuid:case_id>")
def go(case_id: uuid.UUID) -> Response:
    """Goes over to another search of the same words; the visit to this one ends."""
    if current_actor().case_id is None:
        abort(404)
    visit = act(go_to_party, case_id, now=now())
    with shared().database.transaction() as session:
        log_out(session, session_token())
    open_session(visit)
    return redirect(url_for("case.show"), 303)


def prepared(case: CaseDraft, together_with: uuid.UUID) -> Draft:
    """A form in which what people who are sought together have in common is filled in."""
    draft, nothing = Draft(together_with=together_with), Draft()
    for row in filter(_is_shared, asked_rows(AskedOf.SOUGHT)):
        if row.widget is not Widget.ITEMS:
            draft.answers[row.path] = dict(typed_for(row, case, nothing))
        elif items := items_of(row, case, nothing):
            draft.items[row.path] = {
                number: {path: dict(typed) for path, typed in parts.items()} for number, parts in items.items()
            }
        elif answer := case.answered(row).note.answer:
            draft.answers[row.path] = {"answer": [answer.value]}
    return draft


def _is_shared(row: FieldRow) -> bool:
    return list_of(row.path) is None and (row.group in _SHARED_GROUPS or row.path in _SHARED_FIELDS)


def _shared_rows(case: CaseDraft) -> list[review_sections.Row]:
    """What would be copied, as the family reads it."""
    return [row for row in review_sections.rows_of(case, _is_shared) if row.values]


def _case() -> CaseDraft:
    return CaseDraft.of(filed_case(own_case()))
