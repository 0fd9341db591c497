"""Alarms on the first page of a coordinator, until one of them answers in words."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.access import Action, Subject, allowed
from search.accounts.alarms import AcknowledgeAlarm, acknowledge_alarm, open_alarms
from search.errors import Refused
from search.staff_summaries import OpenAlarm
from web.context import act, now
from web.labels import error_words
from web.session_cookies import current_actor
from web.staff.forms import AlarmForm


def add_alarms(pages: Blueprint) -> None:
    """What answers an alarm; templates get `alarms()`, which is empty for whoever does not coordinate."""
    pages.add_url_rule("/alarms/<uuid:alarm_id>", "answer_alarm", answer_alarm, methods=["POST"])
    pages.context_processor(lambda: {"alarms": _alarms, "alarm_form": AlarmForm})


def answer_alarm(alarm_id: uuid.UUID) -> Response | tuple[str, int]:
    """Keeps the answer; the alarm is then answered for all coordinators."""
    form = AlarmForm(request.form)
    try:
        act(acknowledge_alarm, AcknowledgeAlarm(alarm_id=alarm_id, words=form.words.data or ""), now=now())
    except Refused as refusal:
        message = error_words(refusal.code)
        return render_template("staff_alarms.html", message=message, answered=alarm_id, typed=form), 400
    return redirect(url_for(".home"), 303)


def _alarms() -> tuple[OpenAlarm, ...]:
    actor = current_actor()
    if not allowed(actor, Action.READ_ALARMS, Subject(organisation_id=actor.organisation_id)):
        return ()
    return act(open_alarms)
