"""Every page of a filed case that is sent counts at once, laid over the case as it stands at that moment.

Only what cannot be saved, because the search would say nothing any more, waits in a draft.
"""

import uuid

from flask import g, request

from search.commands import AmendSearch
from search.errors import Conflict, Refused
from search.filing.case_view import read_own_words, read_to_change
from search.filing.registering_searches import amend_search
from search.summaries import CaseToChange
from web.context import act, look, now, shared
from web.family.case_draft import CaseDraft
from web.family.draft_answers import Draft, discard, store, store_in
from web.family.draft_reading import case_so_far, number_lists, settle
from web.session_cookies import CHANGE, current_actor

# Somebody else who works on the same search saves now and then, not again and again.
_TRIES = 5
_READ = "own_case"


def filed_case(case_id: uuid.UUID) -> CaseToChange:
    """The case as it is filed, read once a request; that somebody reads it on a page is written down."""
    case: CaseToChange | None = g.get(_READ)
    if case is None:
        changing = request.method == "POST"
        case = look(read_to_change, case_id) if changing else act(read_own_words, case_id, now=now())
        g.own_case = case
    return case


def save_now(case_id: uuid.UUID, draft: Draft) -> str:
    """Changes the case by what a draft says; the code of the reason where that cannot be, and the draft waits."""
    for _ in range(_TRIES):
        try:
            _amend(case_id, draft)
        except Conflict:
            g.pop(_READ)
        except Refused as refused:
            hold(draft)
            return refused.code
        else:
            return ""
    hold(draft)
    return "changed_meanwhile"


def hold(draft: Draft) -> str:
    """Keeps what was sent without saving it: it waits in its pages for the family's own press."""
    draft.held = True
    store(CHANGE, draft)
    return ""


def _amend(case_id: uuid.UUID, draft: Draft) -> None:
    case = filed_case(case_id)
    base = CaseDraft.of(case)
    number_lists(draft, base, draft.items)
    whole = case_so_far(base, draft)
    command = AmendSearch(
        case_id=case_id,
        sought=whole.sought,
        identifiers=whole.identifiers,
        filing=whole.filing,
        seen_revision=case.revision,
    )
    with shared().database.transaction() as session:
        amend_search(session, current_actor(), command, now=now())
        settle(draft, whole)
        if draft.known or draft.checked:
            draft.case_id = case_id
            store_in(session, CHANGE, draft)
    if not (draft.known or draft.checked):
        discard(CHANGE)
    g.pop(_READ)
