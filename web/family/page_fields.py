"""The fields of a page: drawn with what was typed, and read from what is sent."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from flask import request

from search.fields import FieldRow
from search.fields.table import Widget
from web.family.asked_simply import asked_simply, said_plainly
from web.family.draft_answers import Answers
from web.family.pages import Page
from web.fields import choices, soft_questions
from web.fields.answers import BOTH, reading
from web.fields.drawing import DrawnField, control_name, drawn, typed_in
from web.fields.kept_unseen import said_again, unseen
from web.fields.typed import RIGHT, Typed, settled, text, texts
from web.fields.widget import Setting
from web.labels.field_words import FIELDS
from web.pictures.body_choices import with_spots_read

# The hidden field that names the fields of a page: radio buttons of which none is chosen send nothing.
SHOWN = "shown"
# What the button says that leaves a question open.
SKIP = "skip"
_MOST_TEXTS = 60
# Fields in which nothing is typed but words beside the choice, and the parts of the others in which something is.
_CHOSEN = (Widget.CHOICE, Widget.YES_NO, Widget.ITEMS)
_TYPED = ("", "day", "month", "year", "written", "text", "country")
_ON_THE_BODY = "body"


def sent_fields(asked: Page) -> dict[str, Answers]:
    """What the request says of the fields of a page, those alone that the page showed."""
    form = list(with_spots_read(request.form).items(multi=True))
    shown = request.form.getlist(SHOWN)
    sent = {row.path: said_plainly(row, typed_in(form, row)) for row in asked.rows}
    return {path: _bounded(typed) for path, typed in sent.items() if typed or path in shown}


def skips() -> bool:
    """Whether the button was pressed that leaves a question open."""
    return request.form.get("go") == SKIP


def wrote(rows: Sequence[FieldRow], sent: Mapping[str, Typed], seen: Mapping[str, Typed]) -> bool:
    """Whether anything was typed that did not stand there before; what is only chosen is not."""
    return any(
        typed and typed != texts(seen.get(row.path, {}), part)
        for row in rows
        for part in (("written",) if row.widget in _CHOSEN else _TYPED)
        if (typed := texts(sent.get(row.path, {}), part))
    )


def must_look_again(
    rows: Sequence[FieldRow],
    sent: Mapping[str, Typed],
    seen: Mapping[str, Typed],
    setting: Setting,
) -> bool:
    """Whether something is to be looked at that was not sent just like this before: words may stay as they are."""
    if request.form.get("go") == "back":
        return False
    return any(
        settled(sent[row.path]) != settled(seen.get(row.path, {})) and _asks(row, sent[row.path], setting)
        for row in rows
        if row.path in sent
    )


def with_answers(
    rows: Sequence[FieldRow], sent: dict[str, Answers], setting: Callable[[], Setting]
) -> tuple[dict[str, Answers], dict[str, Answers]]:
    """What was sent, after the questions beneath the fields were answered; and, of the answered fields, that again.

    Whoever answered is not asked about the same field a second time; what was said of earlier words ends with them.
    """
    asked = [row for row in rows if soft_questions.ASKED in sent.get(row.path, {})]
    read = {row.path: soft_questions.answered(row, sent[row.path], setting()) for row in asked}
    said = {**sent, **read}
    right = [row for row in rows if RIGHT in said.get(row.path, {})]
    return {**said, **{row.path: soft_questions.still_right(row, said[row.path], setting()) for row in right}}, read


def read_anew(rows: Sequence[FieldRow], sent: Mapping[str, Answers], before: Mapping[str, Typed]) -> dict[str, Answers]:
    """What was sent, without codes that were read from words which were changed since."""
    paths = {row.path: row for row in rows if row.path in sent}
    read = {path: choices.read_anew(row, sent[path], before.get(path, {})) for path, row in paths.items()}
    return {**sent, **{path: dict(typed) for path, typed in read.items()}}


def _cannot_be_read(row: FieldRow, typed: Typed, setting: Setting) -> bool:
    return bool(reading(row, typed, setting, None).problem)


def _asks(row: FieldRow, typed: Typed, setting: Setting) -> bool:
    return bool(_cannot_be_read(row, typed, setting) or soft_questions.question(row, typed, setting))


def draw(
    asked: Page,
    rows: Sequence[FieldRow],
    typed: Mapping[str, Typed],
    setting: Setting,
    shorten: Callable[[list[DrawnField]], list[DrawnField]] = list,
) -> dict[str, object]:
    """The fields of a page for its template, with messages where it is shown to be looked at again.

    `shorten` takes away what a page does not ask of its fields.
    """
    check = "check" in request.args
    # The drawings are as heavy as a page may be: whoever wants words asks for them.
    listed = "list" in request.args
    fields = shorten([_drawn(asked, row, typed[row.path], setting, check=check) for row in rows])
    shown = [replace(field, picture="") for field in fields] if listed else _with_sides(fields, rows, typed)
    pictured = any(field.picture for field in shown)
    return {"fields": shown, "rows": rows, "pictured": pictured}


def _drawn(asked: Page, row: FieldRow, typed: Typed, setting: Setting, *, check: bool) -> DrawnField:
    read = reading(row, typed, setting, None) if check else None
    heads = asked.element_of is None and asked.title == FIELDS[row.path].asked
    question = soft_questions.question(row, typed, setting) if check else None
    shown = asked_simply(row, drawn(row, unseen(row, typed), read, heads=heads), setting.calendar, typed)
    is_asked = question is not None and (question.options or row.widget is Widget.DATE)
    if is_asked and read is not None and read.problem != BOTH:
        # What may have been meant is asked; then nothing is wrong.
        shown = replace(shown, problem="", wrong="")
    return said_again(replace(shown, question=question), row, typed)


def _with_sides(fields: Sequence[DrawnField], rows: Sequence[FieldRow], typed: Mapping[str, Typed]) -> list[DrawnField]:
    """The fields without the side of a place that is chosen on a drawing: one button there says both."""
    sides = {row.path.removesuffix(".side") + ".place": row for row in rows if row.path.endswith(".side")}
    drawn_on = {row.path: sides[row.path] for row in rows if row.picture == _ON_THE_BODY and row.path in sides}
    return [
        replace(field, side=_side(drawn_on[row.path], typed)) if row.path in drawn_on else field
        for field, row in zip(fields, rows, strict=True)
        if row not in drawn_on.values()
    ]


def _side(row: FieldRow, typed: Mapping[str, Typed]) -> tuple[str, str]:
    return control_name(row.path), text(typed[row.path])


def _bounded(typed: Answers) -> Answers:
    return {part: values[:_MOST_TEXTS] for part, values in typed.items()}
