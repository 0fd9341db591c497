"""Lists such as marks and papers: a page with what was said so far, and pages for one element at a time."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from flask import redirect, render_template, request
from werkzeug.wrappers import Response

from i18n.formats import number as shown_number
from search.documents import FieldNote
from search.fields import FieldRow
from search.fields.contradictions import contradicts
from search.fields.table import Widget
from web.family.asked_back import spellings_of
from web.family.case_draft import CaseDraft
from web.family.course import BACK, Course, begun, following, frame, opened, saved, with_mark
from web.family.draft_answers import Draft
from web.family.draft_reading import case_so_far, items_of, said_in, setting_of, standing
from web.family.element_numbers import mark_of, number_meant
from web.family.page_fields import draw, must_look_again, read_anew, sent_fields, skips, with_answers
from web.family.pages import Page, element_pages
from web.family.photo_subjects import photo_address
from web.family.several_numbers import apart, put_beside
from web.fields import elements
from web.fields.answers import BOTH
from web.fields.coded_words import Understood, against, as_worded, coded_parts, several_in, understood
from web.fields.drawing import answer_ticks, control_name
from web.fields.elements import Parts
from web.fields.kept_unseen import with_kept
from web.fields.showing import element_words, noted, noted_parts
from web.fields.typed import Typed, settled, text
from web.fields.widget import Option, Setting
from web.going_elsewhere import keeps_only
from web.labels.field_words import FIELDS, said
from web.locale import gettext, language, pgettext
from web.values_in_words import joined

_NAMES = "description.names"
_MOST_ELEMENTS = 40
# Numbers are not used again while one works on a list.
_MOST_NUMBERS = 200


def show_list(course: Course, asked: Page, row: FieldRow) -> str:
    """What was said so far, each with its own change and remove, and what was taken out last."""
    draft, base = opened(course, row)
    case = case_so_far(base, draft)
    words = FIELDS[row.path]
    every, left = items_of(row, base, draft), standing(row, base, draft)
    ticks = answer_ticks(row, _answered(row, case))
    return render_template(
        "list.html",
        **frame(course, asked, case),
        name=control_name(row.path),
        row=row,
        elements={int(key): _words(row, parts, case) for key, parts in left.items()},
        photos={int(key): photo_address(course, row, int(key)) for key in left},
        marks={int(key): mark_of(parts) for key, parts in left.items()} if course.save else {},
        removed={int(key): _words(row, parts, case) for key, parts in every.items() if key not in left},
        answers=_with_neither(ticks) if left else ticks,
        problem=gettext(BOTH) if "check" in request.args and _says_both(row, case) else "",
        add=said(words.another if left else words.add),
        remove=said(words.remove),
        spellings=spellings_of(case) if row.path == _NAMES else (),
        first=element_pages(row.path)[0].slug,
        following=_next(every) if len(every) < _MOST_ELEMENTS else None,
    )


def keep_list(course: Course, asked: Page, row: FieldRow) -> Response:
    """Keeps "none" or "I do not know", takes an element out or puts it back."""
    draft, base = begun(course, row)
    before = _answered(row, case_so_far(base, draft))
    # Whoever skips a question chose nothing there either.
    draft.answers.update({} if skips() else sent_fields(asked))
    if taken := request.form.get("remove"):
        draft.items.setdefault(row.path, _plain(items_of(row, base, draft)))
        _take_out(course, draft, row, taken)
    if back := request.form.get("restore"):
        _put_back(draft, row, back)
    here = course.page(asked.slug)
    if keeps_only() or request.form.keys() & {"remove", "restore"}:
        return saved(course, draft, here, here)
    case = case_so_far(base, draft)
    leaves = request.form.get("go") == BACK
    both = not leaves and _says_both(row, case) and settled(draft.answers.get(row.path, {})) != settled(before)
    return saved(course, draft, with_mark(here, "check") if both else following(course, asked.slug, case), here)


def show_element(course: Course, asked: Page, row: FieldRow, number: int) -> str | Response:
    """One page of one element."""
    draft, base = opened(course, row)
    case = case_so_far(base, draft)
    left = standing(row, base, draft)
    if not _may_be(row, number, draft, base):
        return redirect(course.page(row.page), 303)
    parts = left.get(str(number), {})
    rows = asked.asked(said_in(case, parts))
    if not rows:
        return redirect(course.page(row.page), 303)
    typed = {each.path: _as_typed(draft, number, parts, each) for each in rows}
    place = list(left).index(str(number)) + 1 if str(number) in left else len(left) + 1
    whole = {**frame(course, asked, case), "title": _title(row, place), "why": ""}
    return render_template(
        "element.html",
        **whole,
        **draw(asked, rows, typed, setting_of(case)),
        number=number,
        seen=mark_of(parts) if course.save else None,
        understood=_coded(row, parts, case),
        several=_several(row, parts, case),
        against=_against(row, parts, case),
        kind=text(parts.get(f"{row.path}.kind", {})),
        remove=said(FIELDS[row.path].remove) if str(number) in left else "",
    )


def keep_element(course: Course, asked: Page, row: FieldRow, number: int) -> Response:
    """Keeps a part of an element, then leads to its next page, and from the last back to the list."""
    draft, base = begun(course, row)
    items = _plain(items_of(row, base, draft))
    if "remove" in request.form:
        draft.items.setdefault(row.path, items)
        _take_out(course, draft, row, str(number))
        return saved(course, draft, course.page(row.page), course.page(row.page))
    stands = _stands_already(sent_fields(asked), items.get(str(number), {}))
    number = number if stands else _meant(course, draft, row, number, items)
    if number > _MOST_NUMBERS:
        return redirect(course.page(row.page), 303)
    # What was taken out elsewhere meanwhile is put back with what was typed.
    _put_back(draft, row, str(number))
    before = items.get(str(number), {})
    setting = partial(_setting, base, draft)
    sent, answered = with_answers(asked.rows, sent_fields(asked), setting)
    typed = _as_chosen(asked, read_anew(asked.rows, sent, before), before)
    seen = {**{each.path: _as_typed(draft, number, before, each) for each in asked.rows}, **answered}
    if "split" in request.form:
        items[str(number)] = _answers({**before, **with_kept(typed, before)})
        return _made_several(course, draft, row, items, number)
    typed, others = apart(typed, setting)
    put_beside(items, number, others)
    read = understood(row, {**before, **with_kept(typed, before)}, before, language())
    parts = as_worded(row, read.parts, language()) if "reread" in request.form else read.parts
    _put(draft, row, items, number, parts)
    case = case_so_far(base, draft)
    kept = {each.path: parts.get(each.path, {}) for each in asked.rows}
    again = must_look_again(asked.rows, kept, seen, setting_of(case))
    draft.checked, draft.checked_of = (_answers(kept), str(number)) if again else ({}, "")
    here = course.element_page(asked.slug, number)
    following = _after(course, asked, row, (number, parts), case, again=again)
    return saved(course, draft, following if again else _told(read, following, here), here)


def _told(read: Understood, following: str, here: str) -> str:
    """Where an element's page leads, with what its words say where that is told; it is asked where they were typed."""
    if read.against and not _leaves() and "reread" not in request.form:
        return with_mark(here, "understood")
    return with_mark(following, "understood") if read.read or read.several or read.against else following


def _made_several(course: Course, draft: Draft, row: FieldRow, items: dict[str, Any], number: int) -> Response:
    """Makes an element of each thing that the words of one speak of; the first keeps all of the words."""
    parts = {path: typed for path, typed in items.get(str(number), {}).items() if settled(typed)}
    for place, each in enumerate(several_in(row, parts, language())):
        taken = number if place == 0 else _next(items)
        _put(draft, row, items, taken, {**each, **parts} if place == 0 else each)
    return saved(course, draft, course.page(row.page), course.page(row.page))


def _setting(base: CaseDraft, draft: Draft) -> Setting:
    return setting_of(case_so_far(base, draft))


def _meant(course: Course, draft: Draft, row: FieldRow, number: int, items: Mapping[str, object]) -> int:
    """The number of the element that the page was about; what no number stands for becomes a new element."""
    if course.save is not None and "seen" in request.form:
        return int(number_meant(draft, row.path, str(number), request.form["seen"]))
    return number if str(number) in items else _next(items)


def _stands_already(sent: Parts, parts: Parts) -> bool:
    """Whether all that a page sends stands in the element of its number: its answer was lost, and it is sent again."""
    said = {path: kept for path, typed in sent.items() if (kept := settled(typed))}
    return bool(said) and all(kept == settled(parts.get(path, {})) for path, kept in said.items())


def _as_chosen(asked: Page, sent: Parts, before: Parts) -> dict[str, dict[str, list[str]]]:
    """What was sent, with the choices of before where none was: no radio button can be let go of again.

    A page that was open before its words were read into a choice sends none when it is sent once more.
    """
    choices = [each.path for each in asked.rows if each.widget is Widget.CHOICE]
    if any(settled(sent.get(path, {})) for path in choices):
        return _answers(sent)
    kept = {path: {"": before[path][""]} for path in choices if settled(before.get(path, {})).get("")}
    return _answers({**sent, **kept})


def _take_out(course: Course, draft: Draft, row: FieldRow, number: str) -> None:
    if course.save is not None and "seen" in request.form:
        number = number_meant(draft, row.path, number, request.form["seen"])
    if number in draft.items[row.path]:
        draft.removed[row.path] = [*(one for one in draft.removed.get(row.path, []) if one != number), number]


def _put_back(draft: Draft, row: FieldRow, number: str) -> None:
    draft.removed[row.path] = [one for one in draft.removed.get(row.path, []) if one != number]


def _as_typed(draft: Draft, number: int, parts: Parts, part: FieldRow) -> Typed:
    """What the page of an element shows: as it was typed while it is to be looked at again."""
    if draft.checked_of == str(number) and part.path in draft.checked and _is_checked():
        return draft.checked[part.path]
    return parts.get(part.path, {})


def _after(
    course: Course, asked: Page, row: FieldRow, element: tuple[int, Parts], case: CaseDraft, *, again: bool
) -> str:
    number, parts = element
    here = course.element_page(asked.slug, number)
    if keeps_only():
        return here
    if again:
        return with_mark(here, "check")
    if request.form.get("go") == BACK:
        return _before(course, asked, row, number)
    pages = [one for one in element_pages(row.path) if one.asked(said_in(case, parts))]
    behind = [one for one in pages if _place(row, one) > _place(row, asked)]
    said_something = any(settled(typed) for typed in parts.values())
    return course.element_page(behind[0].slug, number) if behind and said_something else course.page(row.page)


def _put(draft: Draft, row: FieldRow, items: dict[str, Any], number: int, parts: Parts) -> None:
    """Keeps the element's parts; an element of which nothing is said is none, and one that is said answers the list."""
    items[str(number)] = dict(parts)
    draft.items[row.path] = {key: kept for key, kept in items.items() if any(settled(typed) for typed in kept.values())}
    if draft.items[row.path]:
        draft.answers.pop(row.path, None)


def _may_be(row: FieldRow, number: int, draft: Draft, base: CaseDraft) -> bool:
    """Whether a number is that of an element or of the next one."""
    every = items_of(row, base, draft)
    if str(number) in draft.removed.get(row.path, []):
        return False
    return str(number) in every or (number == _next(every) and len(every) < _MOST_ELEMENTS)


def _is_checked() -> bool:
    """Whether this request shows a page to be looked at again, or sends what it showed."""
    return request.method == "POST" or "check" in request.args


def _next(every: Mapping[str, object]) -> int:
    return max((int(number) for number in every), default=0) + 1


def _words(row: FieldRow, parts: Parts, case: CaseDraft) -> str:
    """An element in one line: what was understood, and what was only written."""
    read = elements.read(row, parts, setting_of(case))
    understood = element_words(row, read.value) if read.value is not None else ""
    written = joined(*(one.text for one in noted(row, FieldNote(field=row.path, words=read.words))))
    return " ".join(filter(None, (understood, noted_parts(read.notes), written)))


def _coded(row: FieldRow, parts: Parts, case: CaseDraft) -> str:
    """What the page before read from words, where it says that it did."""
    return _words(row, coded_parts(row, parts), case) if "understood" in request.args else ""


def _several(row: FieldRow, parts: Parts, case: CaseDraft) -> list[str]:
    if "understood" not in request.args:
        return []
    return [_words(row, coded_parts(row, one), case) for one in several_in(row, parts, language())]


def _against(row: FieldRow, parts: Parts, case: CaseDraft) -> str:
    """What the words say instead of what was chosen, on the page that asks about it."""
    return _words(row, against(row, parts, language()), case) if "understood" in request.args else ""


def _title(row: FieldRow, place: int) -> str:
    """The heading of one element of a list, for example "Mark 2"."""
    numbered = FIELDS[row.path].numbered
    return pgettext(*numbered, number=shown_number(language(), place)) if numbered else said(FIELDS[row.path].item)


def _before(course: Course, asked: Page, row: FieldRow, number: int) -> str:
    place = _place(row, asked)
    return course.element_page(element_pages(row.path)[place - 1].slug, number) if place else course.page(row.page)


def _place(row: FieldRow, asked: Page) -> int:
    return element_pages(row.path).index(asked)


def _leaves() -> bool:
    """Whether whoever sent this page wants to be elsewhere than on it."""
    return request.form.get("go") == BACK or bool(keeps_only())


def _plain(items: dict[str, Parts]) -> dict[str, dict[str, dict[str, list[str]]]]:
    """Elements as a draft keeps them."""
    return {key: _answers(parts) for key, parts in items.items()}


def _answers(parts: Parts) -> dict[str, dict[str, list[str]]]:
    return {path: dict(typed) for path, typed in parts.items()}


def _says_both(row: FieldRow, case: CaseDraft) -> bool:
    said = case.answered(row)
    return contradicts(said.value, said.note)


def _with_neither(ticks: Sequence[Option]) -> tuple[Option, ...]:
    """The answers of a list that has elements: none unless one was given, and then how to take it back."""
    return (*ticks, Option("", gettext("Keep what I wrote above."))) if any(one.chosen for one in ticks) else ()


def _answered(row: FieldRow, case: CaseDraft) -> dict[str, list[str]]:
    answer = case.answered(row).note.answer
    return {"answer": [answer.value]} if answer else {}
