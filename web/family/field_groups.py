"""Groups of fields that several questions use: an approximate date, a place, whole numbers, rows."""

from typing import Any

from wtforms import BooleanField, Field, FieldList, Form, FormField
from wtforms.validators import ValidationError
from wtforms.widgets import TextInput

from i18n.translate import gettext_noop as _
from matching.record import Calendar, PartialDate, Place, PlacePrecision
from web.context import now
from web.family.country_choices import COUNTRIES
from web.family.typed_dates import NotADate, read_parts, shown_parts
from web.forms import CHOOSE, coded, dropdown, line, tidy

_OTHER_CALENDAR = _(
    "There is no such date in the calendar chosen here. Please look at the day, the month and the calendar. "
    "You can also write the year alone, or leave this empty."
)


class WholeNumber(Field):
    """A whole number between two bounds, in digits of any script; what cannot be read stays in the field."""

    data: int | None
    widget = TextInput()

    def __init__(self, label: str, low: int, high: int, message: str, **named: Any) -> None:
        super().__init__(label, **named)
        self.low, self.high, self.message = low, high, message

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Reads what was typed; None for nothing."""
        typed = tidy(str(valuelist[0])) if valuelist else ""
        self.data = None
        if not typed:
            return
        if not typed.isdecimal() or not self.low <= int(typed) <= self.high:
            raise ValueError(self.message)
        self.data = int(typed)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)


class DateForm(Form):
    """As much of a date as is remembered, in the calendar in which it is remembered."""

    day = WholeNumber(_("Day"), 1, 31, _("Please write the day as a number from 1 to 31, or leave it empty."))
    month = WholeNumber(_("Month"), 1, 13, _("Please write the month as a number, or leave it empty."))
    year = WholeNumber(
        _("Year"), 1200, 2200, _("Please write a year, for example 1998. You can also leave this empty.")
    )
    around = BooleanField(_("I am not sure, it was around then"))
    calendar = dropdown(_("Calendar"), coded(Calendar))
    written = line(_("Or in your own words, for example “before Eid” or “in the rainy season”"))

    def validate_year(self, field: WholeNumber) -> None:
        """The parts together must be a date of the calendar."""
        try:
            self.date()
        except NotADate:
            raise ValidationError(_OTHER_CALENDAR) from None
        if field.data is None and not field.process_errors and (self.day.data or self.month.data):
            raise ValidationError(
                _("Please write the year too, even if you are not sure. You can also leave all of it empty.")
            )

    def date(self) -> PartialDate | None:
        """The interval of days that was meant; None without a year. Raises NotADate."""
        return built_date(self.data)


def filled_date(date: PartialDate | None) -> dict[str, Any]:
    """What the form shows of a date."""
    empty = {
        "day": None,
        "month": None,
        "year": None,
        "around": False,
        "calendar": Calendar.GREGORIAN.value,
        "written": "",
    }
    return empty if date is None else {**empty, **shown_parts(date)}


def built_date(typed: dict[str, Any]) -> PartialDate | None:
    """The interval behind the typed parts; None where they say no year. Raises NotADate."""
    return read_parts(typed, now().date())


class PlaceForm(Form):
    """A place in words, and its country."""

    text = line(_("Place, in your own words"), _("A village, a town, a road, a port. As near as you know."))
    country = dropdown(_("Country"), coded(COUNTRIES, CHOOSE, "country"))


def filled_place(place: Place | None) -> dict[str, Any]:
    """What the form shows of a place."""
    return {"text": place.text if place else "", "country": place.countries[0] if place and place.countries else ""}


def built_place(typed: dict[str, Any]) -> Place | None:
    """The place that was typed; None for nothing."""
    if not typed["text"] and typed["country"] not in COUNTRIES:
        return None
    countries = (typed["country"],) if typed["country"] in COUNTRIES else ()
    precision = PlacePrecision.UNKNOWN if typed["text"] else PlacePrecision.COUNTRY
    return Place(text=typed["text"], countries=countries, precision=precision)


def group(form: type[Form], label: str = "") -> Any:
    """A form inside a form."""
    return FormField(form, label)


def rows(form: type[Form], shown: int = 1) -> Any:
    """Rows of the same fields; `shown` of them at first."""
    return FieldList(FormField(form), min_entries=shown, max_entries=40)
