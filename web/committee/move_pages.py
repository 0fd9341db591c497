"""The other committees, and handing a case over to one of them once its family agreed."""

import datetime
import uuid

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.offered_languages import offered
from i18n.translate import gettext_noop as _
from search.committee_commands import MoveCase
from search.committee_summaries import CommitteeChoice, CommitteeSummary
from search.committees.case_moving import find_to_move, move_case, read_move
from search.committees.coordination import read_coordination
from search.errors import NotFound, Refused
from web.committee.blueprint import pages
from web.context import act, look, now
from web.forms import code_line, dropdown, radios
from web.labels import error_words
from web.labels.committee_choice import choice_text, language_of_choice_text
from web.locale import gettext, language
from web.template_filters import shown_day
from web.typed_again import Shows

_DAYS_BACK = 14


class ReferenceForm(Form):
    """Which case is to be handed over."""

    reference = code_line(_("Reference of the search"), _("As it stands on the card and on the family’s paper."))


class MoveForm(Form):
    """What the family answered, and when."""

    answer = radios(_("What did the family answer?"), {})
    day = dropdown(_("On which day did you speak?"), {})

    def offer(self, today: datetime.date) -> "MoveForm":
        """The days on which the talk can have been."""
        self.answer.choices = {
            "yes": gettext("They said yes"),
            "no": gettext("They said no, or want to think about it"),
        }
        days = [today - datetime.timedelta(days=back) for back in range(_DAYS_BACK)]
        self.day.choices = {"": gettext("Please choose"), **{one.isoformat(): shown_day(one) for one in days}}
        return self

    @property
    def spoken_on(self) -> datetime.date | None:
        """The day that was chosen, if it is one of those offered."""
        chosen = self.day.data or ""
        return datetime.date.fromisoformat(chosen) if chosen and chosen in self.day.choices else None


@pages.get("/committees")
def committees() -> str:
    """The committees that there are, and where another one reads about the same report."""
    return render_template("committees.html", found=look(read_coordination, now=now()), done="moved" in request.args)


@pages.get("/committees/move")
def ask_which_case() -> str:
    """Asks which case is to be handed over."""
    return render_template("move_which.html", form=ReferenceForm(), message="")


@pages.post("/committees/move")
def find_case_to_move() -> Response | tuple[str, int]:
    """To the case of the reference that was typed."""
    form = ReferenceForm(request.form)
    if "lang" in request.form:
        return which_again(), 200
    try:
        case_id = look(find_to_move, form.reference.data or "")
    except NotFound:
        message = gettext("Your committee reads no search with this reference. Please look at it again.")
        return render_template("move_which.html", form=form, message=message), 404
    return redirect(url_for(".show_move", case_id=case_id), 303)


def which_again() -> str:
    """The page with the reference that was typed."""
    return render_template("move_which.html", form=ReferenceForm(request.form), message="")


@pages.get("/cases/<uuid:case_id>/move")
def show_move(case_id: uuid.UUID) -> str:
    """To whom the case can be handed over."""
    return render_template("move.html", choice=look(read_move, case_id))


@pages.get("/cases/<uuid:case_id>/move/<uuid:committee_id>")
def show_move_text(case_id: uuid.UUID, committee_id: uuid.UUID) -> str:
    """What is read to the family, in its language, and what it answered."""
    return _page(case_id, committee_id, MoveForm().offer(now().date()))


@pages.post("/cases/<uuid:case_id>/move/<uuid:committee_id>")
def move(case_id: uuid.UUID, committee_id: uuid.UUID) -> Response | tuple[str, int]:
    """Hands the case over where the family said yes; a no changes nothing and is not kept."""
    form = MoveForm(request.form).offer(now().date())
    if "lang" in request.form:
        return _page(case_id, committee_id, form), 200
    if form.answer.data == "no":
        return redirect(url_for(".committees"), 303)
    if form.answer.data != "yes" or form.spoken_on is None:
        message = gettext("Please say what the family answered, and on which day.")
        return _page(case_id, committee_id, form, message), 400
    return _handed_over(case_id, committee_id, form, form.spoken_on)


def _handed_over(
    case_id: uuid.UUID, committee_id: uuid.UUID, form: MoveForm, spoken_on: datetime.date
) -> Response | tuple[str, int]:
    choice, asked = _asked(case_id, committee_id)
    digest = _digest(request.form.get("text", ""))
    tag = language_of_choice_text(digest, _tags(), asked.name, choice.current.name)
    if not tag:
        return _page(case_id, committee_id, form, gettext("This text has changed. Please read it once more.")), 409
    command = MoveCase(
        case_id=case_id, committee_id=committee_id, text_digest=digest, language=tag, agreed_on=spoken_on
    )
    try:
        act(move_case, command, now=now())
    except Refused as refusal:
        return _page(case_id, committee_id, form, error_words(refusal.code)), 400
    return redirect(url_for(".committees", moved=1), 303)


def move_again(case_id: uuid.UUID, committee_id: uuid.UUID) -> str:
    """The page with what was chosen; nothing is handed over yet."""
    return _page(case_id, committee_id, MoveForm(request.form).offer(now().date()))


def _asked(case_id: uuid.UUID, committee_id: uuid.UUID) -> tuple[CommitteeChoice, CommitteeSummary]:
    choice = look(read_move, case_id)
    asked = next((one for one in choice.others if one.committee_id == committee_id), None)
    return choice, asked or abort(404)


def _page(case_id: uuid.UUID, committee_id: uuid.UUID, form: MoveForm, message: str = "") -> str:
    choice, asked = _asked(case_id, committee_id)
    chosen = request.values.get("read", "") or choice.language
    tag = chosen if chosen in _tags() else language()
    text = choice_text(tag, asked.name, choice.current.name)
    shown = {"choice": choice, "asked": asked, "text": text, "form": form, "message": message}
    return render_template("move_text.html", languages=offered(), **shown)


def _tags() -> list[str]:
    return [row.tag for row in offered()]


def _digest(typed: str) -> bytes:
    try:
        return bytes.fromhex(typed)
    except ValueError:
        return b""


# Where a coordinator types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.find_case_to_move": which_again, "committee.move": move_again}
