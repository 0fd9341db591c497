"""Which committee reads a search, and letting another one read it. The same whatever was proposed or decided."""

import uuid

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.offered_languages import offered
from search.committee_commands import ChooseCommittee
from search.committee_summaries import CommitteeChoice, CommitteeSummary
from search.committees.choosing import choose_committee, read_choice
from web.context import act, look, now
from web.family.own_case import own_case
from web.labels.committee_choice import choice_text, language_of_choice_text
from web.locale import language

committee_pages = Blueprint("committee_choice", __name__, url_prefix="/case/committee", template_folder="templates")


@committee_pages.get("")
def show() -> str:
    """The committee that reads the search, and the others to choose among."""
    return render_template("committee_choice.html", choice=look(read_choice, own_case()), saved="saved" in request.args)


@committee_pages.get("/<uuid:committee_id>")
def question(committee_id: uuid.UUID) -> str:
    """All that there is to read about another committee, and the question."""
    return _page(*_asked(committee_id))


@committee_pages.post("/<uuid:committee_id>")
def answer(committee_id: uuid.UUID) -> Response | str | tuple[str, int]:
    """Lets it read the search; a no changes nothing."""
    choice, asked = _asked(committee_id)
    said = request.form.get("answer", "")
    if said not in ("yes", "no"):
        return _page(choice, asked, unanswered=True), 400
    if said == "no":
        return redirect(url_for(".show"), 303)
    digest = _digest(request.form.get("text", ""))
    tag = language_of_choice_text(digest, [row.tag for row in offered()], asked.name, choice.current.name)
    if not tag:
        return _page(choice, asked, changed=True), 409
    command = ChooseCommittee(case_id=own_case(), committee_id=committee_id, text_digest=digest, language=tag)
    act(choose_committee, command, now=now())
    return redirect(url_for(".show", saved=1), 303)


def _asked(committee_id: uuid.UUID) -> tuple[CommitteeChoice, CommitteeSummary]:
    choice = look(read_choice, own_case())
    asked = next((one for one in choice.others if one.committee_id == committee_id), None)
    return choice, asked or abort(404)


def _page(choice: CommitteeChoice, asked: CommitteeSummary, *, unanswered: bool = False, changed: bool = False) -> str:
    text = choice_text(language(), asked.name, choice.current.name)
    return render_template("committee_question.html", asked=asked, text=text, unanswered=unanswered, changed=changed)


def _digest(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        return b""
