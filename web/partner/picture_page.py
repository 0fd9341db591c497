"""A page that asks about one row of the report form with pictures, and leads back with all that was typed."""

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict
from wtforms import FieldList, Form, FormField

from web.pictures.body_choices import SPOT

# What the buttons of the form and of the page are called: to the pictures of a row, and back.
ASK, BACK = "pictures", "row"
# The fields of rows that have pictures; the others of the row are carried along.
_PICTURED = {"marks": ("kind", "place", "side", "motif"), "effects": ("item", "colour")}


@dataclass(frozen=True, slots=True)
class PicturedRow:
    """The row that is asked about, and the names and values of all else that was sent."""

    list_name: str
    entry: "FormField[Form]"
    carried: tuple[tuple[str, str], ...]


def pictured_row(form: Form, sent: MultiDict[str, str]) -> PicturedRow | None:
    """The row whose pictures were asked for; None where the form has no such row."""
    asked = sent.get(ASK, "")
    for list_name, fields in _PICTURED.items():
        for entry in _entries(form, list_name):
            if entry.name == asked:
                anew = {ASK, "csrf_token", *(f"{asked}-{field}" for field in (*fields, SPOT))}
                carried = tuple((name, value) for name, value in sent.items(multi=True) if name not in anew)
                return PicturedRow(list_name, entry, carried)
    return None


def _entries(form: Form, list_name: str) -> "list[FormField[Form]]":
    listed = form._fields.get(list_name)
    return list(listed) if isinstance(listed, FieldList) else []
