"""What is remembered of the sheets of an organisation: its layouts, their answers changed, a layout forgotten."""

from collections.abc import Iterator

from flask import Blueprint, render_template, request, url_for
from flask import redirect as lead_to
from werkzeug.wrappers import Response

from search.filing.sender_layouts import LayoutSummary, change_layout, forget_layout, list_layouts, read_layout
from search.sheets.column_targets import Target
from search.vocabulary import MAY_REPORT
from web.context import act, look, now
from web.partner.column_questions import CALENDARS, LIVES, ORDERS, SEXES, Question
from web.session_cookies import signed_in

_LIFE = ("living", "dead")


def add_layouts(pages: Blueprint) -> None:
    """Gives a portal the pages of layouts."""
    one = "/layouts/<fingerprint>"
    pages.add_url_rule("/layouts", "layouts", layouts, methods=["GET"])
    pages.add_url_rule(one, "layout", layout, methods=["GET"])
    pages.add_url_rule(one, "change_layout", change, methods=["POST"])
    pages.add_url_rule(f"{one}/forget", "forget_layout", ask_forgetting, methods=["GET"])
    pages.add_url_rule(f"{one}/forget", "forget_layout_now", forget, methods=["POST"])


def layouts() -> str:
    """All layouts, with how much was answered of each."""
    return render_template("layouts.html", layouts=look(list_layouts))


def layout(fingerprint: str) -> str:
    """One layout with its answers, each of which can be changed."""
    shown = look(read_layout, fingerprint)
    return render_template("layout.html", layout=shown, questions=questions_of(shown))


def change(fingerprint: str) -> Response:
    """Keeps the answers as they are chosen now; an empty one takes an answer away."""
    shown = look(read_layout, fingerprint)
    asked = {question.key: question.chosen for one in questions_of(shown) for question in one[1]}
    chosen = {key: request.form[key] for key in asked if key in request.form}
    changed = {key: value for key, value in chosen.items() if value != asked[key]}
    if changed:
        act(change_layout, fingerprint, changed, now=now())
    return lead_to(url_for(".layouts"), 303)


def ask_forgetting(fingerprint: str) -> str:
    """Asks whether a layout shall be forgotten."""
    return render_template("layout_forget.html", layout=look(read_layout, fingerprint))


def forget(fingerprint: str) -> Response:
    """Forgets it."""
    act(forget_layout, fingerprint, now=now())
    return lead_to(url_for(".layouts"), 303)


def questions_of(layout: LayoutSummary) -> list[tuple[str, tuple[Question, ...]]]:
    """What can be answered of a layout, column by column under its header; last, under "", of the whole sheet."""
    columns = [(header, tuple(_of_column(layout, at))) for at, (header, _) in enumerate(layout.columns)]
    return [*columns, ("", tuple(_of_sheet(layout)))]


def _of_column(layout: LayoutSummary, at: int) -> Iterator[Question]:
    """Its meaning; the order and the calendar of its dates where these were answered."""
    place, answers = layout.places[at], layout.answers
    yield _question(f"column.{place}", tuple(Target), "column_target", answers)
    for code, codes, table in (("order", ORDERS, "date_order"), ("calendar", CALENDARS, "calendar")):
        if f"{code}.{place}" in answers:
            yield _question(f"{code}.{place}", codes, table, answers)


def _of_sheet(layout: LayoutSummary) -> Iterator[Question]:
    visitor, answers = signed_in(), layout.answers
    kinds = MAY_REPORT[visitor.organisation_kind] if visitor and visitor.organisation_kind else ()
    if "kind" in answers:
        yield _question("kind", tuple(kinds), "report_kind", answers)
    if "sheet.living_or_dead" in answers:
        yield _question("sheet.living_or_dead", _LIFE, "sheet_option", answers)
    for key in sorted(answers):
        if key.startswith("sex."):
            yield _question(key, SEXES, "sheet_sex", answers, key.removeprefix("sex."))
        if key.startswith("outcome."):
            yield _question(key, LIVES, "sheet_life", answers, key.removeprefix("outcome."))


def _question(key: str, codes: tuple[str, ...], table: str, answers: dict[str, str], subject: str = "") -> Question:
    """A choice whose first option is that nobody answered."""
    return Question(key, ("", *codes), table, answers.get(key, ""), subject)
