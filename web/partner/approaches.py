"""The pages of whoever asks people that were met: a list, one person, one enquirer at a time, and an answer to all."""

import uuid

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.access import Action, is_switched_on
from search.approaching.asking_person import (
    find_age,
    keep_answer,
    keep_standing,
    open_approach,
    read_approaches,
    withdraw_standing,
)
from search.errors import Refused
from search.located_commands import FindAge
from search.located_summaries import ApproachPage, NamedEnquirer
from search.vocabulary import AgeFinding, AnswerMoment, PersonAnswer
from web.context import act, look, now
from web.labels import error_words
from web.labels.read_aloud import read_aloud
from web.locale import language
from web.partner.located_forms import AnswerForm, StandingForm

Answer = str | Response | tuple[str, int]
_APPROACH = "/approaches/<uuid:approach_id>"


def add_approaches(pages: Blueprint) -> None:
    """Gives the portal the pages of whoever asks."""
    pages.add_url_rule("/approaches", "approaches", approaches)
    pages.add_url_rule(_APPROACH, "approach", approach)
    pages.add_url_rule(f"{_APPROACH}/age", "settle_age", settle_age, methods=["POST"])
    pages.add_url_rule(f"{_APPROACH}/enquirers/<uuid:enquirer_id>", "enquirer", enquirer)
    pages.add_url_rule(
        f"{_APPROACH}/enquirers/<uuid:enquirer_id>", "answer_enquirer", answer_enquirer, methods=["POST"]
    )
    pages.add_url_rule(f"{_APPROACH}/everybody", "everybody", everybody)
    pages.add_url_rule(f"{_APPROACH}/everybody", "answer_everybody", answer_everybody, methods=["POST"])
    pages.add_url_rule(f"{_APPROACH}/everybody/take-back", "ask_again", ask_again, methods=["POST"])
    pages.app_context_processor(lambda: {"switched_on": lambda action: is_switched_on(Action(action))})


def approaches() -> str:
    """The people whom this organisation is to ask."""
    return render_template("approaches.html", people=look(read_approaches, now=now()))


def approach(approach_id: uuid.UUID) -> str:
    """One person: age first, then who searches for them."""
    return _page(act(open_approach, approach_id, now=now()))


def settle_age(approach_id: uuid.UUID) -> Answer:
    """Keeps what was settled face to face."""
    found = request.form.get("found", "")
    if found not in set(AgeFinding):
        return _page(act(open_approach, approach_id, now=now()), error_words("settle_age_first")), 400
    act(find_age, FindAge(approach_id=approach_id, found=AgeFinding(found)), now=now())
    return _back(approach_id)


def enquirer(approach_id: uuid.UUID, enquirer_id: uuid.UUID) -> str:
    """What is read aloud about one enquirer, and the form for the answer."""
    return _enquirer(approach_id, enquirer_id, AnswerForm())


def answer_enquirer(approach_id: uuid.UUID, enquirer_id: uuid.UUID) -> Answer:
    """Keeps what the person answered."""
    form = AnswerForm(request.form)
    if "lang" in request.form:
        return _enquirer(approach_id, enquirer_id, form)
    if not form.validate():
        return _enquirer(approach_id, enquirer_id, form), 400
    moment = AnswerMoment.AT_TELLING if "once_more" in request.form else AnswerMoment.FIRST
    try:
        act(keep_answer, form.command(approach_id, enquirer_id, moment), now=now())
    except Refused as refused:
        return _enquirer(approach_id, enquirer_id, form, error_words(refused.code)), 400
    return _back(approach_id)


def everybody(approach_id: uuid.UUID) -> str:
    """What the person can answer to everybody who may ever search for them."""
    return _everybody(approach_id, StandingForm())


def answer_everybody(approach_id: uuid.UUID) -> Answer:
    """Keeps that nobody shall be told, or nobody before a day."""
    form = StandingForm(request.form)
    if "lang" in request.form:
        return _everybody(approach_id, form)
    if not form.validate():
        return _everybody(approach_id, form), 400
    try:
        act(keep_standing, form.command(approach_id), now=now())
    except Refused as refused:
        return _everybody(approach_id, form, error_words(refused.code)), 400
    return _back(approach_id)


def ask_again(approach_id: uuid.UUID) -> Answer:
    """Keeps that the person may be asked again."""
    act(withdraw_standing, approach_id, now=now())
    return _back(approach_id)


def answer_again(approach_id: uuid.UUID, enquirer_id: uuid.UUID) -> str:
    """The form of an answer as it was filled in; nothing is kept."""
    return _enquirer(approach_id, enquirer_id, AnswerForm(request.form))


def everybody_again(approach_id: uuid.UUID) -> str:
    """The form of an answer to everybody as it was filled in; nothing is kept."""
    return _everybody(approach_id, StandingForm(request.form))


def _page(person: ApproachPage, message: str = "") -> str:
    return render_template("approach.html", person=person, ages=AgeFinding, message=message)


def _enquirer(approach_id: uuid.UUID, enquirer_id: uuid.UUID, form: AnswerForm, message: str = "") -> str:
    person = act(open_approach, approach_id, now=now())
    one = next((each for each in person.enquirers if each.enquirer_id == enquirer_id), None) or abort(404)
    return render_template(
        "approach_enquirer.html",
        person=person,
        one=one,
        form=form,
        message=message,
        aloud=read_aloud(person.languages, language(), _names(one), one.relationship),
        asked_before=one.answer in (PersonAnswer.YES, PersonAnswer.MESSAGE_ONLY),
    )


def _everybody(approach_id: uuid.UUID, form: StandingForm, message: str = "") -> str:
    person = act(open_approach, approach_id, now=now())
    return render_template("approach_everybody.html", person=person, form=form, message=message)


def _names(one: NamedEnquirer) -> str:
    return " · ".join(name.text for name in one.names)


def _back(approach_id: uuid.UUID) -> Response:
    return redirect(url_for(".approach", approach_id=approach_id), 303)
