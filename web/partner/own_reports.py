"""The organisation's own reports among the partner's pages: listed, looked for, read whole."""

import uuid
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from search.files.proposals_csv import write_rows
from search.filing.own_export import export_own_reports
from search.filing.own_reports import LONGEST_WORDS, MOST_SEARCHED, find_own_reports, read_own_report
from search.filing.record_photos import read_own_photos
from search.filing.report_history import read_history
from search.filing.reporting_found_persons import PAGE, own_report_count, own_reports
from web.context import act, look, now
from web.forms import tidy
from web.partner.whole_report import parts_of


def add_own_reports(pages: Blueprint) -> None:
    """Gives a portal the pages of own reports."""
    pages.add_url_rule("/reports", "reports", reports, methods=["GET"])
    pages.add_url_rule("/reports", "find_reports", find_reports, methods=["POST"])
    pages.add_url_rule("/reports.csv", "reports_as_csv", reports_as_csv, methods=["GET"])
    pages.add_url_rule("/reports/<uuid:report_id>", "whole_report", whole_report, methods=["GET"])


@dataclass(frozen=True, slots=True)
class _Pages:
    """Where one is in a list."""

    page: int
    pages: int


def reports() -> str:
    """The organisation's own reports, newest first."""
    count = look(own_report_count)
    place = _place(request.args.get("page", ""), count)
    listed = look(own_reports, page=place.page)
    return render_template("reports.html", reports=listed, count=count, place=place, words="", searched=None)


def find_reports() -> str:
    """Those in which the words stand. They are sent in a form: a name has no place in an address."""
    words = tidy(request.form.get("words", ""))[:LONGEST_WORDS]
    if not words:
        return reports()
    asked = _place(request.form.get("page", ""), MOST_SEARCHED)
    found = look(find_own_reports, words, today=now().date(), page=asked.page)
    searched = None if found.all_searched else MOST_SEARCHED
    place = _place(str(asked.page), found.count)
    return render_template(
        "reports.html", reports=found.reports, count=found.count, place=place, words=words, searched=searched
    )


def reports_as_csv() -> Response:
    """All of them as a sheet that can be kept, and sent again: a row that comes back as it is changes nothing."""
    taken = act(export_own_reports, now=now())
    answer = Response(write_rows(taken.headers, taken.rows), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="reports.csv"'
    return answer


def whole_report(report_id: uuid.UUID) -> str:
    """One report with everything that was sent."""
    report = look(read_own_report, report_id)
    photos = act(read_own_photos, report_id, now=now()).photos
    # A report of one version was followed by nothing.
    lines = look(read_history, report_id).lines if report.revision > 1 else ()
    became = [line for line in lines if line.told]
    return render_template("report_whole.html", report=report, parts=parts_of(report), photos=photos, became=became)


def _place(typed: str, count: int) -> _Pages:
    pages = max(1, -(-count // PAGE))
    page = int(typed) if typed.isdecimal() and len(typed) < 7 else 1
    return _Pages(max(1, min(page, pages)), pages)
