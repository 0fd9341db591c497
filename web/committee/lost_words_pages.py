"""New words for a family that lost its own: asked for, confirmed by somebody else, given after the wait."""

import uuid

from flask import render_template, request

from i18n.passphrases import list_of
from search.accounts.family_secret import digits_of
from search.accounts.new_family_words import prepare_words
from search.asking.lost_words import ask_lost_words, confirm_lost_words, give_lost_words, read_lost_words
from search.errors import Conflict, Refused
from web.committee.blueprint import pages
from web.context import act, look, now
from web.labels import error_words

_STEPS = {"ask": ask_lost_words, "confirm": confirm_lost_words}


@pages.get("/cases/<uuid:case_id>/words")
def lost_words(case_id: uuid.UUID) -> str:
    """How far it is, and what comes next."""
    return _page(case_id)


@pages.post("/cases/<uuid:case_id>/words")
def go_on_with_lost_words(case_id: uuid.UUID) -> str | tuple[str, int]:
    """One step further; the last one shows the words, this once."""
    step = request.form.get("step", "")
    try:
        if step == "give":
            return _given(case_id)
        if step in _STEPS:
            act(_STEPS[step], case_id, now=now())
    except (Refused, Conflict) as refused:
        return _page(case_id, error_words(refused.code)), 400
    return _page(case_id)


def _given(case_id: uuid.UUID) -> str:
    """The words in the family's language, not in the reader's; without a list of it the digits stand first."""
    lost = look(read_lost_words, case_id, now=now())
    given = act(give_lost_words, case_id, prepare_words(lost.language), now=now())
    frame = {"digits": digits_of(given.passphrase), "in_words": list_of(lost.language) is not None}
    return render_template("lost_words_given.html", given=given, language=lost.language, **frame)


def _page(case_id: uuid.UUID, message: str = "") -> str:
    return render_template("lost_words.html", lost=look(read_lost_words, case_id, now=now()), message=message)
