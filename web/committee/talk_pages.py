"""Talks that were held with a family: what is written down of them, and corrected by another entry."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.casework.talks import read_talks, read_untalked, record_talk
from search.casework_commands import RecordTalk
from search.errors import Refused
from search.filing.closing_searches import read_quiet
from web.committee.blueprint import pages
from web.committee.casework_forms import TalkForm
from web.committee.forms import chosen_page
from web.context import act, look, now
from web.labels.staff_error_sentences import SENTENCES
from web.typed_again import Shows


@pages.get("/talks")
def talks() -> str:
    """The families with whom nobody has spoken yet."""
    waiting = look(read_untalked, page=chosen_page(request.args.get("page", "")))
    return render_template("talks.html", waiting=waiting, asked=look(read_quiet, now=now()))


@pages.get("/cases/<uuid:case_id>/talk")
def talk(case_id: uuid.UUID) -> str:
    """The talks that count, and a form for another one."""
    return _page(case_id, TalkForm())


@pages.post("/cases/<uuid:case_id>/talk")
def keep_talk(case_id: uuid.UUID) -> Response | str | tuple[str, int]:
    """Writes down that somebody spoke with the family."""
    form = TalkForm(request.form)
    if "lang" in request.form:
        return _page(case_id, TalkForm(request.form))
    if not form.validate():
        return _page(case_id, form), 400
    try:
        act(record_talk, form.command(case_id), now=now())
    except Refused as refusal:
        form.held_on.errors = [SENTENCES[refusal.code]]
        return _page(case_id, form), 400
    return redirect(url_for(".talk", case_id=case_id), 303)


@pages.post("/cases/<uuid:case_id>/talk/<uuid:talk_id>/take-back")
def take_back_talk(case_id: uuid.UUID, talk_id: uuid.UUID) -> Response:
    """Writes down that an own entry was wrong: that talk was not held."""
    act(record_talk, RecordTalk(case_id=case_id, held_on=None, language="", corrects=talk_id), now=now())
    return redirect(url_for(".talk", case_id=case_id), 303)


def _page(case_id: uuid.UUID, form: TalkForm) -> str:
    return render_template("talk.html", held=look(read_talks, case_id), form=form)


def _talk_again(case_id: uuid.UUID) -> str:
    """The page with what was typed; nothing is written down."""
    return _page(case_id, TalkForm(request.form))


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.keep_talk": _talk_again}
