"""Erasing what was half typed: asked first, and to be brought back for a few minutes on the same device."""

from flask import redirect, render_template, request, session, url_for
from werkzeug.wrappers import Response

from search.filing.drafting import bring_back_draft, set_draft_aside
from web.context import act, now
from web.family.course import Course
from web.family.draft_answers import discard
from web.session_cookies import draft_lasts, undo_of


def ask_or_set_aside(course: Course, afterwards: str) -> Response | str:
    """Asks once; on the second answer sets the draft aside and leads to the endpoint `afterwards`."""
    if "sure" not in request.form:
        return render_template("erase_draft.html", course=course, back=url_for(course.review))
    token = session.pop(course.draft, None)
    if token:
        discard(undo_of(course.draft))
        act(set_draft_aside, token, now=now())
        session[undo_of(course.draft)] = token
    return redirect(url_for(afterwards), 303)


def bring_back(course: Course) -> Response:
    """Undoes it, where there is still something to bring back and nothing new was begun."""
    token = session.pop(undo_of(course.draft), None)
    if token and course.draft not in session and act(bring_back_draft, token, now=now(), lasts=draft_lasts()):
        session[course.draft] = token
    return redirect(url_for(course.review), 303)


def can_bring_back(course: Course) -> bool:
    """Whether something was set aside a moment ago."""
    return undo_of(course.draft) in session and course.draft not in session
