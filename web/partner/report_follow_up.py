"""What became of the person of a report, told by its organisation: each act a page of its own."""

import uuid
from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import FollowUpReport
from search.documents import FollowUp
from search.errors import Conflict, Refused, TooManyAttempts
from search.fields.table import catalogue
from search.filing.following_up import acts_open_to, follow_up
from search.filing.own_reports import WholeReport, read_own_report
from search.vocabulary import FollowUpAct
from web.context import act, look, now
from web.error_pages import retry_after, status_of
from web.fields.drawing import DrawnField, drawn, suggested, typed_in
from web.fields.two_days import DayQuestion, day_answered, day_of_two
from web.fields.typed import Typed, settled
from web.fields.widget import Reading
from web.fields.widgets import widget_of
from web.forms import tidy
from web.labels import error_words
from web.labels import words as label
from web.partner.report_fields import setting

Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]
# What each act asks for, as fields of the table that are read alike.
_WHEN, _PLACE = "whereabouts.found.when", "whereabouts.present_place"
_ASKED = {
    FollowUpAct.MOVED: (_PLACE, _WHEN),
    FollowUpAct.DIED: (_WHEN, _PLACE),
    FollowUpAct.SPOKE_FAMILY: (_WHEN,),
    FollowUpAct.IDENTIFIED: (_WHEN, _PLACE),
}
_LONGEST_WORDS = 2000
_MOST_DIGITS = 6


def add_report_follow_ups(pages: Blueprint) -> None:
    """Gives a portal the pages of follow-ups."""
    address = "/reports/<uuid:report_id>/follow-up"
    pages.add_url_rule(address, "follow_ups", follow_ups, methods=["GET"])
    pages.add_url_rule(f"{address}/<told>", "follow_up_form", follow_up_form, methods=["GET"])
    pages.add_url_rule(f"{address}/<told>", "follow_up", tell, methods=["POST"])


def follow_ups(report_id: uuid.UUID) -> str:
    """What can be told of a report, each as a link."""
    report = look(read_own_report, report_id)
    acts = acts_open_to(report.kind, laid_aside=report.laid_aside)
    return render_template("report_follow_ups.html", report=report, acts=acts)


def follow_up_form(report_id: uuid.UUID, told: str) -> str:
    """The page of one act."""
    report = look(read_own_report, report_id)
    return _page(report, _act(report, told), {})


def tell(report_id: uuid.UUID, told: str) -> Answer:
    """Keeps what is told. What cannot be read is shown once; sent again as it is, it is kept in words."""
    report = look(read_own_report, report_id)
    said, form = _act(report, told), list(request.form.items(multi=True))
    typed = {path: typed_in(form, catalogue()[path]) for path in _ASKED.get(said, ())}
    if _WHEN in typed and (settled_day := day_answered(catalogue()[_WHEN], typed[_WHEN], request.form)):
        typed[_WHEN] = typed_in(settled_day, catalogue()[_WHEN])
    read = {path: widget_of(catalogue()[path]).read(catalogue()[path], typed[path], setting(), None) for path in typed}
    if any(one.problem and _mark(path, typed[path]) not in request.form.getlist("seen") for path, one in read.items()):
        return _page(report, said, typed, read), 400
    if _days(said, typed):
        return _page(report, said, typed, read, asked=True), 409
    words = [tidy(request.form.get("words", ""))[:_LONGEST_WORDS], *(one.words for one in read.values())]
    command = FollowUpReport(
        report_id=report_id,
        seen_revision=_seen(),
        told=FollowUp(
            act=said.value,
            when=read[_WHEN].value if _WHEN in read else None,
            place=read[_PLACE].value if _PLACE in read else None,
            words="\n".join(filter(None, words)),
        ),
    )
    try:
        act(follow_up, command, now=now())
    except Conflict as conflict:
        return _page(look(read_own_report, report_id), said, typed, message=error_words(conflict.code)), 409
    except Refused as refusal:
        return _page(report, said, typed, message=error_words(refusal.code)), 400
    except TooManyAttempts as many:
        return (
            _page(report, said, typed, message=error_words(many.code, many.params)),
            status_of(many),
            retry_after(many),
        )
    return redirect(url_for(".whole_report", report_id=report_id), 303)


def _act(report: WholeReport, told: str) -> FollowUpAct:
    """The act of an address; another one than the report takes has no page."""
    acts = acts_open_to(report.kind, laid_aside=report.laid_aside)
    return next((one for one in acts if one == told), None) or abort(404)


def _page(
    report: WholeReport,
    said: FollowUpAct,
    typed: dict[str, Any],
    read: dict[str, Reading] | None = None,
    *,
    asked: bool = False,
    message: str = "",
) -> str:
    fields = [_field(said, path, typed.get(path, {}), (read or {}).get(path)) for path in _ASKED.get(said, ())]
    return render_template(
        "report_follow_up.html",
        report=report,
        act=said,
        fields=fields,
        lists=suggested(fields),
        words=request.form.get("words", ""),
        marks=[_mark(path, typed[path]) for path, one in (read or {}).items() if one.problem],
        seen_revision=report.revision,
        days=_days(said, typed) if asked else [],
        message=message,
    )


def _days(said: FollowUpAct, typed: dict[str, Any]) -> list[DayQuestion]:
    """The day that can be read as two."""
    if _WHEN not in typed:
        return []
    question = day_of_two(catalogue()[_WHEN], typed[_WHEN], label(f"{said.value}.when", "follow_up_field"))
    return [question] if question else []


def _field(said: FollowUpAct, path: str, typed: Typed, reading: Reading | None) -> DrawnField:
    what = "when" if path == _WHEN else "place"
    return replace(
        drawn(catalogue()[path], typed, reading), label=label(f"{said.value}.{what}", "follow_up_field"), hint=""
    )


def _mark(path: str, typed: Typed) -> str:
    return f"{path}:{sorted(settled(typed).items())}"


def _seen() -> int:
    seen = request.form.get("seen_revision", "")
    return int(seen) if seen.isdecimal() and len(seen) <= _MOST_DIGITS else 0
