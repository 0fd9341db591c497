"""Fields as families are asked them: with fewer controls than an office fills in, and no lists to look through."""

from dataclasses import replace

from search.fields import FieldRow
from search.fields.table import Widget
from web.fields.drawing import DrawnField
from web.fields.typed import ANSWER, Typed, text
from web.fields.typed_names import countries_in_words, country_codes
from web.fields.widget import Control, Option
from web.locale import pgettext

_SEA = "sea"
_LAST_PLACE = "description.event.place"


def asked_simply(row: FieldRow, field: DrawnField) -> DrawnField:
    """The field without the suggestions of hundreds of names, which every page would carry along; a place is one line.

    Whoever was last heard of on a boat was nowhere on land: that is an answer of its own.
    """
    controls = _one_line(field.controls) if row.widget is Widget.PLACE else field.controls
    answers = (*field.answers, Option(_SEA, _at_sea())) if row.path == _LAST_PLACE else field.answers
    return replace(field, controls=tuple(_without_list(control) for control in controls), answers=answers)


def said_plainly(row: FieldRow, typed: Typed) -> dict[str, list[str]]:
    """What was sent, with the answer that only families are offered as the words that it stands for."""
    answers = typed.get(ANSWER, [])
    if row.path != _LAST_PLACE or _SEA not in answers:
        return dict(typed)
    written, at_sea = text(typed, "text"), _at_sea()
    said = written if at_sea.casefold() in written.casefold() else ", ".join(filter(None, (written, at_sea)))
    return {**typed, "text": [said], ANSWER: [answer for answer in answers if answer != _SEA]}


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
