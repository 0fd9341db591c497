"""The pages of a forensic service: what it was handed, both sides of one, what it would need, and what it enters."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.approaching.forensic_working import identify, make_wish, open_handed, read_handed
from search.commands import ReportFound
from search.errors import Refused
from search.located_commands import MakeWish
from search.vocabulary import ForensicWish, ReportKind
from web.context import act, look, now
from web.labels import error_words
from web.partner.located_forms import IdentificationForm
from web.partner.whole_report import fields_of_row

Answer = str | Response | tuple[str, int]
_HANDED = "/handed/<uuid:handover_id>"


def add_handed(pages: Blueprint) -> None:
    """Gives the portal the pages of forensic services."""
    pages.add_url_rule("/handed", "handed", handed)
    pages.add_url_rule(_HANDED, "handed_pair", handed_pair)
    pages.add_url_rule(f"{_HANDED}/wish", "wish", wish, methods=["POST"])
    pages.add_url_rule(f"{_HANDED}/identification", "identification", identification)
    pages.add_url_rule(f"{_HANDED}/identification", "enter", enter, methods=["POST"])


def handed() -> str:
    """What this service was handed."""
    return render_template("handed.html", pairs=look(read_handed, now=now()))


def handed_pair(handover_id: uuid.UUID) -> str:
    """Both sides, what was asked of the family's committee, and what was entered."""
    pair = act(open_handed, handover_id, now=now())
    asked = {one.wish for one in pair.wishes}
    left = [one for one in ForensicWish if one not in asked]
    body = ReportFound(
        kind=ReportKind.MORTUARY, found=pair.found, identifiers=pair.found_papers, post_mortem=pair.post_mortem
    )
    return render_template("handed_pair.html", pair=pair, wishes=left, body=fields_of_row(body))


def wish(handover_id: uuid.UUID) -> Answer:
    """Tells the committee what the service would need."""
    chosen = request.form.get("wish", "")
    if chosen in set(ForensicWish):
        act(make_wish, MakeWish(handover_id=handover_id, wish=ForensicWish(chosen)), now=now())
    return redirect(url_for(".handed_pair", handover_id=handover_id), 303)


def identification(handover_id: uuid.UUID) -> str:
    """The form of what an examination came to."""
    return _page(handover_id, IdentificationForm())


def enter(handover_id: uuid.UUID) -> Answer:
    """Keeps what an examination came to."""
    form = IdentificationForm(request.form)
    if "lang" in request.form:
        return _page(handover_id, form)
    if not form.validate():
        return _page(handover_id, form), 400
    try:
        act(identify, form.command(handover_id), now=now())
    except Refused as refused:
        return _page(handover_id, form, error_words(refused.code)), 400
    return redirect(url_for(".handed_pair", handover_id=handover_id), 303)


def enter_again(handover_id: uuid.UUID) -> str:
    """The form as it was filled in; nothing is kept."""
    return _page(handover_id, IdentificationForm(request.form))


def _page(handover_id: uuid.UUID, form: IdentificationForm, message: str = "") -> str:
    pair = act(open_handed, handover_id, now=now())
    return render_template("identification.html", pair=pair, form=form, message=message)
