"""Fields that read what people write as a sheet's cells are read: a date, an age, a place, in the writer's own way."""

from collections.abc import Callable
from typing import Any

from wtforms import StringField

from i18n.translate import gettext_noop as _
from matching.record import AgeRange, HeightRange, PartialDate, Phone, Place
from search.values.ages_and_heights import read_age, read_height
from search.values.country_names import nationalities
from search.values.dates.date_reading import DateStyle, read_birth_date, read_date
from search.values.language_names import read_languages
from search.values.phone_numbers import read_phones
from search.values.place_texts import read_place
from web.context import now
from web.forms import LEFT_TO_RIGHT, SHORT_TEXT, at_most, tidy


class ReadField(StringField):
    """One line that is read by `reader`; `data` is what was read, and what cannot be read stays in the field."""

    def __init__(self, label: str, reader: Callable[[str], Any], message: str, hint: str = "", **named: Any) -> None:
        super().__init__(label, [], description=hint, **named)
        self.reader, self.message = reader, message

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Reads what was typed; None for nothing."""
        typed = tidy(str(valuelist[0])) if valuelist else ""
        self.data = self.reader(typed[:SHORT_TEXT]) if typed else None
        if typed and not self.data:
            raise ValueError(self.message)

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else ""


_NO_DATE = _("Please write a date, for example 12.03.2024, March 2024 or 2024. You can also leave this empty.")


def date_line(label: str, hint: str = "") -> Any:
    """A date in any order of its parts, as exact as it is known."""
    return ReadField(label, _read_date, _NO_DATE, hint)


def birth_line(label: str, hint: str = "") -> Any:
    """A date of birth: 1 January means that the year alone is known."""
    return ReadField(label, _read_birth, _NO_DATE, hint)


def age_line(label: str, hint: str = "") -> Any:
    """An age or a range of ages."""
    message = _("Please write an age or a range, for example 30 or 25-35. You can also leave this empty.")
    return ReadField(label, _read_age, message, hint)


def height_line(label: str, hint: str = "") -> Any:
    """A height or a range of heights."""
    message = _("Please write a height, for example 172 cm or 170-175 cm. You can also leave this empty.")
    return ReadField(label, _read_height, message, hint)


def place_line(label: str, hint: str = "") -> Any:
    """A place in words, with coordinates where they are written."""
    return ReadField(label, _read_place, _("Please write a place in words. You can also leave this empty."), hint)


def nationality_line(label: str, hint: str = "") -> Any:
    """One or more countries, in any language."""
    message = _("We do not know this as a country. Please write its name in another way, or leave this empty.")
    return ReadField(label, nationalities, message, hint)


def language_line(label: str, hint: str = "") -> Any:
    """One or more languages by their names."""
    message = _("We do not know this language by this name. Please write its name in another way, or leave this empty.")
    return ReadField(label, read_languages, message, hint)


def phone_line(label: str, hint: str = "") -> Any:
    """A telephone number as it was found."""
    message = _("Please write a telephone number with all its digits. You can also leave this empty.")
    return ReadField(label, _read_phone, message, hint, render_kw=LEFT_TO_RIGHT)


def limited(label: str, hint: str = "") -> Any:
    """A line that is kept exactly as it is written, such as a number of a case."""
    return StringField(label, [at_most(SHORT_TEXT)], description=hint, filters=[tidy])


def _read_date(typed: str) -> PartialDate | None:
    return read_date(typed, DateStyle(now().date()))


def _read_birth(typed: str) -> PartialDate | None:
    return read_birth_date(typed, DateStyle(now().date()))


def _read_age(typed: str) -> AgeRange | None:
    return read_age(typed)


def _read_height(typed: str) -> HeightRange | None:
    return read_height(typed)


def _read_place(typed: str) -> Place | None:
    return read_place(typed)


def _read_phone(typed: str) -> Phone | None:
    return next(iter(read_phones(typed)), None)
