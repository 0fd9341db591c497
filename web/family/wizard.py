"""One page after the other, for a new search and for a change of an old one alike."""

from flask import abort, render_template, request
from werkzeug.wrappers import Response

from search.fields import FieldRow
from web.family import list_pages
from web.family.case_draft import CaseDraft
from web.family.consent_steps import keep_consents, show_consents
from web.family.course import Course, begun, draft_so_far, following, frame, kept_open, opened, saved, saving, with_mark
from web.family.draft_answers import load
from web.family.draft_reading import case_so_far, said_in, setting_of, typed_for
from web.family.page_fields import draw, must_look_again, read_anew, sent_fields, skips, with_answers, wrote
from web.family.pages import Page, page
from web.family.review_sections import sections
from web.family.sharing_step import SPECIAL_PAGES
from web.fields.drawing import control_name
from web.going_elsewhere import keeps_only


def show_question(course: Course, slug: str) -> str:
    """A page with what was answered before; `check` shows what could not be read."""
    if slug in SPECIAL_PAGES:
        return show_consents(course, SPECIAL_PAGES[slug])
    asked = _main_page(slug)
    if asked.listed is not None:
        return list_pages.show_list(course, asked, asked.listed)
    draft, base = opened(course)
    if "check" not in request.args:
        draft.checked = {}
    case = case_so_far(base, draft)
    rows = asked.asked(said_in(case))
    typed = {row.path: typed_for(row, base, draft) for row in rows}
    return render_template("question.html", **frame(course, asked, case), **draw(asked, rows, typed, setting_of(case)))


def keep_answers(course: Course, slug: str) -> Response:
    """Saves what was typed, then goes on, or back to what could not be read."""
    if slug in SPECIAL_PAGES:
        return keep_consents(course, SPECIAL_PAGES[slug])
    asked = _main_page(slug)
    if asked.listed is not None:
        return list_pages.keep_list(course, asked, asked.listed)
    draft, base = begun(course)
    sent, answered = with_answers(asked.rows, sent_fields(asked), lambda: setting_of(case_so_far(base, draft)))
    before = {row.path: typed_for(row, base, draft) for row in asked.rows if row.path in sent}
    sent, seen = read_anew(asked.rows, sent, before), {**before, **answered}
    here, writes = course.page(slug), wrote(asked.rows, sent, seen)
    # Whoever skips a question chose nothing there either.
    draft.answers.update({} if skips() and not writes else sent)
    if skips() and writes:
        return kept_open(course, draft, here)
    case = case_so_far(base, draft)
    again = not skips() and must_look_again(asked.rows, sent, seen, setting_of(case))
    draft.checked = sent if again else {}
    return saved(course, draft, _after(course, asked, case, again=again), here)


def _after(course: Course, asked: Page, case: CaseDraft, *, again: bool) -> str:
    here = course.page(asked.slug)
    if keeps_only():
        return here
    if more := request.form.get("add", ""):
        return f"{here}#{more}" if more in _names(asked) else here
    return with_mark(here, "check") if again else following(course, asked.slug, case)


def show_element(course: Course, slug: str, number: int) -> str | Response:
    """A page of one element of a list."""
    return list_pages.show_element(course, *_element_page(slug), number)


def keep_element(course: Course, slug: str, number: int) -> Response:
    """Saves what was typed for one element."""
    return list_pages.keep_element(course, *_element_page(slug), number)


def show_review(course: Course, message: str = "") -> str:
    """Everything that was said, to be looked over once more."""
    draft = load(course.draft)
    case = draft_so_far(course, draft)
    return render_template(
        "review.html",
        course=course,
        saving=saving(),
        sections=sections(case),
        reachable=case.reachable,
        wrote_a_way=case.wrote_a_way,
        changed=draft.begun if course.save is None else draft.held,
        message=message,
    )


def _main_page(slug: str) -> Page:
    asked = page(slug)
    return asked if asked is not None and asked.element_of is None else abort(404)


def _element_page(slug: str) -> tuple[Page, FieldRow]:
    asked = page(slug)
    if asked is None or asked.element_of is None:
        abort(404)
    return asked, asked.element_of


def _names(asked: Page) -> set[str]:
    return {control_name(row.path) for row in asked.rows}
