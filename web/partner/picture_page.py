"""A page that asks about one element of the report's form with pictures, and leads back with all that was typed."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from search.fields import FieldRow
from search.fields.table import Widget, asked_parts
from web.fields.drawing import DrawnField
from web.labels.field_words import reported_label
from web.partner.report_fields import SentReport, element_name
from web.partner.report_page import pictured_fields
from web.pictures.body_choices import SPOT

# What the buttons of the form and of the page are called: to the pictures of an element, and back.
ASK, BACK = "pictures", "row"
_BUTTONS = frozenset({ASK, BACK, "csrf_token", "go", "lang", "add", "remove", "restore"})


@dataclass(frozen=True, slots=True)
class PicturedElement:
    """The element that is asked about, and the names and values of all else that was sent."""

    name: str
    title: str
    fields: tuple[DrawnField, ...]
    carried: tuple[tuple[str, str], ...]


def pictured_element(sent: SentReport, form: MultiDict[str, str]) -> PicturedElement | None:
    """The element whose pictures were asked for; None where the form has no such element."""
    asked = form.get(ASK) or form.get(BACK, "")
    for row in sent.rows:
        if row.widget is Widget.ITEMS and (number := _number(row, sent, asked)) is not None:
            drawn = tuple(pictured_fields(row, sent, number))
            if not drawn:
                return None
            anew = {f"{asked}-{SPOT}", *(field.name for field in drawn), *(field.side[0] for field in drawn)}
            carried = [(name, value) for name, value in form.items(multi=True) if name not in anew | _BUTTONS]
            return PicturedElement(asked, reported_label(row.path), drawn, tuple(carried))
    return None


def _number(row: FieldRow, sent: SentReport, asked: str) -> int | None:
    """The number of an element by its name; one that is still empty is none of those that were sent."""
    if not any(part.picture for part in asked_parts(row)):
        return None
    numbers = {*sent.standing(row), max(sent.items[row.path], default=-1) + 1}
    return next((number for number in numbers if element_name(row, number) == asked), None)
