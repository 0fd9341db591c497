"""The pair of a body in the hands of a forensic service, for its committee."""

import uuid

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.approaching.forensic_handing import hand_over, read_forensic_page, settle_wish, take_back_hand_over
from search.errors import Conflict, Refused
from search.located_commands import HandOver, SettleWish
from web.committee.blueprint import pages
from web.committee.decision_forms import TakeBackForm
from web.context import act, now
from web.labels import error_words

_FORENSIC = "/cards/<uuid:proposal_id>/forensic"
_NONE = uuid.UUID(int=0)


@pages.get(_FORENSIC)
def forensic(proposal_id: uuid.UUID) -> str:
    """To whom it can be handed, and what came back."""
    return _page(proposal_id)


@pages.post(_FORENSIC)
def hand(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Hands the pair over; the service sees nothing within the hour in which it can be taken back."""
    form, service = TakeBackForm(request.form), _chosen(request.form.get("service", ""))
    command = HandOver(proposal_id=proposal_id, seen_revision=form.seen_revision.data or 0, service_id=service)
    try:
        act(hand_over, command, now=now())
    except Conflict as conflict:
        return _page(proposal_id, error_words(conflict.code)), 409
    except Refused as refused:
        return _page(proposal_id, error_words(refused.code)), 400
    return redirect(url_for(".forensic", proposal_id=proposal_id), 303)


@pages.post(f"{_FORENSIC}/take-back")
def take_back_hand(proposal_id: uuid.UUID) -> Response | tuple[str, int]:
    """Takes it back before the service has seen it."""
    try:
        act(take_back_hand_over, proposal_id, now=now())
    except Refused as refused:
        return _page(proposal_id, error_words(refused.code)), 409
    return redirect(url_for(".forensic", proposal_id=proposal_id), 303)


@pages.post(f"{_FORENSIC}/wishes/<uuid:wish_id>")
def see_to_wish(proposal_id: uuid.UUID, wish_id: uuid.UUID) -> Response:
    """Says that the committee has seen to what the service would need."""
    act(settle_wish, SettleWish(proposal_id=proposal_id, wish_id=wish_id), now=now())
    return redirect(url_for(".forensic", proposal_id=proposal_id), 303)


def _page(proposal_id: uuid.UUID, message: str = "") -> str:
    page = act(read_forensic_page, proposal_id, now=now())
    return render_template("forensic.html", page=page, course=page.course, message=message)


def _chosen(typed: str) -> uuid.UUID:
    """The service that was chosen; none where it is no id."""
    try:
        return uuid.UUID(typed)
    except ValueError:
        return _NONE
