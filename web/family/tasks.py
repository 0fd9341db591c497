"""What a family can do for its search, one thing at a time: each complete in itself, in any order, on any day.

A task that asks questions leads through its own pages and back to the page of the search. How long one takes follows
from how many pages it has.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import url_for

from i18n.translate import pgettext_noop as p_
from search.access import ActorKind
from search.fields import FieldRow
from search.summaries import CaseSummary
from search.vocabulary import ConsentPurpose
from web.context import shared
from web.family.case_draft import CaseDraft
from web.family.draft_reading import said_in
from web.family.own_numbers import without_own_numbers
from web.family.own_phone import phone_said
from web.family.pages import all_pages, element_pages, page
from web.labels.field_words.entry import Marked
from web.locale import pgettext
from web.session_cookies import current_actor

# A page of ours is read and answered in about twenty seconds.
_SECONDS_A_PAGE = 20
# So many tasks stand open at most; the rest is folded.
_FIRST = 3
# Without these nobody may be asked about the person, whatever else is known.
_MISSED_MOST = ("only-you", "talk")
_REACHING = "you"
Tells = Callable[[CaseSummary], bool]


def _no(case: CaseSummary) -> bool:  # noqa: ARG001 - has the form of its kind
    return False


def _nothing(case: CaseSummary) -> str:  # noqa: ARG001 - has the form of its kind
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do. `pages` are the questions that it asks, in order; none for a task with a page of its own.

    `minutes` it takes about; `first` gives the address that it begins at; `done` and `begun` say of a case how far it
    is; `answered`, of what is done by an answer, which one was given; `for_second_relative`: whether somebody may do it
    whom the family let in; `title_unspoken`: how it is called where nobody entered where people are spoken with.
    """

    slug: str
    title: Marked
    minutes: int
    first: Callable[[CaseSummary], str]
    done: Tells
    begun: Tells = _no
    pages: tuple[str, ...] = ()
    answered: Callable[[CaseSummary], str] = _nothing
    for_second_relative: bool = True
    title_unspoken: Marked | None = None


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task as the page of a case lists it; `answered` is the answer that was given where one is asked for."""

    title: str
    address: str
    minutes: int
    done: bool
    begun: bool
    answered: str = ""


@dataclass(frozen=True, slots=True)
class TaskList:
    """The tasks of a case: those whose absence does most harm, and the others."""

    first: list[ShownTask]
    more: list[ShownTask]


def shown_tasks(case: CaseSummary, *, reachable: bool) -> TaskList:
    """Every task with how far it is. It follows from the family's own words and acts alone.

    Of whoever cannot be reached the page asks that before any task, so that one task fewer stands first.
    """
    shown = {task.slug: _shown(task, case) for task in TASKS if _is_offered(task)}
    left = [slug for slug, one in shown.items() if not one.done and slug != _REACHING]
    first = sorted(left, key=_harm)[: _FIRST if reachable else _FIRST - 1]
    return TaskList([shown[slug] for slug in first], [one for slug, one in shown.items() if slug not in first])


def _shown(task: Task, case: CaseSummary) -> ShownTask:
    done, begun, answered = task.done(case), task.begun(case), task.answered(case)
    return ShownTask(pgettext(*_title(task)), task.first(case), task.minutes, done, begun, answered)


def _title(task: Task) -> Marked:
    """No task promises a talk that nobody holds."""
    return task.title_unspoken if task.title_unspoken and not shared().information.talks() else task.title


def _is_offered(task: Task) -> bool:
    return task.for_second_relative or current_actor().kind is not ActorKind.RELATIVE


def _harm(slug: str) -> int:
    """Where a task stands among those that are missed most; all others behind, in their order."""
    return _MISSED_MOST.index(slug) if slug in _MISSED_MOST else len(_MISSED_MOST)


def task_with(slug: str) -> Task | None:
    """The task that a page of questions belongs to; None for a page of none."""
    asked = page(slug)
    main = asked.element_of.page if asked is not None and asked.element_of else slug
    return next((task for task in TASKS if main in task.pages), None)


def _asking(slug: str, title: Marked, *pages: str) -> Task:
    """A task that asks questions of the form."""
    return Task(
        slug=slug,
        title=title,
        minutes=_minutes(sum(_length(one) for one in pages)),
        first=lambda _: url_for("case.question", slug=pages[0]),
        done=lambda case: not _left(case, pages),
        begun=lambda case: len(_left(case, pages)) < len(pages),
        pages=pages,
    )


def _allowing(slug: str, title: Marked, purpose: ConsentPurpose) -> Task:
    """A task that asks who may be told or shown something; answered is answered, yes or no."""
    return Task(
        slug=slug,
        title=title,
        minutes=_minutes(3),
        first=lambda _: url_for("consents.group", purpose=purpose.value),
        done=lambda case: bool(_answer(case, purpose)),
        answered=lambda case: _answer(case, purpose),
        for_second_relative=False,
    )


def _answer(case: CaseSummary, purpose: ConsentPurpose) -> str:
    """What counts of all that was said: "yes" where anybody may, "no" where nobody does; empty where nothing was."""
    counting = [one.allowed for one in case.consents if one.purpose is purpose and one.withdrawn_at is None]
    return ("yes" if any(counting) else "no") if counting else ""


def _of_group(*groups: str) -> tuple[str, ...]:
    return tuple(one.slug for one in all_pages() if one.group in groups and one.element_of is None)


def _left(case: CaseSummary, pages: tuple[str, ...]) -> list[str]:
    """The pages of which nothing is said yet."""
    draft = without_own_numbers(CaseDraft.of(case))
    return [slug for slug in pages if (rows := _rows(slug, draft)) and all(draft.says_nothing(row) for row in rows)]


def _rows(slug: str, draft: CaseDraft) -> tuple[FieldRow, ...]:
    asked = page(slug)
    return asked.asked(said_in(draft)) if asked is not None else ()


def _length(slug: str) -> int:
    """How many pages one meets: of a list, those of two of its elements."""
    asked = page(slug)
    return 1 + (2 * len(element_pages(asked.listed.path)) if asked is not None and asked.listed is not None else 0)


def _minutes(pages: int) -> int:
    return max(1, round(pages * _SECONDS_A_PAGE / 60))


TASKS: tuple[Task, ...] = (
    _asking("marks", p_("task", "Add marks: tattoos, scars, teeth"), "marks"),
    Task(
        slug="photo",
        title=p_("task", "Add a photo"),
        minutes=_minutes(3),
        first=lambda _: url_for("photos.show"),
        done=lambda case: case.photos > 0,
    ),
    Task(
        slug="talk",
        title=p_("task", "Talk with us"),
        title_unspoken=p_("task", "Write to us"),
        minutes=_minutes(2),
        first=lambda _: url_for("inbox.show"),
        done=lambda case: case.talked_on is not None,
    ),
    replace(
        _asking("only-you", p_("task", "Write something that only you know"), "only-you"), for_second_relative=False
    ),
    _allowing("naming", p_("task", "Say who may know that you are searching"), ConsentPurpose.NAMING),
    _allowing("sample", p_("task", "Giving a sample"), ConsentPurpose.FORENSIC),
    Task(
        slug="committee",
        title=p_("task", "Choose a committee"),
        minutes=_minutes(2),
        first=lambda _: url_for("committee_choice.show"),
        done=_no,
        for_second_relative=False,
    ),
    _allowing("sharing", p_("task", "Say who may see this search"), ConsentPurpose.SHARING),
    _asking("who", p_("task", "Write more about who they are"), *_of_group("who")),
    _asking("journey", p_("task", "Describe the last contact and the journey"), *_of_group("last", "journey")),
    _asking("body", p_("task", "Describe what they look like"), *(one for one in _of_group("body") if one != "marks")),
    _asking("things", p_("task", "Add what they wore or carried"), *_of_group("things")),
    _asking("numbers", p_("task", "Add numbers, papers and accounts"), *_of_group("numbers", "more")),
    Task(
        slug="phone",
        title=p_("task", "Say whether this phone is only yours"),
        minutes=1,
        first=lambda _: url_for("phone.ask", to="case"),
        done=lambda _: bool(phone_said()),
    ),
    Task(
        slug="understood",
        title=p_("task", "See how we understood you"),
        minutes=_minutes(3),
        first=lambda _: url_for("understood.show"),
        done=_no,
    ),
    _asking("you", p_("task", "Say how we can reach you"), *(one for one in _of_group("you") if one != "only-you")),
)
