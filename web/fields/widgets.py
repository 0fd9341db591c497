"""The widget of each field: one place where the table's names meet what carries them out."""

from collections.abc import Mapping

from search.fields import FieldRow
from search.fields.table import Widget
from web.fields.choices import Choice, YesNo
from web.fields.dates import ApproximateDate, Day
from web.fields.measures import AGES, HEIGHTS, WEIGHTS, WholeNumber
from web.fields.phones import PhoneNumber
from web.fields.plain_words import Line, Lines, LongText, Name, Names, OwnName
from web.fields.typed_names import Countries, Languages, OneCountry, PlaceAndCountry
from web.fields.widget import FieldWidget

WIDGETS: Mapping[Widget, FieldWidget] = {
    Widget.LINE: Line(),
    Widget.TEXT: LongText(),
    Widget.LINES: Lines(),
    Widget.NAME: Name(),
    Widget.OWN_NAME: OwnName(),
    Widget.NAMES: Names(),
    Widget.CHOICE: Choice(),
    Widget.YES_NO: YesNo(),
    Widget.DATE: ApproximateDate(),
    Widget.DAY: Day(),
    Widget.AGE: AGES,
    Widget.HEIGHT: HEIGHTS,
    Widget.WEIGHT: WEIGHTS,
    Widget.NUMBER: WholeNumber(),
    Widget.PLACE: PlaceAndCountry(),
    Widget.COUNTRY: OneCountry(),
    Widget.COUNTRIES: Countries(),
    Widget.LANGUAGES: Languages(),
    Widget.PHONE: PhoneNumber(),
}


def widget_of(row: FieldRow) -> FieldWidget:
    """The widget of a field that is no list. Raises KeyError for a list, whose elements have pages of their own."""
    if row.widget is None:
        raise KeyError(row.path)
    return WIDGETS[row.widget]
