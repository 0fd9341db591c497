"""Questions about what was typed in a field, asked once beneath it and never in the way of going on.

Each option is the field as it would be typed: who chooses one has typed it, and who chooses none keeps the own words.
"""

from collections.abc import Callable, Mapping, Sequence

from search.fields import FieldRow
from search.fields.table import Widget
from web.fields import (
    asking_dates,
    asking_heights,
    asking_months,
    asking_names,
    asking_numbers,
    asking_places,
    asking_slips,
)
from web.fields.choices import which_code
from web.fields.soft_question import SoftQuestion
from web.fields.typed import RIGHT, Typed, is_right, text, texts, with_right
from web.fields.widget import Setting

ASKED = "ask"
"""The part under which a page sends the option that was chosen."""

_Asking = Callable[[FieldRow, Typed, Setting], SoftQuestion | None]

_ASKING: Mapping[Widget, Sequence[_Asking]] = {
    Widget.COUNTRY: (asking_names.one_country,),
    Widget.COUNTRIES: (asking_names.countries,),
    Widget.LANGUAGES: (asking_names.languages,),
    Widget.CHOICE: (which_code,),
    Widget.HEIGHT: (asking_slips.digits, asking_heights.height),
    Widget.AGE: (asking_slips.digits,),
    Widget.WEIGHT: (asking_slips.digits,),
    Widget.NUMBER: (asking_slips.digits,),
    Widget.PHONE: (asking_slips.digits, asking_numbers.number),
    Widget.PLACE: (asking_places.place,),
    Widget.DATE: (
        asking_slips.digits,
        asking_months.which_month,
        asking_months.of_another_era,
        asking_months.called_alike,
        asking_dates.two_days,
        asking_dates.other_calendar,
        asking_dates.short_year,
        asking_dates.days_ago,
        asking_dates.which_year,
        asking_dates.cannot_be,
        asking_dates.no_date,
    ),
}
# Fields of plain words that are read as something else.
_ASKING_OF_WORDS: Mapping[str, Sequence[_Asking]] = {"filing.contacts.value": (asking_numbers.way,)}


def question(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """The first thing to ask about a field; None where it is sure, was said to be right, or nobody can say better."""
    asking = _ASKING_OF_WORDS.get(row.path) or (_ASKING.get(row.widget, ()) if row.widget is not None else ())
    found = (ask(row, typed, setting) for ask in asking)
    return next((one for one in found if one is not None and not is_right(typed, one.about)), None)


def answered(row: FieldRow, typed: Typed, setting: Setting) -> dict[str, list[str]]:
    """A field as it is typed after its question was answered; as it was where the answer is of another question.

    Who answers that the words are right is not asked about them again.
    """
    plain = {part: list(values) for part, values in typed.items() if part != ASKED}
    asked = question(row, plain, setting) if ASKED in typed else None
    if asked is None:
        return plain
    chosen = text(typed, ASKED)
    options: dict[str, Typed] = {option.value: option.typed for option in asked.options}
    return with_right(plain, asked.about) if not chosen else dict(options.get(chosen, plain))


def still_right(row: FieldRow, typed: Typed, setting: Setting) -> dict[str, list[str]]:
    """A field without what was said of words that do not stand in it any more."""
    said = texts(typed, RIGHT)
    kept = {part: list(values) for part, values in typed.items() if part != RIGHT}
    for _ in said:
        asked = question(row, kept, setting)
        if asked is None or asked.about not in said:
            break
        kept = with_right(kept, asked.about)
    return kept
