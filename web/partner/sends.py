"""What an organisation sent by sheet: the list, and the rows of one send that were not taken."""

import uuid

from flask import Blueprint, Response, render_template, request

from search.errors import NotFound
from search.filing.importing_sheets import read_receipt
from search.filing.sends import PAGE, count_sends, list_sends, read_rows_not_taken, tokens_of
from search.sheets.row_outcomes import RowRefusal
from web.context import act, look, shared
from web.partner.refused_rows import refusals_file


def add_sends(pages: Blueprint) -> None:
    """Gives a portal the pages of sends."""
    pages.add_url_rule("/sends", "sends", sends, methods=["GET"])
    pages.add_url_rule("/sheets/<uuid:batch_id>/refused.csv", "refused", refused, methods=["GET"])


def sends() -> str:
    """The sheets that were sent, newest first."""
    typed = request.args.get("page", "")
    count = look(count_sends)
    pages = max(1, -(-count // PAGE))
    page = max(1, min(int(typed) if typed.isdecimal() and len(typed) < 7 else 1, pages))
    return render_template("sends.html", sends=look(list_sends, page=page), count=count, page=page, pages=pages)


def refused(batch_id: uuid.UUID) -> Response:
    """The rows of a sheet that were not taken, whole; of one of before, or of long ago, their numbers and reasons."""
    try:
        kept = act(read_rows_not_taken, batch_id)
    except NotFound:
        told = (one for one in act(read_receipt, batch_id).outcomes if one.outcome == "refused")
        return refusals_file((), (RowRefusal(one.row, one.column, one.reason) for one in told))
    return refusals_file(kept.headers, kept.rows, tokens_of(shared().vault, batch_id, kept))
