"""The fields of a report: which of them the table asks of an organisation, and what was sent for each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from werkzeug.datastructures import MultiDict

from search.fields import FieldRow
from search.fields.table import AskedOf, Widget, asked_rows_alone, list_of
from search.vocabulary import LIVING_KINDS, ReportKind
from web.context import now
from web.fields.drawing import control_name, typed_in
from web.fields.elements import Parts
from web.fields.typed import Typed
from web.fields.widget import Setting

KIND, REMOVED = "kind", "removed"
MOST_ELEMENTS = 40
_MOST_TEXTS = 60
_ELEMENT = re.compile(r"([0-9]{1,3})-([a-z_]+)(?:-([a-z_]+))?")

WHICH: Mapping[str, AskedOf] = {"living": AskedOf.LIVING, "body": AskedOf.DEAD}
KINDS: Mapping[str, frozenset[ReportKind]] = {
    "living": frozenset(LIVING_KINDS),
    "body": frozenset(ReportKind) - LIVING_KINDS,
}


@dataclass(frozen=True, slots=True)
class SentReport:
    """What was typed and chosen: `fields` by path, of lists the answer alone; `items` are the elements of each list.

    Elements are known by their numbers. Those that were taken out are kept in `removed` and can be put back.
    """

    which: str
    kind: str
    fields: Mapping[str, Typed]
    items: Mapping[str, Mapping[int, Parts]]
    removed: frozenset[str]

    def standing(self, row: FieldRow) -> dict[int, Parts]:
        """The elements of a list that were not taken out."""
        return {number: parts for number, parts in self.items[row.path].items() if not self.is_removed(row, number)}

    def taken_out(self, row: FieldRow) -> dict[int, Parts]:
        """The elements of a list that were."""
        return {number: parts for number, parts in self.items[row.path].items() if self.is_removed(row, number)}

    def is_removed(self, row: FieldRow, number: int) -> bool:
        """Whether an element was taken out."""
        return element_name(row, number) in self.removed


@cache
def fields_of(which: str) -> tuple[FieldRow, ...]:
    """The fields of a form in their order; the parts of lists are not among them."""
    return tuple(row for row in asked_rows_alone(WHICH[which]) if list_of(row.path) is None)


def sent_report(which: str, form: MultiDict[str, str]) -> SentReport:
    """What a request says of the fields of a form."""
    sent = list(form.items(multi=True))
    typed = {row.path: _bounded(typed_in(sent, row)) for row in fields_of(which)}
    lists = [row for row in fields_of(which) if row.widget is Widget.ITEMS]
    return SentReport(
        which,
        form.get(KIND, ""),
        typed,
        {row.path: _elements(row, typed[row.path]) for row in lists},
        frozenset(form.getlist(REMOVED)),
    )


def element_name(row: FieldRow, number: int) -> str:
    """The name that the controls of one element of a list begin with."""
    return f"{control_name(row.path)}-{number}"


def setting() -> Setting:
    """How a report's texts are read: by today, as offices write."""
    return Setting(now().date(), by_office=True)


def _elements(row: FieldRow, typed: Typed) -> dict[int, Parts]:
    """The elements that were sent, by number: `marks-2-place` is the place of the second mark."""
    found: dict[int, dict[str, dict[str, list[str]]]] = {}
    for name, values in typed.items():
        if match := _ELEMENT.fullmatch(name):
            number, part, rest = match.groups()
            found.setdefault(int(number), {}).setdefault(f"{row.path}.{part}", {})[rest or ""] = values
    return {number: found[number] for number in sorted(found)[:MOST_ELEMENTS]}


def _bounded(typed: Typed) -> Typed:
    return {part: values[:_MOST_TEXTS] for part, values in typed.items()}
