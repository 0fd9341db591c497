"""The short way in: three pages of the fields that the table gives a door, and the search is started.

They write where the long form writes, so that whoever opens that later finds every word. What was not answered counts
as the strictest: without a way nobody calls, and without a word on it nobody says why. What cannot be read as it stands
is kept in words, and the way goes on: what is to be asked about it waits at the search.
"""

from collections.abc import Mapping
from functools import cache, partial

from flask import render_template, request, url_for

from search.fields.table import Widget, catalogue
from web.family.course import BACK, Course, Progress, begun, draft_so_far, frame
from web.family.door_fields import keep_sent, said_twice, short_fields, typed_before
from web.family.draft_answers import Draft, load, store
from web.family.draft_reading import setting_of
from web.family.listening import heard
from web.family.page_fields import draw, sent_fields, skips, wrote
from web.family.pages import Page, main_pages
from web.fields.typed import Typed, settled
from web.going_elsewhere import keeps_only

DOOR = ("who", "last", "reach")
# What the buttons of the last page say: start the search, or write more first.
START, MORE = "start", "more"

_Sent = Mapping[str, Typed]


@cache
def door_page(slug: str) -> Page:
    """A page of the short way, with the fields that the table gives it."""
    rows = (row for row in catalogue().values() if row.door == slug and row.widget is not Widget.ITEMS)
    return Page(slug=slug, group="door", rows=tuple(rows))


def show_door(course: Course, slug: str) -> str:
    """A page of the short way with what was typed before, also what was typed in the long form."""
    asked, draft = door_page(slug), load(course.draft)
    case = draft_so_far(course, draft)
    typed = {row.path: typed_before(row, course.base(), draft) for row in asked.rows}
    shorten = partial(short_fields, asked, typed, check="check" in request.args)
    return render_template(
        "door.html",
        **frame(course, asked, case) | {"progress": _progress(slug)},
        **heard(slug),
        **draw(asked, asked.rows, typed, setting_of(case), shorten),
        last=slug == DOOR[-1],
        nothing="nothing" in request.args,
    )


def keep_door(course: Course, slug: str) -> tuple[Draft, str]:
    """What was typed with the draft that it belongs to, and the address that follows; none to start the search.

    The draft is kept here unless the search is to be started with it: a second press of the same button must not lay
    what was typed over the receipt of the first.
    """
    asked, (draft, _) = door_page(slug), begun(course)
    sent = sent_fields(asked)
    seen = {row.path: typed_before(row, course.base(), draft) for row in asked.rows}
    waits, writes = draft.begun, wrote(asked.rows, sent, seen)
    if writes or not skips():
        keep_sent(asked, draft, seen, sent)
    if skips() and writes:
        address = url_for(course.question, slug=slug, skipped=1)
    else:
        address = _after(course, asked, draft, (sent, seen), waits=waits)
    if address:
        store(course.draft, draft)
    return draft, address


def door_again(course: Course) -> str:
    """The address of the first page, where it says what would be enough."""
    return url_for(course.question, slug=DOOR[0], nothing=1)


def _after(course: Course, asked: Page, draft: Draft, typed: tuple[_Sent, _Sent], *, waits: bool) -> str:
    sent, seen = typed
    if keeps_only():
        return url_for(course.question, slug=asked.slug)
    if request.form.get("go") == BACK:
        return _progress(asked.slug).previous
    unlike = any(settled(sent[path]) != settled(seen[path]) for path in sent)
    if unlike and said_twice(asked, sent):
        return url_for(course.question, slug=asked.slug, check=1)
    if asked.slug != DOOR[-1]:
        return url_for(course.question, slug=DOOR[DOOR.index(asked.slug) + 1])
    return _behind(course, draft, waits=waits)


def _behind(course: Course, draft: Draft, *, waits: bool) -> str:
    """Behind the last page: with an organisation's help everything is read aloud before the search is started."""
    pressed = request.form.get("go")
    if pressed == MORE:
        return url_for(course.question, slug=main_pages()[0].slug)
    if pressed != START or draft.helped is not None:
        return url_for(course.review)
    return "" if waits else door_again(course)


def _progress(slug: str) -> Progress:
    place = DOOR.index(slug)
    previous = url_for("filing.question", slug=DOOR[place - 1]) if place else url_for("family.start")
    return Progress(place + 1, len(DOOR), 1, previous)
