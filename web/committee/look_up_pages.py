"""Looking one person up."""

from flask import render_template, request

from search.errors import Refused
from search.finding.looking_up import look_up
from web.committee.blueprint import pages
from web.committee.queue_choices import pair_in
from web.committee.queue_forms import LookUpForm
from web.context import act, now
from web.labels.staff_error_sentences import SENTENCES
from web.typed_again import Shows


@pages.get("/look-up")
def ask_look_up() -> str:
    """Asks what is known of the person; nothing is looked up yet."""
    return _page(LookUpForm(because_of=request.args.get("because_of", "")))


@pages.post("/look-up")
def show_look_up() -> str | tuple[str, int]:
    """Whoever fits; that it was asked is written down."""
    form = LookUpForm(request.form)
    if "lang" in request.form:
        return _page(form)
    if not form.validate():
        return _page(form), 400
    try:
        answer = act(look_up, form.command(pair_in(form.because_of.data)), now=now())
    except Refused as refusal:
        form.reference.errors = [SENTENCES[refusal.code]]
        return _page(form), 400
    return render_template("look_up.html", form=form, answer=answer)


def _look_up_again() -> str:
    """The page with what was typed; nothing is looked up yet."""
    return _page(LookUpForm(request.form))


def _page(form: LookUpForm) -> str:
    return render_template("look_up.html", form=form, answer=None)


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.show_look_up": _look_up_again}
