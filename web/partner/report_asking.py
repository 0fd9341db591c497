"""Which fields of a report's form are asked, by what was answered: the conditions of the table of fields.

The form asks everything at once, so a field goes only when an answer rules it out, and never one in which something
was typed.
"""

from collections.abc import Iterator

from search.fields import FieldRow
from search.fields.conditions import Said, may_apply
from search.fields.table import asked_parts
from web.fields.elements import Parts
from web.fields.typed import settled, text
from web.partner.report_fields import SentReport


def asked_now(sent: SentReport) -> Iterator[FieldRow]:
    """The fields of the form in their order."""
    said = _said_in(sent, {})
    for row in sent.rows:
        if may_apply(row.when, said) or settled(sent.fields[row.path]):
            yield row


def parts_asked_now(row: FieldRow, sent: SentReport, parts: Parts) -> Iterator[FieldRow]:
    """The parts of an element of a list in their order."""
    said = _said_in(sent, parts)
    for part in asked_parts(row):
        if may_apply(part.when, said) or settled(parts.get(part.path, {})):
            yield part


def _said_in(sent: SentReport, parts: Parts) -> Said:
    """The code of a field of the form, or of a part of the element that is asked for; empty where none was chosen."""

    def said(path: str) -> str:
        return text(parts[path]) if path in parts else text(sent.fields.get(path, {}))

    return said
