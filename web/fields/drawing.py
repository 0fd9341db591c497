"""Fields as a page draws them: labels, hints, controls and messages in the reader's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from search.fields import FieldRow
from search.fields.table import Widget
from web.fields.soft_question import SoftQuestion
from web.fields.typed import ANSWER, RIGHT, Typed, texts
from web.fields.typed_names import suggestions
from web.fields.widget import Control, Option, Reading
from web.fields.widgets import widget_of
from web.labels import words as code_label
from web.labels.field_words import FIELDS, question, said
from web.locale import gettext


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnField:
    """One field of a page. `name` is that of its controls and its place on the page.

    `heads` says that its label is the page's heading; `wrong` is the part to look at again, `more` the button that adds
    a line. `side` are name and value of the side that is chosen on one drawing together with this place. `question` is
    asked beneath what was typed; `right` are words that were said to be right, which the page sends along.
    """

    name: str
    label: str
    hint: str
    controls: tuple[Control, ...]
    answers: tuple[Option, ...] = ()
    more: str = ""
    picture: str = ""
    problem: str = ""
    wrong: str = ""
    heads: bool = False
    side: tuple[str, str] = ("", "")
    question: SoftQuestion | None = None
    right: tuple[str, ...] = ()

    @property
    def said(self) -> bool:
        """Whether something stands in it already."""
        options = [option for one in self.controls for option in one.options if option.value]
        typed = any(value for one in self.controls for value in one.values)
        return typed or any(option.chosen for option in (*options, *self.answers))

    @property
    def alone(self) -> bool:
        """Whether one label stands for one control."""
        return len(self.controls) == 1 and self.controls[0].kind in ("line", "text", "select") and not self.repeated

    @property
    def repeated(self) -> bool:
        """Whether the control stands several times, one value in each."""
        return len(self.controls) == 1 and len(self.controls[0].values) > 1

    @property
    def place(self) -> str:
        """The id of the control that a message leads to."""
        return control_id(self.name, self.wrong or next((one.part for one in self.controls), ""))


def control_name(path: str) -> str:
    """The name that a field's controls are sent under: its path without the document."""
    return path.partition(".")[2].replace(".", "-").replace(":", "-")


def control_id(name: str, part: str) -> str:
    """Name and id of one control of a field."""
    return f"{name}-{part}" if part else name


def drawn(row: FieldRow, typed: Typed, reading: Reading | None = None, *, heads: bool = False) -> DrawnField:
    """A field with what was typed; with a reading also what could not be read."""
    words = FIELDS[row.path]
    return DrawnField(
        name=control_name(row.path),
        label=question(row.path),
        hint=said(words.hint),
        controls=tuple(widget_of(row).controls(row, typed)),
        answers=answer_ticks(row, typed),
        more=said(words.add),
        picture=row.picture,
        problem=gettext(reading.problem) if reading and reading.problem else "",
        wrong=reading.part if reading else "",
        heads=heads,
        right=tuple(texts(typed, RIGHT)),
    )


def answer_ticks(row: FieldRow, typed: Typed) -> tuple[Option, ...]:
    """What can be answered besides a value: none, or not to know. A choice has them among its codes."""
    if row.widget in (Widget.CHOICE, Widget.YES_NO):
        return ()
    given = texts(typed, ANSWER)
    shown = {"none": said(FIELDS[row.path].none), "unknown": code_label("do_not_know", "no_answer")}
    return tuple(Option(answer, shown[answer], answer in given) for answer in row.answers)


def problems(fields: Sequence[DrawnField]) -> list[tuple[str, str]]:
    """Each message with the place of its control, in the order of the page."""
    return [(field.place, field.problem) for field in fields if field.problem]


class WithControls(Protocol):
    """Whatever a page draws with controls."""

    @property
    def controls(self) -> tuple[Control, ...]: ...


def suggested(fields: Sequence[WithControls]) -> dict[str, list[str]]:
    """The suggestions that a page needs, each list once."""
    needed = {control.listed for field in fields for control in field.controls if control.listed}
    return {name: suggestions(name) for name in sorted(needed)}


def typed_in(form: Sequence[tuple[str, str]], row: FieldRow) -> dict[str, list[str]]:
    """What a page's form sends for one field, by part."""
    name = control_name(row.path)
    typed: dict[str, list[str]] = {}
    for key, value in form:
        if key == name or key.startswith(f"{name}-"):
            typed.setdefault(key[len(name) + 1 :], []).append(value)
    return typed
