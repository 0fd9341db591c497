"""The fields of a report: which of them the table asks of an organisation, and what was sent for each."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from werkzeug.datastructures import MultiDict

from search.fields import FieldRow
from search.fields.report_pages import MET_KINDS, report_pages
from search.fields.table import AskedOf, Widget, asked_rows_alone, list_of
from search.vocabulary import LIVING_KINDS, MAY_REPORT, ReportKind
from web.context import now
from web.fields.drawing import control_name, typed_in
from web.fields.elements import Parts
from web.fields.typed import Typed
from web.fields.widget import Setting
from web.session_cookies import signed_in

KIND, REMOVED = "kind", "removed"
MOST_ELEMENTS = 40
_MOST_TEXTS = 60
_ELEMENT = re.compile(r"([0-9]{1,3})-([a-z_]+)(?:-([a-z_]+))?")

# The forms that ask everything on one page; those by kind of place ask part by part (`search.fields.report_pages`).
WHICH: Mapping[str, AskedOf] = {"living": AskedOf.LIVING, "body": AskedOf.DEAD}
KINDS: Mapping[str, frozenset[ReportKind]] = {
    "living": MET_KINDS,
    "body": frozenset(ReportKind) - LIVING_KINDS,
}


@dataclass(frozen=True, slots=True)
class SentReport:
    """What was typed and chosen: `fields` by path, of lists the answer alone; `items` are the elements of each list.

    Elements are known by their numbers. Those that were taken out are kept in `removed` and can be put back.
    `part` are the fields that are looked at; all of the form where it is None.
    """

    which: str
    kind: str
    fields: Mapping[str, Typed]
    items: Mapping[str, Mapping[int, Parts]]
    removed: frozenset[str]
    part: tuple[FieldRow, ...] | None = None

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """The fields that are looked at, in their order."""
        return fields_of(self.which) if self.part is None else self.part

    @property
    def is_living(self) -> bool:
        """Whether the form is one for the living."""
        return asked_of(self.which) is AskedOf.LIVING

    def only(self, rows: tuple[FieldRow, ...]) -> "SentReport":
        """What was sent, of which these fields alone are looked at."""
        return replace(self, part=rows)

    def standing(self, row: FieldRow) -> dict[int, Parts]:
        """The elements of a list that were not taken out."""
        return {number: parts for number, parts in self.items[row.path].items() if not self.is_removed(row, number)}

    def taken_out(self, row: FieldRow) -> dict[int, Parts]:
        """The elements of a list that were."""
        return {number: parts for number, parts in self.items[row.path].items() if self.is_removed(row, number)}

    def is_removed(self, row: FieldRow, number: int) -> bool:
        """Whether an element was taken out."""
        return element_name(row, number) in self.removed


def asked_of(which: str) -> AskedOf:
    """Whether a form is one for the living or for the dead."""
    return WHICH[which] if which in WHICH else report_pages()[which].asked_of


def kinds_of(which: str) -> frozenset[ReportKind]:
    """The kinds of report that a form files; none for a form that there is not."""
    return report_pages()[which].kinds if which in report_pages() else KINDS.get(which, frozenset())


def may_report() -> tuple[ReportKind, ...]:
    """The kinds of report that the organisation of whoever is signed in may file."""
    visitor = signed_in()
    return MAY_REPORT[visitor.organisation_kind] if visitor and visitor.organisation_kind else ()


def offered_kinds(which: str) -> list[ReportKind]:
    """The kinds of report of a form that the organisation may file, its own first."""
    return [kind for kind in may_report() if kind in kinds_of(which)]


@cache
def fields_of(which: str) -> tuple[FieldRow, ...]:
    """The fields of a form in their order; the parts of lists are not among them."""
    if which in report_pages():
        return report_pages()[which].rows
    return tuple(row for row in asked_rows_alone(WHICH[which]) if list_of(row.path) is None)


def sent_report(which: str, form: MultiDict[str, str], kinds: Sequence[ReportKind] = ()) -> SentReport:
    """What a request says of the fields of a form; where the only kind of report is known, it is not asked."""
    sent = list(form.items(multi=True))
    typed = {row.path: _bounded(typed_in(sent, row)) for row in fields_of(which)}
    lists = [row for row in fields_of(which) if row.widget is Widget.ITEMS]
    return SentReport(
        which,
        kinds[0].value if len(kinds) == 1 else form.get(KIND, ""),
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
