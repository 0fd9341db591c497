"""What an organisation sent by sheet: the list, and the rows of one send that were not taken."""

import uuid

from flask import Blueprint, render_template, request, url_for
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search.errors import NotFound
from search.filing.importing_sheets import read_receipt
from search.filing.sends import PAGE, count_sends, list_sends, read_rows_not_taken, read_send, tokens_of
from search.filing.sent_reports import REPORTS, reports_of_send, single_reports
from search.filing.taking_back import count_to_take_back, take_back_some
from search.sheets.row_outcomes import RowRefusal
from web.context import act, look, now, shared
from web.partner.refused_rows import refusals_file

# So many steps of laying aside one request does; of a larger sheet the page asks again.
_STEPS = 15


def add_sends(pages: Blueprint) -> None:
    """Gives a portal the pages of sends."""
    pages.add_url_rule("/sends", "sends", sends, methods=["GET"])
    pages.add_url_rule("/sends/single", "single", single, methods=["GET"])
    pages.add_url_rule("/sheets/<uuid:batch_id>/reports", "reports_of_send", send_reports, methods=["GET"])
    pages.add_url_rule("/sheets/<uuid:batch_id>/take-back", "take_back", take_back, methods=["GET", "POST"])
    pages.add_url_rule("/sheets/<uuid:batch_id>/refused.csv", "refused", refused, methods=["GET"])


def sends() -> str:
    """The sheets that were sent, newest first."""
    count = look(count_sends)
    pages = max(1, -(-count // PAGE))
    page = min(_asked_page(), pages)
    listed, (_, alone) = look(list_sends, page=page), look(single_reports)
    return render_template("sends.html", sends=listed, count=count, page=page, pages=pages, single=alone)


def single() -> str:
    """What came one by one, by form or by a program, newest first."""
    page = _asked_page()
    reports, count = look(single_reports, page=page)
    return render_template("sent_reports.html", reports=reports, count=count, page=page, pages=_pages(count), send=None)


def send_reports(batch_id: uuid.UUID) -> str:
    """The reports that one sheet brought, or had news of."""
    page, send = _asked_page(), look(read_send, batch_id)
    reports, count = look(reports_of_send, batch_id, page=page)
    return render_template("sent_reports.html", reports=reports, count=count, page=page, pages=_pages(count), send=send)


def take_back(batch_id: uuid.UUID) -> str | Response:
    """Asks whether the new reports of a sheet shall be laid aside, and does it, as many as one request may."""
    send = look(read_send, batch_id)
    if request.method == "POST":
        for _ in range(_STEPS):
            if not act(take_back_some, batch_id, now=now()):
                break
        if not look(count_to_take_back, batch_id):
            return redirect(url_for(".take_back", batch_id=batch_id, done="yes"), 303)
    done = request.args.get("done") == "yes"
    return render_template("take_back.html", send=send, count=look(count_to_take_back, batch_id), done=done)


def _asked_page() -> int:
    typed = request.args.get("page", "")
    return max(1, int(typed)) if typed.isdecimal() and len(typed) < 7 else 1


def _pages(count: int) -> int:
    return max(1, -(-count // REPORTS))


def refused(batch_id: uuid.UUID) -> Response:
    """The rows of a sheet that were not taken, whole; of one of before, or of long ago, their numbers and reasons."""
    try:
        kept = act(read_rows_not_taken, batch_id)
    except NotFound:
        told = (one for one in act(read_receipt, batch_id).outcomes if one.outcome == "refused")
        return refusals_file((), (RowRefusal(one.row, one.column, one.reason) for one in told))
    return refusals_file(kept.headers, kept.rows, tokens_of(shared().vault, batch_id, kept), kept.separator)
