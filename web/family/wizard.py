"""One question after the other, for a new search and for a change of an old one alike."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response
from wtforms import Form

from web.family import receipts, review_sections
from web.family.case_draft import CaseDraft, Typed
from web.family.draft_answers import Draft, added_row, as_formdata, load, store, typed_answers
from web.family.field_groups import WholeNumber
from web.family.steps import BY_SLUG, STEPS, Step
from web.forms import every_field, problems
from web.locale import gettext

_SECONDS_A_QUESTION = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A way through the questions.

    `draft` names its draft; `question`, `review` and `erase` are endpoints; `base` gives what was said before the first
    answer; `in_order` goes on to the next question instead of back to the review.
    """

    draft: str
    question: str
    review: str
    erase: str
    base: Callable[[], CaseDraft]
    in_order: bool


def show_question(course: Course, slug: str) -> str:
    """The page of a question, with what was answered before; `check` shows what could not be read."""
    step = _step(slug)
    draft = load(course.draft)
    form = _form(step, draft, course)
    if "check" in request.args:
        form.validate()
    number = STEPS.index(step) + 1
    minutes = max(1, round((len(STEPS) - number + 1) * _SECONDS_A_QUESTION / 60))
    page = {"step": step, "form": form, "course": course, "number": number, "total": len(STEPS), "minutes": minutes}
    return render_template(f"questions/{slug}.html", **page, previous=STEPS[number - 2] if number > 1 else None)


def keep_answers(course: Course, slug: str) -> Response:
    """Saves what was typed, then goes on, or back to what could not be read."""
    step = _step(slug)
    answers = typed_answers()
    draft = load(course.draft)
    if draft.receipt is not None:
        receipts.hand_over()
        draft = Draft()
    draft.answers[slug] = answers
    store(course.draft, draft)
    if row := added_row():
        return redirect(url_for(course.question, slug=slug, _anchor=row, way=_way()), 303)
    if "lang" in request.form:
        return redirect(url_for(course.question, slug=slug, way=_way()), 303)
    if request.form.get("go") != "skip" and not step.form(as_formdata(answers)).validate():
        return redirect(url_for(course.question, slug=slug, check=1, way=_way()), 303)
    return redirect(_following(course, step), 303)


def show_review(course: Course, message: str = "") -> str:
    """Everything that was said, to be looked over once more."""
    draft = load(course.draft)
    return render_template(
        "review.html",
        course=course,
        sections=review_sections.sections(draft_so_far(course, draft)),
        unread=[step for step in STEPS if step.slug in draft.answers and _problems(step, draft)],
        changed=bool(draft.answers),
        message=message,
    )


def draft_so_far(course: Course, draft: Draft, *, complete: bool = False) -> CaseDraft:
    """The case with all answers; `complete` also keeps, in words, what no field could take."""
    whole = course.base()
    unread: list[str] = []
    for step in STEPS:
        if step.slug in draft.answers:
            form = step.form(as_formdata(draft.answers[step.slug]))
            form.validate()
            unread += _unread_lines(form)
            whole = step.read(whole, _readable(form))
    return whole.with_words(unread) if complete else whole


def _step(slug: str) -> Step:
    return BY_SLUG.get(slug) or abort(404)


def _form(step: Step, draft: Draft, course: Course) -> Form:
    if step.slug in draft.answers:
        return step.form(as_formdata(draft.answers[step.slug]))
    return step.form(data=step.fill(draft_so_far(course, draft)))


def _way() -> str | None:
    """Where a question was entered from; it travels along in the address."""
    return "review" if request.args.get("way") == "review" else None


def _following(course: Course, step: Step) -> str:
    place = STEPS.index(step) + 1
    if not course.in_order or _way() or place == len(STEPS):
        return url_for(course.review)
    return url_for(course.question, slug=STEPS[place].slug)


def _problems(step: Step, draft: Draft) -> list[tuple[str, str]]:
    form = step.form(as_formdata(draft.answers[step.slug]))
    form.validate()
    return problems(form)


def _unread_lines(form: Form) -> list[str]:
    """What could not be read, with the label that it stood under."""
    wrong = (field for field in every_field(form) if field.errors)
    return [f"{gettext(field.label.text)}: {field.raw_data[0]}" for field in wrong if field.raw_data]


def _readable(form: Form) -> Typed:
    """The values of a form; a field that could not be read counts as empty."""
    for field in every_field(form):
        if field.errors:
            field.data = None if isinstance(field, WholeNumber) else ""
    return form.data
