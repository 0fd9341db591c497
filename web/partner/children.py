"""The pages of protection officers: the children who wait for them, one child, and one enquirer at a time."""

import uuid

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.approaching.child_deciding import decide_with_child, find_age_of_child, open_child, read_children
from search.errors import Refused
from search.vocabulary import AgeFinding
from web.context import act, look, now
from web.labels import error_words
from web.partner.located_forms import ChildForm

Answer = str | Response | tuple[str, int]
_CHILD = "/children/<uuid:report_id>"


def add_children(pages: Blueprint) -> None:
    """Gives the portal the pages of protection officers."""
    pages.add_url_rule("/children", "children", children)
    pages.add_url_rule(_CHILD, "child", child)
    pages.add_url_rule(f"{_CHILD}/age", "settle_age_of_child", settle_age_of_child, methods=["POST"])
    pages.add_url_rule(f"{_CHILD}/<uuid:proposal_id>", "child_enquirer", child_enquirer)
    pages.add_url_rule(f"{_CHILD}/<uuid:proposal_id>", "decide", decide, methods=["POST"])


def children() -> str:
    """The children about whom officers of this organisation are to decide."""
    return render_template("children.html", children=look(read_children, now=now()))


def child(report_id: uuid.UUID) -> str:
    """One child, and who searches for it."""
    return render_template("child.html", child=act(open_child, report_id, now=now()), ages=AgeFinding)


def settle_age_of_child(report_id: uuid.UUID) -> Answer:
    """Keeps what an officer settled face to face; a child that is one no longer leaves the list."""
    found = request.form.get("found", "")
    if found in set(AgeFinding):
        act(find_age_of_child, report_id, AgeFinding(found), now=now())
    return redirect(url_for(".children"), 303)


def child_enquirer(report_id: uuid.UUID, proposal_id: uuid.UUID) -> str:
    """What was signed about one enquirer, and the form of the officer."""
    return _page(report_id, proposal_id, ChildForm())


def decide(report_id: uuid.UUID, proposal_id: uuid.UUID) -> Answer:
    """Keeps what the officer decided with the child."""
    form = ChildForm(request.form)
    if "lang" in request.form:
        return _page(report_id, proposal_id, form)
    if not form.validate():
        return _page(report_id, proposal_id, form), 400
    try:
        act(decide_with_child, form.command(report_id, proposal_id), now=now())
    except Refused as refused:
        return _page(report_id, proposal_id, form, error_words(refused.code)), 400
    return redirect(url_for(".child", report_id=report_id), 303)


def decide_again(report_id: uuid.UUID, proposal_id: uuid.UUID) -> str:
    """The officer's form as it was filled in; nothing is kept."""
    return _page(report_id, proposal_id, ChildForm(request.form))


def _page(report_id: uuid.UUID, proposal_id: uuid.UUID, form: ChildForm, message: str = "") -> str:
    shown = act(open_child, report_id, now=now())
    one = next((each for each in shown.enquirers if each.proposal_id == proposal_id), None) or abort(404)
    return render_template("child_enquirer.html", child=shown, one=one, form=form, message=message)
