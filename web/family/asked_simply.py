"""Fields as families are asked them: with fewer controls than an office fills in, and no lists to look through."""

from collections.abc import Iterator
from dataclasses import replace

from matching.record import Calendar
from search.fields import FieldRow
from search.fields.table import Widget
from web.fields.drawing import DrawnField
from web.fields.typed import ANSWER, Typed, text
from web.fields.typed_names import countries_in_words, country_codes
from web.fields.widget import Control, Option
from web.fields.worded_choices import is_worded, words_line
from web.locale import pgettext

_SEA = "sea"
_PRESET = "preset"
_NUMBERS = ("day", "month", "year")
_LAST_PLACE = "description.event.place"


def asked_simply(
    row: FieldRow, field: DrawnField, calendar: Calendar = Calendar.GREGORIAN, typed: Typed | None = None
) -> DrawnField:
    """The field without the suggestions of hundreds of names, which every page would carry along; a place is one line.

    Whoever was last heard of on a boat was nowhere on land: that is an answer of its own. `calendar` is the one in
    which this family tells its dates; another one is a press away. What is chosen by pictures can be told in words too.
    """
    controls = field.controls
    if row.widget is Widget.PLACE:
        controls = _one_line(controls)
    elif row.widget is Widget.DATE:
        controls = tuple(_folded(controls, calendar))
    elif is_worded(row) and len(controls) == 1:
        controls = (*controls, words_line(typed or {}))
    answers = (*field.answers, Option(_SEA, _at_sea())) if row.path == _LAST_PLACE else field.answers
    return replace(field, controls=tuple(_without_list(control) for control in controls), answers=answers)


def said_plainly(row: FieldRow, typed: Typed) -> dict[str, list[str]]:
    """What was sent, with the answer that only families are offered as the words that it stands for.

    A calendar that stood there beforehand, beside no date, was chosen by nobody.
    """
    if row.widget is Widget.DATE:
        return _without_preset(typed)
    answers = typed.get(ANSWER, [])
    if row.path != _LAST_PLACE or _SEA not in answers:
        return dict(typed)
    written, at_sea = text(typed, "text"), _at_sea()
    said = written if at_sea.casefold() in written.casefold() else ", ".join(filter(None, (written, at_sea)))
    return {**typed, "text": [said], ANSWER: [answer for answer in answers if answer != _SEA]}


def _without_preset(typed: Typed) -> dict[str, list[str]]:
    kept = {part: values for part, values in typed.items() if part != _PRESET}
    preset = text(typed, _PRESET)
    untouched = preset and text(typed, "calendar") == preset
    # Where nothing else was told, a date is one of the calendar that most people use; words alone are of none, so that
    # words that were kept before do not change when their page is sent as it was.
    needless = preset == Calendar.GREGORIAN or not any(text(kept, part) for part in _NUMBERS)
    return {part: values for part, values in kept.items() if part != "calendar"} if untouched and needless else kept


def _folded(controls: tuple[Control, ...], calendar: Calendar) -> Iterator[Control]:
    """The controls of a date: its calendar is named, and is chosen only by whoever opens the list."""
    for control in controls:
        if control.kind != "select":
            yield control
            continue
        named = [option for option in control.options if option.value]
        if any(option.chosen for option in named):
            yield replace(control, kind="calendar", options=tuple(named))
            continue
        preset = (replace(option, chosen=option.value == calendar) for option in named)
        yield replace(control, kind="calendar", options=tuple(preset))
        yield Control(kind="hidden", part=_PRESET, values=(calendar.value,))


def _at_sea() -> str:
    return pgettext("place", "On the sea")


def _one_line(controls: tuple[Control, ...]) -> tuple[Control, ...]:
    """The words alone, and the country only where it says more than they do."""
    words, country = controls
    said = set(country_codes(country.values[0])[0])
    told = not country.values[0] or (bool(said) and said <= set(countries_in_words(words.values[0])))
    return (words,) if told else controls


def _without_list(control: Control) -> Control:
    return replace(control, listed="") if control.listed else control
