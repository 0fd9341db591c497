"""What a family can read and take along of its own case: what was done for it, a sheet to print, a file to keep.

Its own words, its answers, what it allowed and what was done for it as such; the same bytes whatever was found.
"""

from typing import Any

import msgspec
from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response

from search.committees.office_log import read_done
from search.filing.case_view import read_case
from search.summaries import CaseSummary
from search.telling.told_reading import read_told
from search.telling_summaries import OfficeLog
from web.context import act, look, now
from web.family import review_sections
from web.family.case_draft import CaseDraft
from web.family.consent_lines import purposes
from web.family.own_case import own_case
from web.fields.kept_unseen import about_answers, without_answers

record_pages = Blueprint("record", __name__, url_prefix="/case", template_folder="templates")


@record_pages.get("/done")
def done() -> str:
    """Which offices were asked, and whether they answered."""
    return render_template("done.html", log=look(read_done, own_case(), now=now()))


@record_pages.get("/print")
def sheet() -> str:
    """The case on paper."""
    case = act(read_case, own_case(), now=now())
    return render_template(
        "case_sheet.html",
        case=case,
        sections=review_sections.described(CaseDraft.of(case)),
        purposes=purposes(case.consents),
        told=look(read_told, own_case(), now=now()),
        log=look(read_done, own_case(), now=now()),
    )


@record_pages.get("/export.json")
def export() -> Response:
    """The case as a file that programs can read."""
    case = act(read_case, own_case(), now=now())
    log = look(read_done, own_case(), now=now())
    told = look(read_told, own_case(), now=now())
    kept = {"search": _own_words(case), "spoken_with_you_on": told.days, "offices_asked": _asked(log)}
    answer = make_response(msgspec.json.format(msgspec.json.encode(kept), indent=2))
    answer.headers["Content-Type"] = "application/json; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{case.reference}.json"'
    return answer


def _own_words(case: CaseSummary) -> dict[str, Any]:
    """Everything that the family wrote and allowed, by the names of its fields."""
    return {
        "reference": case.reference,
        "filed_at": case.filed_at,
        "language": case.language,
        "withdrawn": case.withdrawn,
        "helped_by": case.helped_by,
        "helped_at": case.helped_at,
        "description": case.sought,
        "identifiers": case.identifiers,
        "filing": without_answers(case.filing),
        "answers_that_only_you_know": about_answers(case.filing),
        "consents": case.consents,
    }


def _asked(log: OfficeLog) -> list[dict[str, Any]]:
    """The offices that were asked, without the numbers under which we keep the entries."""
    return [
        {
            "register": entry.register,
            "office": entry.office,
            "asked_by": entry.asked_by,
            "asked_on": entry.asked_on,
            "due_on": entry.due_on,
            "acknowledged_on": entry.acknowledged_on,
            "answered_on": entry.answered_on,
        }
        for entry in log.entries
    ]
