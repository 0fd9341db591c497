"""What a family can read and take along of its own case: what was done for it, a sheet to print, a file to keep.

Its own words, its answers, what it allowed and what was done for it as such; the same bytes whatever was found.
"""

import msgspec
from flask import Blueprint, make_response, render_template
from werkzeug.wrappers import Response

from search.committees.office_log import read_done
from search.filing.case_view import read_case
from search.telling.told_reading import read_told
from web.context import act, look, now
from web.family import review_sections
from web.family.case_draft import CaseDraft
from web.family.consent_lines import purposes
from web.family.history import steps
from web.family.own_case import own_case
from web.family.questions import in_words
from web.family.taking_along import as_data, gathered

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
    kept = gathered()
    content = msgspec.json.format(msgspec.json.encode(as_data(kept)), indent=2)
    return _file(make_response(content), "application/json", f"{kept.case.reference}.json")


@record_pages.get("/export.html")
def readable() -> Response:
    """The case as a file that people can read without this service."""
    kept = gathered()
    page = render_template(
        "export.html",
        kept=kept,
        case=kept.case,
        sections=review_sections.described(CaseDraft.of(kept.case)),
        purposes=purposes(kept.case.consents),
        asked=[(slot, [(row.question, in_words(row)) for row in slot.questions]) for slot in kept.asked],
        steps=steps(kept.versions),
    )
    return _file(make_response(page), "text/html", f"{kept.case.reference}.html")


def _file(answer: Response, kind: str, name: str) -> Response:
    answer.headers["Content-Type"] = f"{kind}; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
