"""The list of pairs, the next one, and what a reader does with a pair besides deciding it."""

import uuid
from typing import Any

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from i18n.locales import LOCALES
from search.errors import Refused
from search.queue_summaries import COUNTED
from search.review.claiming import release
from search.review.coming_back import come_back_on, read_come_back
from search.review.queue import next_pair, read_queue
from search.review.rivals import read_rivals
from search.vocabulary import QueueTab, ReportKind, StaffRole
from web.committee.blueprint import pages
from web.committee.queue_choices import TABS, chosen_queue, countries_by_name, on_the_way, pair_in, walk
from web.committee.queue_forms import ComeBackForm
from web.context import act, look, now
from web.labels.staff_error_sentences import SENTENCES
from web.session_cookies import current_actor
from web.typed_again import Shows


@pages.context_processor
def _walking() -> dict[str, object]:
    """Templates keep a reader within the list by `walk()`, and say what was just decided by `decided()`."""
    args = request.args
    return {
        "walk": lambda: walk(args),
        "on_the_way": lambda: on_the_way(args),
        "decided": lambda: pair_in(args.get("decided")),
    }


@pages.get("/")
def home() -> str:
    """The list, in the order in which pairs are worth deciding; for whoever does not read pairs, what they do."""
    if StaffRole.REVIEWER not in current_actor().roles:
        return render_template("staff_home.html")
    chosen = chosen_queue(request.args)
    return render_template(
        "queue.html",
        queue=look(read_queue, chosen, now=now()),
        chosen=chosen,
        kept={**walk(request.args), "tab": chosen.tab.value},
        tabs=TABS,
        counted=COUNTED,
        languages=LOCALES,
        kinds=ReportKind,
        countries=countries_by_name(),
        ended="end" in request.args,
    )


@pages.get("/next")
def next_card() -> Response:
    """The next pair of the list that was chosen, behind the one that was just read; the list where there is none."""
    chosen, after = chosen_queue(request.args), pair_in(request.args.get("after"))
    kept: dict[str, Any] = {**walk(request.args), "tab": chosen.tab.value}
    if pair_in(request.args.get("decided")):
        kept["decided"] = request.args["decided"]
    found = look(next_pair, chosen, after=after, now=now())
    if found is None:
        return redirect(url_for(".home", **kept, end=1), 303)
    return redirect(url_for(".card", proposal_id=found, **kept), 303)


@pages.get("/cards/<uuid:proposal_id>/rivals")
def rivals(proposal_id: uuid.UUID) -> str:
    """All candidates of one search together."""
    return render_template("rivals.html", shown=act(read_rivals, proposal_id, now=now()))


@pages.post("/cards/<uuid:proposal_id>/release")
def release_pair(proposal_id: uuid.UUID) -> Response:
    """Leaves a pair to others, and goes on to the next."""
    act(release, proposal_id, now=now())
    return redirect(url_for(".next_card", **_walked(), after=proposal_id), 303)


@pages.get("/cards/<uuid:proposal_id>/come-back")
def ask_come_back(proposal_id: uuid.UUID) -> str:
    """Asks on which day a pair is to be looked at again."""
    return _come_back(proposal_id, ComeBackForm())


@pages.post("/cards/<uuid:proposal_id>/come-back")
def come_back(proposal_id: uuid.UUID) -> Response | str | tuple[str, int]:
    """Keeps the day, and goes on to the next pair."""
    form = ComeBackForm(request.form)
    if "lang" in request.form:
        return _come_back(proposal_id, form)
    if not form.validate():
        return _come_back(proposal_id, form), 400
    try:
        act(come_back_on, form.command(proposal_id), now=now())
    except Refused as refusal:
        form.day.errors = [SENTENCES[refusal.code]]
        return _come_back(proposal_id, form), 400
    return redirect(url_for(".next_card", **_walked(), after=proposal_id), 303)


def _come_back_again(proposal_id: uuid.UUID) -> str:
    """The page with the day that was typed; nothing is kept yet."""
    return _come_back(proposal_id, ComeBackForm(request.form))


def _come_back(proposal_id: uuid.UUID, form: ComeBackForm) -> str:
    so_far = act(read_come_back, proposal_id)
    return render_template("come_back.html", proposal_id=proposal_id, form=form, so_far=so_far)


def _walked() -> dict[str, Any]:
    return walk(request.args) or {"tab": QueueTab.OPEN.value}


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.come_back": _come_back_again}
