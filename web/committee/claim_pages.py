"""Somebody claims to be the family, or to hold the person: asked first, written down, and only then compared."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.accounts.reading_limits import CONTACTS_A_DAY
from search.errors import Conflict, Refused
from search.review.claim_checking import compare_claim, open_claim, open_claims, open_control_fact, record_claim
from web.committee.blueprint import pages
from web.committee.casework_forms import ClaimantForm, ClaimForm, OutcomeForm, id_of
from web.context import act, look, now
from web.labels.staff_error_sentences import SENTENCES
from web.typed_again import Shows


@pages.get("/cases/<uuid:case_id>/claim")
def claim(case_id: uuid.UUID) -> str:
    """Asks who claims what; no question and no answer is shown yet."""
    return _claim(case_id, ClaimForm(pair=request.args.get("pair", "")))


@pages.post("/cases/<uuid:case_id>/claim")
def keep_claim(case_id: uuid.UUID) -> Response | str | tuple[str, int]:
    """Writes the claim down; then there is a question to ask."""
    form = ClaimForm(request.form)
    if "lang" in request.form:
        return _claim(case_id, form)
    if not form.validate():
        return _claim(case_id, form), 400
    try:
        asked = act(record_claim, form.command(case_id), now=now())
    except Refused as refusal:
        form.words.errors = [SENTENCES[refusal.code]]
        return _claim(case_id, form), 400
    return redirect(url_for(".claim_check", check_id=asked.check_id), 303)


@pages.get("/claims/<uuid:check_id>")
def claim_check(check_id: uuid.UUID) -> str:
    """The question to ask, without its answer; once that was shown, how both compare."""
    return _check(check_id, ClaimantForm(), OutcomeForm())


@pages.post("/claims/<uuid:check_id>")
def keep_claimants_answer(check_id: uuid.UUID) -> str | tuple[str, int]:
    """Keeps what the claimant said and shows the right answer, this once."""
    form = ClaimantForm(request.form)
    if "lang" in request.form:
        return _check(check_id, form, OutcomeForm())
    if not form.validate():
        return _check(check_id, form, OutcomeForm()), 400
    try:
        shown = act(open_control_fact, form.command(check_id), now=now())
    except Refused as refusal:
        form.said.errors = [SENTENCES[refusal.code]]
        return _check(check_id, form, OutcomeForm()), 400
    except Conflict:
        return _check(check_id, form, OutcomeForm()), 409
    return render_template("claim_shown.html", shown=shown, form=OutcomeForm())


@pages.post("/claims/<uuid:check_id>/outcome")
def keep_outcome(check_id: uuid.UUID) -> Response | str | tuple[str, int]:
    """Keeps how both answers compare."""
    form = OutcomeForm(request.form)
    if "lang" in request.form:
        return _check(check_id, ClaimantForm(), form)
    if not form.validate():
        return _check(check_id, ClaimantForm(), form), 400
    try:
        act(compare_claim, form.command(check_id), now=now())
    except Conflict:
        return _check(check_id, ClaimantForm(), form), 409
    return redirect(url_for(".claim_check", check_id=check_id), 303)


def _claim(case_id: uuid.UUID, form: ClaimForm) -> str:
    page, pair = look(open_claims, case_id), id_of(form.pair.data)
    return render_template("claim.html", page=page, form=form, pair=pair, a_day=CONTACTS_A_DAY)


def _check(check_id: uuid.UUID, said: ClaimantForm, outcome: OutcomeForm) -> str:
    asked = act(open_claim, check_id, now=now())
    return render_template("claim_check.html", asked=asked, said=said, outcome=outcome)


def _claim_again(case_id: uuid.UUID) -> str:
    return _claim(case_id, ClaimForm(request.form))


def _answer_again(check_id: uuid.UUID) -> str:
    return _check(check_id, ClaimantForm(request.form), OutcomeForm())


def _outcome_again(check_id: uuid.UUID) -> str:
    return _check(check_id, ClaimantForm(), OutcomeForm(request.form))


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {
    "committee.keep_claim": _claim_again,
    "committee.keep_claimants_answer": _answer_again,
    "committee.keep_outcome": _outcome_again,
}
