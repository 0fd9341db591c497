"""A report's form as its page draws it: parts, fields, elements of lists with what was typed, and what to look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from i18n.formats import number as shown_number
from search.fields import FieldRow
from search.fields.table import Widget, asked_parts
from search.vocabulary import NUMBERED_TEETH, ReportKind
from web.fields import answers
from web.fields.answers import BOTH
from web.fields.drawing import DrawnField, answer_ticks, control_name, drawn
from web.fields.elements import Parts
from web.fields.typed import Typed, settled
from web.fields.widget import Control, Option, Reading
from web.fields.widgets import widget_of
from web.labels import words as label
from web.labels.field_words import FIELDS, report_part, reported_hint, reported_item, reported_label, said
from web.locale import gettext, language
from web.partner.report_asking import asked_now, parts_asked_now
from web.partner.report_checking import list_reading, part_name
from web.partner.report_fields import KIND, MOST_ELEMENTS, SentReport, element_name, setting

# Choices of more codes than this open as a list.
_MOST_RADIOS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnElement:
    """One element of a list; `pictured` says that a page of pictures asks for it too."""

    number: int
    name: str
    title: str
    fields: tuple[DrawnField, ...]
    pictured: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnList:
    """A list with its elements, and those that were taken out, by name, with all that was typed for them."""

    name: str
    label: str
    hint: str
    elements: tuple[DrawnElement, ...]
    removed: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    answers: tuple[Option, ...]
    more: str
    remove: str
    problem: str = ""
    controls: tuple[Control, ...] = ()

    @property
    def place(self) -> str:
        """The id of the list, which a message about it leads to."""
        return self.name


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """One part of a report under its heading."""

    title: str
    fields: tuple[DrawnField | DrawnList, ...]


def kind_field(sent: SentReport, offered: Sequence[ReportKind], *, check: bool) -> DrawnField:
    """The kind of place, which decides who may see what; the only one that is offered is chosen already."""
    codes = [kind for kind in ReportKind if kind in offered]
    chosen = sent.kind or (codes[0] if len(codes) == 1 else "")
    options = tuple(Option(kind, label(kind), kind == chosen) for kind in codes)
    return DrawnField(
        name=KIND,
        label=gettext("Where did you meet them?") if sent.is_living else gettext("Who reports?"),
        hint="",
        controls=(Control(kind="radios", options=options),),
        problem=gettext("Please choose the kind of place.") if check and chosen not in codes else "",
    )


def drawn_fields(sent: SentReport, *, added: str = "", check: bool = False) -> list[DrawnField | DrawnList]:
    """The fields that are looked at, in their order."""
    return [_drawn(row, sent, added, check=check) for row in asked_now(sent)]


def parts_of_report(sent: SentReport, *, added: str = "", check: bool = False) -> list[DrawnPart]:
    """The whole form. `added` is the list that gets an empty element more; `check` shows what cannot be read."""
    return [
        DrawnPart(report_part(group), tuple(_drawn(row, sent, added, check=check) for row in rows))
        for group, rows in groupby(asked_now(sent), key=lambda row: row.group)
    ]


def every_field(parts: Sequence[DrawnPart]) -> list[DrawnField | DrawnList]:
    """All fields in the order of the page, lists and the fields of their elements too."""
    return with_fields_within([field for part in parts for field in part.fields])


def with_fields_within(fields: Sequence[DrawnField | DrawnList]) -> list[DrawnField | DrawnList]:
    """Fields with those of the elements of lists among them."""
    return [one for field in fields for one in _within(field)]


def pictured_fields(row: FieldRow, sent: SentReport, number: int) -> list[DrawnField]:
    """The fields of one element that have pictures, the side of a place with the place; not to know can be chosen."""
    parts = sent.items[row.path].get(number, {})
    asked = {part.path: part for part in parts_asked_now(row, sent, parts)}
    side = asked.get(f"{row.path}.side")
    shown = [_pictured(part, parts.get(part.path, {}), element_name(row, number)) for part in asked.values()]
    fields = [field for field in shown if field.picture]
    if side is None:
        return fields
    at_side = (part_name(element_name(row, number), side), _first(parts.get(side.path, {})))
    return [replace(field, side=at_side) if field.picture == "body" else field for field in fields]


def _pictured(part: FieldRow, typed: Typed, name: str) -> DrawnField:
    field = _element_field(part, typed, name, None)
    (control,) = drawn(part, typed).controls[:1]
    unsure = () if "unknown" in part.answers else (Option("", label("do_not_know", "no_answer")),)
    return replace(field, controls=(replace(control, options=(*control.options, *unsure)),))


def _drawn(row: FieldRow, sent: SentReport, added: str, *, check: bool) -> DrawnField | DrawnList:
    if row.widget is Widget.ITEMS:
        return _drawn_list(row, sent, added, check=check)
    typed = sent.fields[row.path]
    reading = answers.reading(row, typed, setting(), None) if check else None
    field = drawn(row, typed, reading)
    return replace(
        field,
        label=reported_label(row.path, sent.which),
        hint=reported_hint(row.path),
        controls=_compact(row, field),
        picture="",
    )


def _drawn_list(row: FieldRow, sent: SentReport, added: str, *, check: bool) -> DrawnList:
    words, name = FIELDS[row.path], control_name(row.path)
    standing = sent.standing(row)
    following = max(sent.items[row.path], default=-1) + 1
    if (not standing or added == name) and len(sent.items[row.path]) < MOST_ELEMENTS:
        standing = {**standing, following: {}}
    return DrawnList(
        name=name,
        label=reported_label(row.path, sent.which),
        hint=reported_hint(row.path),
        elements=tuple(
            _drawn_element(row, sent, (number, place, parts), check=check)
            for place, (number, parts) in enumerate(standing.items(), start=1)
        ),
        removed=tuple(
            (element_name(row, number), _in_one_line(row, parts), tuple(_controls(row, number, parts)))
            for number, parts in sent.taken_out(row).items()
        ),
        answers=answer_ticks(row, sent.fields[row.path]),
        more=said(words.another),
        remove=said(words.remove),
        problem=gettext(BOTH) if check and list_reading(row, sent).problem else "",
    )


def _drawn_element(row: FieldRow, sent: SentReport, element: tuple[int, int, Parts], *, check: bool) -> DrawnElement:
    number, place, parts = element
    name = element_name(row, number)
    fields = []
    for part in parts_asked_now(row, sent, parts):
        typed = parts.get(part.path, {})
        reading = widget_of(part).read(part, typed, setting(), None) if check else None
        fields.append(replace(_element_field(part, typed, name, reading), picture=""))
    return DrawnElement(
        number=number,
        name=name,
        title=gettext("%(thing)s %(number)s", thing=reported_item(row.path), number=shown_number(language(), place)),
        fields=tuple(fields),
        pictured=any(part.picture for part in asked_parts(row)),
    )


def _element_field(part: FieldRow, typed: Typed, name: str, reading: Reading | None) -> DrawnField:
    field = drawn(part, typed, reading)
    return replace(
        field,
        name=part_name(name, part),
        label=reported_label(part.path),
        hint=reported_hint(part.path),
        controls=_compact(part, field),
    )


def _compact(row: FieldRow, field: DrawnField) -> tuple[Control, ...]:
    """Long choices as lists that open; a tooth is chosen by its number on the picture of the teeth."""
    (first, *others) = field.controls
    if first.kind != "radios":
        return field.controls
    codes = [one for one in first.options if one.chosen or one.value not in NUMBERED_TEETH]
    if row.path.count(".") < 2 and len(codes) <= _MOST_RADIOS:
        return field.controls
    empty = Option("", label("choose", "no_answer"))
    return (replace(first, kind="select", options=(empty, *codes)), *others)


def _within(field: DrawnField | DrawnList) -> list[DrawnField | DrawnList]:
    return (
        [field, *(one for element in field.elements for one in element.fields)]
        if isinstance(field, DrawnList)
        else [field]
    )


def _controls(row: FieldRow, number: int, parts: Parts) -> Iterator[tuple[str, str]]:
    """Names and texts of all controls of an element, as they were sent."""
    for path, typed in parts.items():
        name = f"{element_name(row, number)}-{path.rpartition('.')[2]}"
        for part, values in typed.items():
            yield from ((f"{name}-{part}" if part else name, value) for value in values)


def _in_one_line(row: FieldRow, parts: Parts) -> str:
    """An element that was taken out, in a line: what was typed and chosen, or the name of such a thing."""
    words = [one for part in asked_parts(row) for one in _shown(part, parts.get(part.path, {}))]
    return " · ".join(words) or reported_item(row.path)


def _shown(part: FieldRow, typed: Typed) -> list[str]:
    options = {option.value: option.label for control in drawn(part, typed).controls for option in control.options}
    return [options.get(text, text) for values in settled(typed).values() for text in values]


def _first(typed: Typed) -> str:
    return next(iter(typed.get("", ())), "")
