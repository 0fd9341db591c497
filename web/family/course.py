"""A way through the pages: where one stands, what comes before and behind, and how long it takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from search.fields import FieldRow
from web.family import receipts
from web.family.case_draft import CaseDraft
from web.family.case_saving import hold
from web.family.draft_answers import Draft, load, store
from web.family.draft_reading import case_so_far, number_lists, said_in
from web.family.page_fields import skips
from web.family.pages import Page, main_pages
from web.family.sharing_step import SPECIAL_PAGES
from web.family.tasks import task_with
from web.locale import pgettext

_SECONDS_A_PAGE = 20
# What the button says that leads past the questions that are left.
ENOUGH = "enough"
_SKIPPED = "skipped"
# What the button says that leads back: it keeps what is typed, as every button of a page does.
BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A way through the pages.

    `draft` names its draft; `question`, `element`, `review` and `erase` are endpoints; `base` gives what was said
    before the first answer; `in_order` goes through the whole form and ends at the review, else each task is a way of
    its own and ends at the page of the search. `save` keeps what is sent: at once in the case, where there is one; then
    it says why that cannot be, or nothing.
    """

    draft: str
    question: str
    element: str
    review: str
    erase: str
    base: Callable[[], CaseDraft]
    in_order: bool
    save: Callable[[Draft], str] | None = None

    def page(self, slug: str) -> str:
        """The address of a page, with the way it was entered by."""
        return url_for(self.question, slug=slug, way=way())

    def reviewed_page(self, slug: str) -> str:
        """The address of a page that leads back to the review."""
        return url_for(self.question, slug=slug, way="review")

    def single_page(self, slug: str) -> str:
        """The address of a page that leads back to the page of the search."""
        return url_for(self.question, slug=slug, way="case")

    @property
    def entered_from(self) -> str:
        """The address of the page that this one was entered from, and that its last page leads back to."""
        return url_for(self.review if self.in_order or way() == "review" else "case.show")

    def element_page(self, slug: str, number: int) -> str:
        """The address of a page of one element of a list."""
        return url_for(self.element, slug=slug, number=number, way=way())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one has come: this page among those that are asked, and about how many minutes the rest takes."""

    number: int
    total: int
    minutes: int
    previous: str


def way() -> str | None:
    """From where a single page was entered, to which it leads back; it travels along in the address."""
    entered = request.args.get("way")
    return entered if entered in ("review", "case") else None


def opened(course: Course, *lists: FieldRow) -> tuple[Draft, CaseDraft]:
    """The draft of a course, and what was said before it.

    Where the case is changed at once, the elements of these lists, and of those in the draft, have their numbers.
    """
    draft, base = load(course.draft), course.base()
    if course.save is not None:
        number_lists(draft, base, {*draft.items, *(row.path for row in lists)})
    return draft, base


def begun(course: Course, *lists: FieldRow) -> tuple[Draft, CaseDraft]:
    """The same where something is sent: a new draft in place of one that was filed."""
    draft, base = opened(course, *lists)
    if draft.receipt is None:
        return draft, base
    receipts.hand_over()
    return Draft(), base


def saved(course: Course, draft: Draft, address: str, here: str) -> Response:
    """Saves what was sent and leads on to `address`; back to the page that was sent where it cannot be saved."""
    if course.save is None:
        store(course.draft, draft)
        return redirect(address, 303)
    problem = course.save(draft)
    if problem:
        return redirect(with_mark(here, "refused", problem), 303)
    return redirect(address if skips() else with_mark(address, "saved"), 303)


def kept_open(course: Course, draft: Draft, here: str) -> Response:
    """Keeps what was typed beside a press that leaves the question open, and leads to where its page asks about it.

    It is no answer yet: in a filed search it waits for a press that saves it.
    """
    if course.save is None:
        store(course.draft, draft)
    else:
        hold(draft)
    return redirect(with_mark(here, _SKIPPED), 303)


def saving() -> str:
    """What became of the page that was sent before this one: `saved`, why it is not, or nothing to say."""
    told = next((mark for mark in ("saved", _SKIPPED) if mark in request.args), "")
    return told or request.args.get("refused", "")


def with_mark(address: str, mark: str, value: str = "1") -> str:
    """The address of a page that says something about what was sent: that it is saved, or is to be looked at again."""
    path, fragment_sign, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{mark}={value}{fragment_sign}{fragment}"


def draft_so_far(course: Course, draft: Draft) -> CaseDraft:
    """The case with all answers of a draft."""
    return case_so_far(course.base(), draft)


def frame(course: Course, asked: Page, case: CaseDraft) -> dict[str, object]:
    """What every page of fields has round them."""
    return {
        "course": course,
        "saving": saving(),
        "page": asked,
        "title": pgettext(*asked.title),
        "why": pgettext(*asked.why) if asked.why else "",
        "progress": progress(course, asked.element_of.page if asked.element_of else asked.slug, case),
    }


def progress(course: Course, slug: str, case: CaseDraft) -> Progress:
    """This page among those that are asked; a page of an element counts as its list."""
    slugs = _asked_slugs(course, slug, case)
    place = slugs.index(slug) if slug in slugs else 0
    minutes = round((len(slugs) - place) * _SECONDS_A_PAGE / 60)
    return Progress(place + 1, len(slugs), max(1, minutes), _previous(course, slugs, place))


def _previous(course: Course, slugs: Sequence[str], place: int) -> str:
    if way():
        return course.entered_from
    if place:
        return url_for(course.question, slug=slugs[place - 1])
    return url_for("family.start") if course.in_order else course.entered_from


def following(course: Course, slug: str, case: CaseDraft) -> str:
    """The address that follows a page: the next one that is asked, or the review, also for whoever wrote enough.

    In a filed case a task ends at the page of the search.
    """
    if request.form.get("go") == BACK:
        return progress(course, slug, case).previous
    slugs = _asked_slugs(course, slug, case)
    place = slugs.index(slug) + 1 if slug in slugs else len(slugs)
    if way() or place == len(slugs) or request.form.get("go") == ENOUGH:
        return course.entered_from
    return url_for(course.question, slug=slugs[place])


def _asked_slugs(course: Course, slug: str, case: CaseDraft) -> list[str]:
    """The pages of the way that a page stands on: the whole form, or its task; alone where it was entered alone."""
    said = said_in(case)
    asked = [one.slug for one in main_pages() if one.asked(said)]
    if course.in_order:
        return [*asked, *SPECIAL_PAGES]
    task = None if way() else task_with(slug)
    return [one for one in asked if task is not None and one in task.pages]
