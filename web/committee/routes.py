"""The committee's pages: the queue, a card, its decision, its group, duplicates, and contacts for a reason."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.accounts.reading_limits import CONTACTS_A_DAY
from search.commands import OpenCard, OpenGroup, TakeBackDuplicateJudgement, TakeBackJudgement
from search.errors import Conflict, Refused
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.group_view import open_group
from search.review.judging_duplicates import (
    judge_duplicate,
    read_duplicates,
    read_duplicates_of_pair,
    take_back_duplicate_judgement,
)
from search.review.judging_proposals import judge, take_back
from search.review.pair_photos import photos_of_pair
from search.review.queue import read_queue
from search.vocabulary import JudgementKind, ProposalState, StaffRole
from web.committee import group_words, strength
from web.committee.forms import (
    ANSWERS,
    DuplicateForm,
    DuplicateTakeBackForm,
    JudgementForm,
    ReasonForm,
    TakeBackForm,
    chosen_page,
    chosen_state,
)
from web.committee.side_by_side import rows
from web.committee.timeline import timeline
from web.committee.waterfall import waterfall
from web.context import act, look, now
from web.labels.field_words import short_label
from web.labels.staff_error_sentences import SENTENCES
from web.pictures.marks_on_body import marked_body
from web.session_cookies import current_actor
from web.staff import add_staff_pages
from web.staff_sign_in import add_sign_in
from web.typed_again import Shows
from web.values_in_words import listed

pages = Blueprint("committee", __name__, template_folder="templates")
add_sign_in(pages)
add_staff_pages(pages)
pages.context_processor(lambda: {"groups": group_words, "strength": strength, "listed": listed})


@pages.get("/")
def home() -> str:
    """The queue, heaviest first; for whoever does not read pairs, what they do."""
    if StaffRole.REVIEWER not in current_actor().roles:
        return render_template("staff_home.html")
    state = chosen_state(request.args.get("state", ""))
    queue = act(read_queue, page=chosen_page(request.args.get("page", "")), state=state)
    return render_template("queue.html", queue=queue, chosen=state, states=ProposalState)


@pages.get("/cards/<uuid:proposal_id>")
def card(proposal_id: uuid.UUID) -> str:
    """One proposal with both sides and its evidence."""
    return _card(proposal_id, JudgementForm())


@pages.post("/cards/<uuid:proposal_id>/judgements")
def judge_card(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends a decision; what was typed is kept when another language is chosen or somebody else decided meanwhile."""
    form = JudgementForm(request.form)
    if "lang" in request.form:
        return _card(proposal_id, form), 200
    if not form.validate():
        return _card(proposal_id, form), 400
    try:
        act(judge, form.command(proposal_id), now=now())
    except Conflict:
        if not _is_said(proposal_id, form):
            return _card(proposal_id, form, changed=True), 409
    return redirect(url_for(".card", proposal_id=proposal_id, _anchor="judgements"), 303)


@pages.post("/cards/<uuid:proposal_id>/judgements/<uuid:judgement_id>/take-back")
def take_back_judgement(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends that an own decision no longer counts."""
    form = TakeBackForm(request.form)
    if not form.validate():
        return _card(proposal_id, JudgementForm()), 400
    command = TakeBackJudgement(judgement_id=judgement_id, seen_revision=form.seen_revision.data or 0)
    try:
        act(take_back, command, now=now())
    except Conflict:
        if not _is_taken_back(proposal_id, judgement_id):
            return _card(proposal_id, JudgementForm(), changed=True), 409
    return redirect(url_for(".card", proposal_id=proposal_id, _anchor="judgements"), 303)


@pages.get("/cards/<uuid:proposal_id>/group")
def group(proposal_id: uuid.UUID) -> str:
    """Who may have travelled with the people of a pair."""
    return render_template("group.html", group=act(open_group, OpenGroup(proposal_id=proposal_id), now=now()))


@pages.get("/duplicates")
def duplicates() -> str:
    """The committee's searches that may be about one person."""
    return _duplicates(settled=request.args.get("settled") == "1")


@pages.post("/duplicates/<uuid:duplicate_id>/judgements")
def judge_duplicate_pair(duplicate_id: uuid.UUID) -> Response | tuple[str, int]:
    """Appends an answer; nothing is merged by it."""
    form = DuplicateForm(request.form)
    if not form.validate():
        return _duplicates_again(form.card_id), 400
    try:
        act(judge_duplicate, form.command(duplicate_id), now=now())
    except Conflict:
        return _duplicates_again(form.card_id), 409
    return _back(form.card_id)


@pages.post("/duplicates/<uuid:duplicate_id>/judgements/<uuid:judgement_id>/take-back")
def take_back_duplicate(duplicate_id: uuid.UUID, judgement_id: uuid.UUID) -> Response | tuple[str, int]:  # noqa: ARG001 - the address names the pair
    """Appends that an own answer no longer counts."""
    form = DuplicateTakeBackForm(request.form)
    if not form.validate():
        return _duplicates_again(form.card_id), 400
    command = TakeBackDuplicateJudgement(judgement_id=judgement_id, seen_revision=form.seen_revision.data or 0)
    try:
        act(take_back_duplicate_judgement, command, now=now())
    except Conflict:
        return _duplicates_again(form.card_id), 409
    return _back(form.card_id)


@pages.get("/cards/<uuid:proposal_id>/contacts")
def ask_for_contacts(proposal_id: uuid.UUID) -> str:
    """Asks why; nothing is shown yet."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return render_template("contacts.html", card=shown, form=ReasonForm(), a_day=CONTACTS_A_DAY)


@pages.post("/cards/<uuid:proposal_id>/contacts")
def show_contacts(proposal_id: uuid.UUID) -> str | tuple[str, int]:
    """Contacts and documents of both sides; that they were read is written down with them."""
    if "lang" in request.form:
        return _reason_again(proposal_id)
    form = ReasonForm(request.form)
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    if not form.validate():
        return render_template("contacts.html", card=shown, form=form, a_day=CONTACTS_A_DAY), 400
    try:
        revealed = act(reveal_identifiers, form.command(proposal_id), now=now())
    except Refused as refusal:
        form.reason.errors = [SENTENCES[refusal.code]]
        return render_template("contacts.html", card=shown, form=form, a_day=CONTACTS_A_DAY), 400
    papers = look(photos_of_pair, proposal_id, now=now())
    return render_template("contacts_shown.html", card=shown, revealed=revealed, photos=papers, field_name=short_label)


def _card(proposal_id: uuid.UUID, form: JudgementForm, *, changed: bool = False) -> str:
    """The card as it is now. `form` keeps what was typed; `changed` says that somebody was faster."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return render_template(
        "card.html",
        card=shown,
        form=form,
        changed=changed,
        waterfall=waterfall(shown),
        rows=rows(shown),
        timeline=timeline(shown),
        figure=marked_body(shown.sought.marks, shown.found.marks),
        judgement_kinds=JudgementKind,
        duplicates=act(read_duplicates_of_pair, proposal_id, now=now()),
        photos=look(photos_of_pair, proposal_id, now=now()),
        answers=ANSWERS,
    )


def _is_said(proposal_id: uuid.UUID, form: JudgementForm) -> bool:
    """Whether the newest judgement is this very one: it came twice, because its answer was lost on the way."""
    said, judgements = (
        form.command(proposal_id),
        act(open_card, OpenCard(proposal_id=proposal_id), now=now()).judgements,
    )
    if not judgements or not judgements[-1].by_me or judgements[-1].taken_back:
        return False
    newest = judgements[-1]
    return (newest.kind, frozenset(newest.reasons), newest.words) == (said.kind, said.reasons, said.words or "")


def _is_taken_back(proposal_id: uuid.UUID, judgement_id: uuid.UUID) -> bool:
    """Whether this own judgement counts no longer: that too can come twice."""
    judgements = act(open_card, OpenCard(proposal_id=proposal_id), now=now()).judgements
    return any(one.judgement_id == judgement_id and one.by_me and one.taken_back for one in judgements)


def _duplicates(*, settled: bool = False, changed: bool = False) -> str:
    found = act(read_duplicates, now=now(), page=chosen_page(request.args.get("page", "")), settled=settled)
    return render_template("duplicates.html", found=found, settled=settled, changed=changed, answers=ANSWERS)


def _duplicates_again(card_id: uuid.UUID | None) -> str:
    """The page on which an answer could not be taken, as it stands now."""
    return _card(card_id, JudgementForm(), changed=True) if card_id else _duplicates(changed=True)


def _back(card_id: uuid.UUID | None) -> Response:
    """To the page on which the answer was given."""
    if card_id:
        return redirect(url_for(".card", proposal_id=card_id, _anchor="duplicates"), 303)
    return redirect(url_for(".duplicates"), 303)


def _judgement_again(proposal_id: uuid.UUID) -> str:
    """The card with the words that were typed for a decision; nothing is decided."""
    return _card(proposal_id, JudgementForm(request.form))


def _reason_again(proposal_id: uuid.UUID) -> str:
    """The page that asks why contacts are needed, with the reason that was typed; nothing is shown yet."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return render_template("contacts.html", card=shown, form=ReasonForm(request.form), a_day=CONTACTS_A_DAY)


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {
    "committee.judge_card": _judgement_again,
    "committee.show_contacts": _reason_again,
}
