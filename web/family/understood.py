"""How a search was understood: the spellings that are looked for, and what is not sure, with the way to its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, render_template

from search.fields import FieldRow
from search.fields.table import AskedOf, Widget, asked_rows, catalogue, list_of
from web.family.asked_back import spellings_of
from web.family.case_draft import CaseDraft
from web.family.course import Course, with_mark
from web.family.draft_answers import Draft
from web.family.draft_reading import items_of, setting_of, typed_for
from web.family.own_case import CHANGING
from web.fields.elements import Parts
from web.fields.kept_unseen import UNSEEN
from web.fields.soft_questions import question
from web.fields.typed import Typed
from web.labels import words as label
from web.labels.field_words import question as asked_words

understood_pages = Blueprint("understood", __name__, url_prefix="/case/understood", template_folder="templates")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field that is not sure: what it asks, what was written, what is asked about it, and where to answer."""

    asked: str
    written: str
    doubt: str
    address: str


@understood_pages.get("")
def show() -> str:
    """What is looked for, and what is not sure."""
    case = CHANGING.base()
    return render_template("understood.html", spellings=spellings_of(case), doubts=list(_doubts(CHANGING, case)))


def _doubts(course: Course, case: CaseDraft) -> Iterator[Doubt]:
    """Every field of which something is asked, in the order of the pages; of lists, each part of each element."""
    for row in asked_rows(AskedOf.SOUGHT):
        if list_of(row.path) is not None:
            continue
        if row.widget is not Widget.ITEMS:
            yield from _doubt(row, typed_for(row, case, Draft()), case, course.single_page(row.page))
            continue
        for number, parts in items_of(row, case, Draft()).items():
            yield from _of_element(course, int(number), parts, case)


def _of_element(course: Course, number: int, parts: Parts, case: CaseDraft) -> Iterator[Doubt]:
    for path, typed in parts.items():
        part = catalogue()[path]
        if path not in UNSEEN:
            yield from _doubt(part, typed, case, course.element_page(part.page, number))


def _doubt(row: FieldRow, typed: Typed, case: CaseDraft, address: str) -> Iterator[Doubt]:
    setting = setting_of(case)
    asked = question(row, typed, setting)
    if asked is not None:
        yield Doubt(
            asked_words(row.path), asked.written, label(asked.code, "soft_question"), with_mark(address, "check")
        )
