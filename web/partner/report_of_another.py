"""The case number asked before the form: known, its report opens filled in, or the number is another person's now."""

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from search.fields.table import Widget
from search.filing.own_reports import LONGEST_WORDS, own_report_of_number
from web.context import look
from web.fields.drawing import control_name
from web.fields.elements import Parts
from web.fields.typed import ANSWER, Typed
from web.forms import tidy
from web.locale import gettext
from web.partner.report_again import ANOTHER
from web.partner.report_differences import Differences
from web.partner.report_fields import WHICH, SentReport, fields_of
from web.partner.report_filling import shown_elements
from web.partner.report_form import report_page, sent_form
from web.partner.report_parts import begin

NUMBER = "provenance.sender_number"


def add_report_numbers(pages: Blueprint) -> None:
    """Gives a portal the page that asks for the number."""
    pages.add_url_rule("/report/<which>/number", "number_form", number_form, methods=["GET"])
    pages.add_url_rule("/report/<which>/number", "number", number, methods=["POST"])


def number_form(which: str) -> str:
    """Asks for the sender's own number."""
    sent_form(which, MultiDict())
    return render_template("report_number.html", which=which, number="", known=None)


def number(which: str) -> str | Response:
    """The report that has the number; where none has it, or another person has it now, the form with the number."""
    typed = tidy(request.form.get("number", ""))[:LONGEST_WORDS]
    blank = sent_form(which, MultiDict())
    known = look(own_report_of_number, typed) if typed else None
    if known is not None and request.form.get(ANOTHER) != "y":
        return render_template("report_number.html", which=which, number=typed, known=known)
    if which not in WHICH:
        another = [(ANOTHER, "y")] if known is not None else []
        return begin(which, [*([(control_name(NUMBER), typed)] if typed else []), *another])
    return report_page(replace(blank, fields={**blank.fields, NUMBER: {"": [typed]}}))


def form_for_another(found: Differences, sent: SentReport) -> str:
    """The form of a new report with what was written anew, and the number that is another person's now."""
    fields: dict[str, Typed] = {}
    items: dict[str, Mapping[int, Parts]] = {}
    for row in fields_of(sent.which):
        said = found.said.get(row.path)
        if row.widget is Widget.ITEMS:
            items[row.path] = shown_elements(row, said) if said else {}
            fields[row.path] = {ANSWER: sent.fields[row.path].get(ANSWER, [])} if said and said.note.answer else {}
        else:
            fields[row.path] = sent.fields[row.path] if said or row.path == NUMBER else {}
    anew = SentReport(sent.which, sent.kind, fields, items, frozenset())
    told = gettext("Only what you wrote anew stands here. Please look through it and send it as a report of its own.")
    return report_page(anew, another=True, message=told)
