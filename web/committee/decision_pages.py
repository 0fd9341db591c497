"""Deciding on a card: a judgement, taking it back, and what a meeting decides; and the agenda of that meeting."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import JudgeProposal, OpenCard
from search.decision_summaries import JudgementSummary
from search.errors import Conflict, Refused
from search.review.card import open_card
from search.review.judging_proposals import judge, take_back
from search.review.meeting_agenda import read_agenda
from web.committee.blueprint import pages
from web.committee.card_pages import show_card
from web.committee.decision_forms import JudgementForm, MeetingForm, TakeBackForm
from web.committee.queue_choices import walk
from web.context import act, now
from web.labels.staff_error_sentences import SENTENCES
from web.typed_again import Shows

# What a reader mends in the form; every other refusal is a page of its own.
_OF_REASONS = frozenset({"reasons_needed", "primary_not_read_here"})
_OF_WORDS = frozenset({"minutes_needed", "taking_back_needs_words"})


@pages.post("/cards/<uuid:proposal_id>/judgements")
def judge_card(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends a decision; what was typed is kept when another language is chosen or somebody else decided meanwhile."""
    return _decided(proposal_id, JudgementForm(request.form), as_meeting=False)


@pages.post("/cards/<uuid:proposal_id>/meeting")
def decide_in_meeting(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends what a meeting decided on a pair on which readers disagree."""
    return _decided(proposal_id, MeetingForm(request.form), as_meeting=True)


@pages.post("/cards/<uuid:proposal_id>/judgements/<uuid:judgement_id>/take-back")
def take_back_judgement(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends that an own decision no longer counts."""
    form = TakeBackForm(request.form)
    if "lang" in request.form:
        return show_card(proposal_id, back=form), 200
    if not form.validate():
        return show_card(proposal_id, back=form), 400
    try:
        act(take_back, form.command(judgement_id), now=now())
    except Conflict:
        if not _is_taken_back(proposal_id, judgement_id):
            return show_card(proposal_id, back=form, changed=True), 409
    except Refused as refusal:
        _say(form, refusal)
        return show_card(proposal_id, back=form), 400
    return redirect(url_for(".card", proposal_id=proposal_id, _anchor="judgements"), 303)


@pages.get("/meeting")
def meeting() -> str:
    """The agenda of a meeting, to be printed."""
    return render_template("meeting.html", agenda=act(read_agenda, now=now()))


def _decided(proposal_id: uuid.UUID, form: JudgementForm, *, as_meeting: bool) -> Response | tuple[str, int]:
    if "lang" in request.form:
        return show_card(proposal_id, form), 200
    if not form.validate():
        return show_card(proposal_id, form), 400
    command = form.command(proposal_id, as_meeting=as_meeting)
    try:
        act(judge, command, now=now())
    except Conflict:
        if not _is_said(command):
            return show_card(proposal_id, form, changed=True), 409
    except Refused as refusal:
        _say(form, refusal)
        return show_card(proposal_id, form), 400
    return _onward(proposal_id)


def _onward(proposal_id: uuid.UUID) -> Response:
    """To the next pair for whoever works a list; whoever came in another way sees what they decided."""
    kept = walk(request.args)
    if kept:
        return redirect(url_for(".next_card", **kept, after=proposal_id, decided=proposal_id), 303)
    return redirect(url_for(".card", proposal_id=proposal_id, _anchor="judgements"), 303)


def _say(form: JudgementForm | TakeBackForm, refusal: Refused) -> None:
    """Put a refusal beside the field that it is about; one that is about none goes on to the page of refusals."""
    if refusal.code in _OF_WORDS:
        form.words.errors = [SENTENCES[refusal.code]]
    elif refusal.code in _OF_REASONS and isinstance(form, JudgementForm):
        form.reasons.errors = [SENTENCES[refusal.code]]
    else:
        raise refusal


def _own(proposal_id: uuid.UUID) -> list[JudgementSummary]:
    """The reader's own judgements on a pair, oldest first."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return [one for one in shown.decisions.judgements if one.by_me]


def _is_said(said: JudgeProposal) -> bool:
    """Whether the newest own judgement is this very one: it came twice, because its answer was lost on the way."""
    own = _own(said.proposal_id)
    if not own or own[-1].taken_back:
        return False
    newest = own[-1]
    same = (newest.kind, frozenset(newest.reasons), newest.words, newest.as_meeting)
    return same == (said.kind, said.reasons, said.words or "", said.as_meeting)


def _is_taken_back(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> bool:
    """Whether this own judgement counts no longer: that too can come twice."""
    return any(one.judgement_id == judgement_id and one.taken_back for one in _own(proposal_id))


def _judgement_again(proposal_id: uuid.UUID) -> str:
    """The card with the words that were typed for a decision; nothing is decided."""
    return show_card(proposal_id, JudgementForm(request.form))


def _minutes_again(proposal_id: uuid.UUID) -> str:
    """The card with the minutes that were typed; nothing is decided."""
    return show_card(proposal_id, MeetingForm(request.form))


def _taking_back_again(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> str:  # noqa: ARG001 - the address names it
    """The card with the words that were typed to take a judgement back; nothing is taken back."""
    return show_card(proposal_id, back=TakeBackForm(request.form))


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {
    "committee.judge_card": _judgement_again,
    "committee.decide_in_meeting": _minutes_again,
    "committee.take_back_judgement": _taking_back_again,
}
