"""The versions of one of the organisation's reports: listed with what each changed, read, brought back."""

import uuid

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.commands import BringBack
from search.errors import Conflict
from search.filing.own_reports import read_own_report
from search.filing.report_history import bring_back, read_history, read_revision
from web.context import act, look, now
from web.labels import error_words
from web.partner.whole_report import parts_of

# No report is sent as often.
_MOST_DIGITS = 6


def add_report_history(pages: Blueprint) -> None:
    """Gives a portal the pages of versions."""
    pages.add_url_rule("/reports/<uuid:report_id>/versions", "versions", versions, methods=["GET"])
    pages.add_url_rule("/reports/<uuid:report_id>/versions/<int:revision>", "version", version, methods=["GET"])
    pages.add_url_rule(
        "/reports/<uuid:report_id>/versions/<int:revision>", "version_back", version_back, methods=["POST"]
    )


def versions(report_id: uuid.UUID) -> str:
    """Every version with its day and what it changed, newest first."""
    return render_template("report_versions.html", history=look(read_history, report_id))


def version(report_id: uuid.UUID, revision: int) -> str:
    """All that the report said at one of its versions."""
    return _page(report_id, revision)


def version_back(report_id: uuid.UUID, revision: int) -> Response | tuple[str, int]:
    """Brings a version back, unless the report changed since its page was opened."""
    seen = request.form.get("seen_revision", "")
    told = int(seen) if seen.isdecimal() and len(seen) <= _MOST_DIGITS else 0
    try:
        act(bring_back, BringBack(report_id=report_id, revision=revision, seen_revision=told), now=now())
    except Conflict as conflict:
        return _page(report_id, revision, error_words(conflict.code)), 409
    return redirect(url_for(".whole_report", report_id=report_id), 303)


def _page(report_id: uuid.UUID, revision: int, message: str = "") -> str:
    report = look(read_revision, report_id, revision)
    newest = look(read_own_report, report_id).revision
    return render_template("report_version.html", report=report, parts=parts_of(report), newest=newest, message=message)
