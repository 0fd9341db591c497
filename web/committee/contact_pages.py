"""Contacts and documents of a pair, shown for a reason."""

import uuid

from flask import render_template, request

from search.accounts.reading_limits import CONTACTS_A_DAY
from search.commands import OpenCard
from search.errors import Refused
from search.review.card import open_card
from search.review.contacts_reveal import reveal_identifiers
from search.review.pair_photos import photos_of_pair
from web.committee.blueprint import pages
from web.committee.forms import ReasonForm
from web.context import act, look, now
from web.labels.field_words import short_label
from web.labels.staff_error_sentences import SENTENCES
from web.typed_again import Shows


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


def _reason_again(proposal_id: uuid.UUID) -> str:
    """The page that asks why contacts are needed, with the reason that was typed; nothing is shown yet."""
    shown = act(open_card, OpenCard(proposal_id=proposal_id), now=now())
    return render_template("contacts.html", card=shown, form=ReasonForm(request.form), a_day=CONTACTS_A_DAY)


# Where a reader types (`web.typed_again`).
TYPED_AGAIN: dict[str, Shows] = {"committee.show_contacts": _reason_again}
