"""How a family is told what a pair came to: the plan relative by relative, the ticks, and what is corrected."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from search.documents.telling import PlannedTalk
from search.errors import Conflict, Refused
from search.telling.planning import drop_talk, plan_talk, read_plan
from search.telling.telling_people import correct_told, take_back_told, tick_told
from search.telling_commands import DropTalk
from search.telling_summaries import TellingSummary
from search.vocabulary import TellingKind
from web.committee.blueprint import pages
from web.committee.telling_forms import CorrectForm, PlanForm, ToldForm
from web.context import act, now
from web.labels import error_words
from web.typed_again import Shows

_TELLING = "/cards/<uuid:proposal_id>/telling"


@pages.get(_TELLING)
def telling(proposal_id: uuid.UUID) -> str:
    """The plan with what was ticked, and a form for one relative more."""
    return _page(proposal_id)


@pages.post(_TELLING)
def plan_telling(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Plans the talk with one relative."""
    form = PlanForm(request.form)
    if "lang" in request.form:
        return _page(proposal_id, form), 200
    summary = act(read_plan, proposal_id, now=now())
    if not (form.validate() & form.require_words(dead=summary.kind is TellingKind.DEAD)):
        return _page(proposal_id, form), 400
    try:
        act(plan_talk, form.command(proposal_id), now=now())
    except Refused as refused:
        return _page(proposal_id, form, message=error_words(refused.code)), 400
    return _back(proposal_id)


@pages.post(f"{_TELLING}/told")
def tick(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Says that a relative was spoken with."""
    form = ToldForm(request.form)
    if not form.validate():
        return _page(proposal_id, told=form), 400
    try:
        act(tick_told, form.command(proposal_id), now=now())
    except (Conflict, Refused) as refused:
        return _page(proposal_id, told=form, message=error_words(refused.code)), 409
    return _back(proposal_id)


@pages.post(f"{_TELLING}/<uuid:telling_id>/take-back")
def take_back_tick(proposal_id: uuid.UUID, telling_id: uuid.UUID) -> Response | tuple[str, int]:
    """Undoes a tick before anything follows from it."""
    try:
        act(take_back_told, telling_id, now=now())
    except Conflict as late:
        return _page(proposal_id, message=error_words(late.code)), 409
    return _back(proposal_id)


@pages.post(f"{_TELLING}/<uuid:telling_id>/correct")
def correct_tick(proposal_id: uuid.UUID, telling_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends another day of a talk, or that it did not take place."""
    form = CorrectForm(request.form)
    if not form.validate():
        return _page(proposal_id, corrected=form, message=error_words("choose_correction")), 400
    try:
        act(correct_told, form.command(telling_id), now=now())
    except (Conflict, Refused) as refused:
        return _page(proposal_id, corrected=form, message=error_words(refused.code)), 409
    return _back(proposal_id)


@pages.post(f"{_TELLING}/drop")
def drop_relative(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Takes a relative who was not spoken with out of the plan."""
    try:
        act(drop_talk, DropTalk(proposal_id=proposal_id, key=request.form.get("key", "")), now=now())
    except Conflict as told:
        return _page(proposal_id, message=error_words(told.code)), 409
    return _back(proposal_id)


def _page(
    proposal_id: uuid.UUID,
    form: PlanForm | None = None,
    *,
    told: ToldForm | None = None,
    corrected: CorrectForm | None = None,
    message: str = "",
) -> str:
    summary = act(read_plan, proposal_id, now=now())
    return render_template(
        "telling.html",
        plan=summary,
        form=form or _filled(summary, request.args.get("change", "")),
        told=told or ToldForm(),
        corrected=corrected or CorrectForm(),
        problems=next((one for one in (form, told) if isinstance(one, Form)), None),
        message=message,
        opened=form is not None or "change" in request.args or not summary.talks,
    )


def _filled(summary: TellingSummary, key: str) -> PlanForm:
    """The form for one relative more, or with the talk that is to be changed."""
    talk = next((one.talk for one in summary.talks if one.talk.key == key), PlannedTalk())
    return PlanForm.of(talk, summary.remains, summary.repatriation)


def _back(proposal_id: uuid.UUID) -> Response:
    return redirect(url_for(".telling", proposal_id=proposal_id), 303)


def _plan_again(proposal_id: uuid.UUID) -> str:
    """The page with the plan that was typed; nothing is kept yet."""
    return _page(proposal_id, PlanForm(request.form))


def _told_again(proposal_id: uuid.UUID) -> str:
    return _page(proposal_id, told=ToldForm(request.form))


def _correction_again(proposal_id: uuid.UUID, telling_id: uuid.UUID) -> str:  # noqa: ARG001 - the address names the tick
    return _page(proposal_id, corrected=CorrectForm(request.form))


# Where somebody types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {
    "committee.plan_telling": _plan_again,
    "committee.tick": _told_again,
    "committee.correct_tick": _correction_again,
}
