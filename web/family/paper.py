"""The whole form on two sheets of paper, and the quick pages on which a helper types in what was written there.

Both follow the table of fields: the questions stand under the numbers that they have on the screen, and lists have so
many rows on paper as the quick pages have places for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from search.fields import FieldRow
from search.fields.table import Widget
from search.vocabulary import NUMBERED_TEETH
from search.vocabulary.code_sets import CODE_SETS
from web.family.asked_simply import asked_simply, said_plainly
from web.family.course import following
from web.family.draft_answers import Draft, load, store
from web.family.draft_reading import case_so_far, items_of, standing, typed_for
from web.family.helping import helper_of_form
from web.family.new_search import FILING
from web.family.pages import Page, element_pages, main_pages
from web.fields.choices import code_words, offered_codes
from web.fields.drawing import DrawnField, answer_ticks, control_name, drawn
from web.fields.elements import Parts
from web.fields.kept_unseen import said_again, unseen, with_kept
from web.fields.typed import Typed, settled
from web.fields.widget import Control, Option
from web.fields.worded_choices import is_worded
from web.going_elsewhere import keeps_only
from web.labels.field_words import short_label
from web.locale import pgettext

paper_pages = Blueprint("paper", __name__, template_folder="templates")
# Rows of each list; whoever has more writes them on the back.
ROWS = {
    "description.names": 2,
    "description.marks": 3,
    "description.effects": 4,
    "identifiers.phones": 3,
    "identifiers.documents": 2,
    "filing.contacts": 2,
    "filing.control_questions": 1,
}
# The quick pages, by the parts of a case that each has.
QUICK = (("who", "last"), ("journey", "body"), ("things", "numbers"), ("more", "you"))
_MOST_TEXTS, _MOST_COLUMNS = 20, 5
_ROOM_FOR = 3


@dataclass(frozen=True, slots=True)
class PaperCode:
    """Codes that are named once, with the numbers by which the rows of a list call them."""

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperField:
    """A line to write on, or boxes to tick; `lines` of them, none where boxes are enough."""

    label: str
    ticks: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question under its number. A list has `columns`, codes and so many empty rows."""

    number: int
    title: str
    fields: tuple[PaperField, ...] = ()
    ticks: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    codes: tuple[PaperCode, ...] = ()
    rows: int = 0

    @property
    def stacked(self) -> bool:
        """Whether its elements stand side by side, because they have too many parts for one row."""
        return len(self.columns) > _MOST_COLUMNS


@dataclass(frozen=True, slots=True)
class QuickQuestion:
    """One question of a quick page: its fields, or for a list a row of fields for each element."""

    number: int
    title: str
    rows: tuple[tuple[DrawnField, ...], ...]


@paper_pages.get("/paper")
def show() -> str:
    """The form for printing, in the reader's language."""
    return render_template("paper.html", questions=[_on_paper(one) for one in main_pages()])


@paper_pages.get("/together/paper/<int:number>")
def quick(number: int) -> str | tuple[str, int]:
    """One quick page with what was typed before; only where somebody helps, and the relative said yes to it."""
    asked = _asked(number)
    if helper_of_form() is None:
        return render_template("together_over.html"), 400
    draft = load(FILING.draft)
    questions = [_to_type(one, draft) for one in asked]
    return render_template("paper_quick.html", questions=questions, number=number, of=len(QUICK))


@paper_pages.post("/together/paper/<int:number>")
def keep(number: int) -> Response:
    """Keeps what was typed as it came, and leads on; what cannot be read is told in the review."""
    asked = _asked(number)
    if helper_of_form() is None:
        return redirect(url_for("together.show"), 303)
    draft = load(FILING.draft)
    for one in asked:
        _take(one, draft)
    store(FILING.draft, draft)
    if keeps_only():
        return redirect(url_for("paper.quick", number=number), 303)
    if number < len(QUICK):
        return redirect(url_for("paper.quick", number=number + 1), 303)
    case = case_so_far(FILING.base(), draft)
    return redirect(following(FILING, main_pages()[-1].slug, case), 303)


def _asked(number: int) -> list[Page]:
    """The questions of a quick page."""
    if not 1 <= number <= len(QUICK):
        abort(404)
    return [one for one in main_pages() if one.group in QUICK[number - 1]]


def _on_paper(asked: Page) -> PaperQuestion:
    number, title = asked.number, pgettext(*asked.title)
    if asked.listed is None:
        return PaperQuestion(number, title, tuple(_paper_field(row, alone=len(asked.rows) == 1) for row in asked.rows))
    parts = _parts(asked.listed)
    return PaperQuestion(
        number,
        title,
        ticks=_ticks(asked.listed),
        columns=tuple(short_label(row.path) for row in parts),
        codes=tuple(PaperCode(short_label(row.path), _code_words(row)) for row in parts if row.codes),
        rows=ROWS[asked.listed.path],
    )


def _paper_field(row: FieldRow, *, alone: bool) -> PaperField:
    label = "" if alone else short_label(row.path)
    if row.widget is Widget.CHOICE:
        return PaperField(label, _code_words(row), 0)
    long = row.widget in (Widget.TEXT, Widget.NAMES, Widget.LINES)
    return PaperField(label, _ticks(row), 2 if long else 1)


def _ticks(row: FieldRow) -> tuple[str, ...]:
    options = answer_ticks(row, {}) if row.widget is Widget.ITEMS else asked_simply(row, drawn(row, {})).answers
    return tuple(option.label for option in options)


def _code_words(row: FieldRow) -> tuple[str, ...]:
    """The words of a choice. Single teeth, which come last, are written by their number."""
    return tuple(code_words(CODE_SETS[row.codes], code) for code in offered_codes(row) if code not in NUMBERED_TEETH)


def _parts(listed: FieldRow) -> tuple[FieldRow, ...]:
    """What is asked of each element, in the order of its pages."""
    return tuple(row for one in element_pages(listed.path) for row in one.rows)


def _to_type(asked: Page, draft: Draft) -> QuickQuestion:
    number, base, title = asked.number, FILING.base(), pgettext(*asked.title)
    if asked.listed is None:
        typed = [(row, typed_for(row, base, draft)) for row in asked.rows]
        return QuickQuestion(number, title, (tuple(_quick_field(row, said) for row, said in typed),))
    listed = asked.listed
    said_so_far = list(standing(listed, base, draft).values())
    rows = [_element(listed, place, said_so_far) for place in range(1, ROWS[listed.path] + 1)]
    return QuickQuestion(number, title, tuple(rows))


def _element(listed: FieldRow, place: int, said: Sequence[Parts]) -> tuple[DrawnField, ...]:
    parts = said[place - 1] if place <= len(said) else {}
    return tuple(_quick_field(row, parts.get(row.path, {}), place) for row in _parts(listed))


def _quick_field(row: FieldRow, typed: Typed, place: int = 0) -> DrawnField:
    """A field without its hint and its picture, under its short label: whoever types has the paper beside it.

    A choice has no line for words on paper; where the family wrote some on the screen, they stand here too.
    """
    simple = drawn(row, unseen(row, typed))
    field = simple if is_worded(row) else asked_simply(row, simple)
    short = replace(
        field,
        name=_quick_name(row, place),
        label=short_label(row.path),
        hint="",
        picture="",
        more="",
        controls=tuple(_quick_control(one, repeats=bool(field.more)) for one in field.controls),
    )
    return said_again(short, row, typed)


def _quick_control(one: Control, *, repeats: bool) -> Control:
    if one.kind == "radios":
        numbered = [replace(option, label=f"{place} {option.label}") for place, option in enumerate(one.options, 1)]
        return replace(one, kind="select", options=(Option("", "", chosen=False), *numbered))
    room = max(_ROOM_FOR - len(one.values), 0) if repeats else 0
    return replace(one, values=(*one.values, *[""] * room))


def _quick_name(row: FieldRow, place: int) -> str:
    """Elements of a list are told apart by a number behind a point, which no name of a field has."""
    return f"{control_name(row.path)}.{place}" if place else control_name(row.path)


def _take(asked: Page, draft: Draft) -> None:
    """Takes what a request says of one question into a draft."""
    if asked.listed is None:
        draft.answers.update({row.path: said_plainly(row, _sent(_quick_name(row, 0))) for row in asked.rows})
        return
    listed = asked.listed
    kept = {number: dict(parts) for number, parts in items_of(listed, FILING.base(), draft).items()}
    numbers = list(standing(listed, FILING.base(), draft))
    for place in range(1, ROWS[listed.path] + 1):
        number = numbers[place - 1] if place <= len(numbers) else _next(kept)
        before = kept.get(number, {})
        sent = {row.path: _sent(_quick_name(row, place)) for row in _parts(listed)}
        kept[number] = {**before, **with_kept(sent, before)}
    draft.items[listed.path] = {
        number: {path: dict(typed) for path, typed in parts.items()}
        for number, parts in kept.items()
        if any(settled(typed) for typed in parts.values())
    }


def _next(numbers: Iterable[str]) -> str:
    return str(max((int(number) for number in numbers), default=0) + 1)


def _sent(name: str) -> dict[str, list[str]]:
    """What the request says of one field, by part."""
    typed: dict[str, list[str]] = {}
    for key, value in request.form.items(multi=True):
        if key == name or key.startswith(f"{name}-"):
            texts = typed.setdefault(key[len(name) + 1 :], [])
            texts += [value] if len(texts) < _MOST_TEXTS else []
    return typed
