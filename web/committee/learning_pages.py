"""What a committee's decisions say of the weights, and from which weight on it reads pairs."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from i18n.translate import gettext_noop as _
from search.errors import Refused
from search.learning.thresholds import read_effects, set_threshold
from search.learning.weights_seen import read_learning
from search.learning_summaries import SetThreshold
from web.committee.blueprint import pages
from web.context import act, look, now
from web.forms import text
from web.labels import error_words
from web.locale import gettext
from web.typed_again import Shows


class ThresholdForm(Form):
    """Why pairs are to be read from another weight on; which is a button of the table."""

    words = text(_("Why?"), _("It stays beside the threshold, for whoever asks later. Nobody is named in it."))


@pages.get("/learning")
def learning() -> str:
    """How often which weight turned out true, disagreements by reason, and the threshold."""
    return render_template("learning.html", learning=look(read_learning, now=now()))


@pages.get("/learning/threshold")
def show_threshold() -> str:
    """What each threshold would bring and cost."""
    return _page(ThresholdForm())


@pages.post("/learning/threshold")
def move_threshold() -> Response | tuple[str, int]:
    """Sets one of them, for a reason."""
    form = ThresholdForm(request.form)
    if "lang" in request.form:
        return threshold_again(), 200
    effects = look(read_effects, now=now())
    chosen = next((one.bits for one in effects if f"{one.bits:.3f}" == request.form.get("bits", "")), None)
    if chosen is None:
        return _page(form, gettext("Please choose one of the thresholds.")), 400
    try:
        act(set_threshold, SetThreshold(bits=chosen, words=form.words.data or ""), now=now())
    except Refused as refusal:
        return _page(form, error_words(refusal.code)), 400
    return redirect(url_for(".show_threshold", saved=1), 303)


def threshold_again() -> str:
    """The page with the reason that was typed; nothing is set."""
    return _page(ThresholdForm(request.form))


def _page(form: ThresholdForm, message: str = "") -> str:
    shown = {"form": form, "message": message, "chosen": request.form.get("bits", ""), "saved": "saved" in request.args}
    return render_template("threshold.html", effects=look(read_effects, now=now()), **shown)


# Where a coordinator types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.move_threshold": threshold_again}
