"""What a report of a living person leaves unsaid of its person, asked back once before it is sent: it may stay unsaid.

Whether somebody agrees to be reported, and whether they are a child, decide what may be done with the report later, and
a form on which both are passed over looks like any other.
"""

from collections.abc import Collection
from dataclasses import dataclass

from matching.record import AgeRange
from search.fields import FieldRow
from search.fields.report_pages import report_pages
from search.fields.table import Widget
from search.vocabulary import LIVING_KINDS, ReportKind
from web.fields.drawing import control_name
from web.fields.typed import settled
from web.fields.widgets import widget_of
from web.partner.report_asking import asked_now
from web.partner.report_fields import SentReport, setting

_AGREED, _MINOR, _AGE = "whereabouts.agreed", "whereabouts.minor", "description.age"
_GROWN_UP = 18


@dataclass(frozen=True, slots=True)
class Silence:
    """One question that was passed over, the control that answers it, and the part that it stands on."""

    code: str
    control: str
    part: str

    @property
    def mark(self) -> str:
        """By what it is known that this was asked back."""
        return f"unsaid-{self.code}"


def silences(sent: SentReport, seen: Collection[str]) -> list[Silence]:
    """What was left unsaid and not asked back yet; `seen` are the marks of what was."""
    if sent.kind not in LIVING_KINDS or sent.kind == ReportKind.WITNESS or not _says_anything(sent):
        return []
    open_rows = [row for row in asked_now(sent) if row.path in (_AGREED, _MINOR) and not settled(sent.fields[row.path])]
    found = [Silence(_code(row, sent), control_name(row.path), _part(row, sent.which)) for row in open_rows]
    return [one for one in found if one.mark not in seen]


def _says_anything(sent: SentReport) -> bool:
    """Whether there is a report at all; one that says nothing is refused for that alone."""
    said = any(settled(typed) for path, typed in sent.fields.items() if path not in (_AGREED, _MINOR))
    return said or any(sent.standing(row) for row in sent.rows if row.widget is Widget.ITEMS)


def _code(row: FieldRow, sent: SentReport) -> str:
    if row.path == _AGREED:
        return "agreement"
    return "perhaps_a_child" if _may_be_a_child(sent) else "adult_or_child"


def _may_be_a_child(sent: SentReport) -> bool:
    """Whether the age as it is read reaches below eighteen."""
    row = next((row for row in sent.rows if row.path == _AGE), None)
    age = widget_of(row).read(row, sent.fields[_AGE], setting(), None).value if row else None
    return isinstance(age, AgeRange) and age.low < _GROWN_UP


def _part(row: FieldRow, which: str) -> str:
    """The part of a kind of place; empty on the page that asks everything."""
    pages = report_pages().get(which)
    return next((part.name for part in pages.parts if row in part.rows), "") if pages else ""
