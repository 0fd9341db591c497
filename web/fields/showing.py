"""Values of fields in the reader's words, the same wherever they are shown: review, case, card, receipt."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from i18n.calendars import with_calendar_name
from i18n.formats import isolate, isolate_ltr, number
from matching.record import AgeRange, Calendar, DatePrecision, HeightRange, NameKind, PartialDate, PersonName, Place
from search.documents import Answer, FieldNote, WeightRange
from search.fields import FieldRow
from search.fields.table import Widget, catalogue, parts_of
from search.vocabulary.code_sets import CODE_SETS
from web.fields.choices import NO, YES, code_words, yes_no_words
from web.fields.kept_unseen import UNSEEN, kept_words
from web.fields.typed import DO_NOT_KNOW
from web.labels import words as label
from web.labels.field_words import FIELDS, said, short_label
from web.locale import gettext, language
from web.template_filters import shown_date
from web.values_in_words import Value, joined, place_words, span_words

# A number stands behind everything that has to be known before it is called.
_LAST = (".words", "filing.contacts.value")


def shown(row: FieldRow, value: Any, note: FieldNote, parts: Sequence[FieldNote] = ()) -> tuple[Value, ...]:
    """What was said under a field: the values that were understood, then what was answered or typed besides."""
    values = (
        _elements(row, value, parts) if row.widget is Widget.ITEMS else _SHOWN[row.widget or Widget.LINE](row, value)
    )
    return tuple(one for one in (*values, *noted(row, note)) if one.text)


def element_words(row: FieldRow, element: Any) -> str:
    """One element of a list in one line: its parts in the order of the pages, free words and numbers to call behind."""
    parts = sorted(parts_of(row.path), key=lambda part: part.path.endswith(_LAST))
    return joined(*(_part(part, getattr(element, _attribute(part))) for part in parts))


def noted(row: FieldRow, note: FieldNote) -> list[Value]:
    """What was answered under a field besides a value, and the words that no type took."""
    answer = {Answer.NONE: said(FIELDS[row.path].none), Answer.UNKNOWN: yes_no_words(row, DO_NOT_KNOW)}
    answered = [Value(answer[note.answer])] if note.answer else []
    if note.words and row.path in UNSEEN:
        return [*answered, Value(kept_words())]
    return [*answered, *(Value(gettext("“%(words)s”", words=line)) for line in note.words.splitlines())]


def noted_parts(notes: Sequence[FieldNote]) -> str:
    """What was noted of the parts of one element, each with what the part is called."""
    said = ((note, value.text) for note in notes for value in noted(catalogue()[note.field], note))
    return joined(*(f"{short_label(note.field)}: {text}" for note, text in said))


def _elements(row: FieldRow, elements: tuple[Any, ...], notes: Sequence[FieldNote]) -> list[Value]:
    of = [[note for note in notes if note.element == place] for place in range(len(elements))]
    return [
        Value(joined(element_words(row, element), noted_parts(of[place]))) for place, element in enumerate(elements)
    ]


def _part(row: FieldRow, value: Any) -> str:
    if value and row.path in UNSEEN:
        return kept_words()
    if row.widget is Widget.LINE and value:
        return isolate(value) if any(letter.isalpha() for letter in value) else isolate_ltr(value)
    return joined(*(one.text for one in _SHOWN[row.widget or Widget.LINE](row, value)))


def _attribute(row: FieldRow) -> str:
    return row.path.rpartition(".")[2]


def _line(_row: FieldRow, value: str) -> list[Value]:
    return [Value(value)]


def _lines(_row: FieldRow, value: tuple[str, ...]) -> list[Value]:
    return [Value(line) for line in value]


def _name(_row: FieldRow, name: PersonName | None) -> list[Value]:
    return [Value(name.text)] if name else []


def names_in_words(names: tuple[PersonName, ...]) -> list[Value]:
    """Names as they were written, each with its kind."""
    return [Value(name.text, "" if name.kind is NameKind.FULL else label(name.kind)) for name in names]


def _names(_row: FieldRow, names: tuple[PersonName, ...]) -> list[Value]:
    return names_in_words(names)


def _choice(row: FieldRow, code: StrEnum | str | None) -> list[Value]:
    return [Value(code_words(CODE_SETS[row.codes], str(code)))] if code else []


def _yes_no(row: FieldRow, value: bool | None) -> list[Value]:  # noqa: FBT001 - the value of a field, not a switch
    return [] if value is None else [Value(yes_no_words(row, YES if value else NO))]


def _date(_row: FieldRow, date: PartialDate | None) -> list[Value]:
    return [] if date is None else [Value(shown_date(date), _as_dated(date))]


def _as_dated(date: PartialDate) -> str:
    """The words of a date; where the days that they mean are shown in another calendar than theirs, with its name."""
    other = date.precision in (DatePrecision.RANGE, DatePrecision.SEASON) and date.calendar is not Calendar.GREGORIAN
    return with_calendar_name(language(), date.calendar, date.written) if date.written and other else date.written


def _day(_row: FieldRow, day: Any) -> list[Value]:
    return [Value(day.isoformat())] if day else []


def _age(_row: FieldRow, age: AgeRange | None) -> list[Value]:
    if age is None:
        return []
    # Who counts a child's months does not want to read that it is none years old.
    whole = gettext("%(years)s years", years=span_words(age.low, age.high))
    years = whole if age.high or age.written in ("", "0") else gettext("less than one year")
    return [Value(years, _as_written(age.written, age.low, estimated=age.estimated))]


def _height(_row: FieldRow, height: HeightRange | None) -> list[Value]:
    if height is None:
        return []
    centimetres = gettext("%(centimetres)s cm", centimetres=span_words(height.low_cm, height.high_cm))
    return [Value(centimetres, _as_written(height.written, height.low_cm, estimated=height.estimated))]


def _weight(_row: FieldRow, weight: WeightRange | None) -> list[Value]:
    if weight is None:
        return []
    kilograms = gettext("%(kilograms)s kg", kilograms=span_words(weight.low_kg, weight.high_kg))
    return [Value(kilograms, _as_written(weight.written, weight.low_kg, estimated=weight.estimated))]


def _as_written(written: str, low: int, *, estimated: bool) -> str:
    """What was typed, where it is more than the number itself."""
    return joined("" if written == str(low) else written, gettext("estimated") if estimated else "")


def _number(_row: FieldRow, value: int | None) -> list[Value]:
    return [] if value is None else [Value(number(language(), value))]


def _place(_row: FieldRow, place: Place | None) -> list[Value]:
    return [Value(place_words(place))]


def _phone(_row: FieldRow, value: str) -> list[Value]:
    return [Value(isolate_ltr(value))] if value else []


def _coded(table: str) -> Callable[[FieldRow, Any], list[Value]]:
    def show(_row: FieldRow, value: Any) -> list[Value]:
        codes = value if isinstance(value, tuple) else (value,)
        return [Value(label(code, table)) for code in codes if code]

    return show


_SHOWN: Mapping[Widget, Callable[[FieldRow, Any], list[Value]]] = {
    Widget.LINE: _line,
    Widget.TEXT: _line,
    Widget.LINES: _lines,
    Widget.NAME: _name,
    Widget.OWN_NAME: _names,
    Widget.NAMES: _names,
    Widget.CHOICE: _choice,
    Widget.YES_NO: _yes_no,
    Widget.DATE: _date,
    Widget.DAY: _day,
    Widget.AGE: _age,
    Widget.HEIGHT: _height,
    Widget.WEIGHT: _weight,
    Widget.NUMBER: _number,
    Widget.PLACE: _place,
    Widget.COUNTRY: _coded("country"),
    Widget.COUNTRIES: _coded("country"),
    Widget.LANGUAGES: _coded("language"),
    Widget.PHONE: _phone,
}
