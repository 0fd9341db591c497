"""The table of fields as rows: every stored column, and every field of a sealed document with how it is asked.

`field_rules.tsv` has one line per path. A path is `table.column` for a column; for documents `section.field.field`, and
`section.field:kind` for the first element of a list that is of this kind (a father's name, the colour of the hair).
What has no line of its own, such as the parts of a date, goes by the line of what it is part of; what stands under no
line at all is seen by nobody. The order of the lines is the order of pages.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path


class DisclosureLevel(StrEnum):
    """How far a field may travel; the rule of each is in `disclosure.levels_seen`."""

    D0 = "D0"
    """Nobody is shown it: keys, digests, the engine's own copy."""
    D1 = "D1"
    """Coarse: that there is a record, of what kind and when."""
    D2 = "D2"
    """Name, marks, what happened: the assigned committee, and whoever said it."""
    D3 = "D3"
    """Contacts, documents, control facts: one case at a time, for a typed reason."""
    D4 = "D4"
    """The whereabouts of a living person: the organisation that reported them and nobody else."""
    D5 = "D5"
    """What a post-mortem examination recorded: on an opened page, never in a list."""
    DM = "DM"
    """Whether somebody is under eighteen: the assigned committee, because children come first, and whoever said it."""


class Encryption(StrEnum):
    """How a field lies in the database; a digest is keyed, or slow where it guards a secret."""

    SEALED = "sealed"
    DIGEST = "digest"
    PLAIN = "plain"


class Retention(StrEnum):
    """How long a field is kept."""

    RECORD = "record"
    """As long as its record; destroying the record's key erases it."""
    ORGANISATION = "organisation"
    """As long as the organisation or account takes part."""
    REGISTRY = "registry"
    """As long as the registry: the audit and what keeps it in order."""
    UNTIL_EXPIRY = "until_expiry"
    """Until the moment that stands beside it: sessions, tokens, drafts."""
    HOUR = "hour"
    """One hour: failed attempts to sign in."""


class LogRule(StrEnum):
    """Whether a log or an audit entry may hold the value."""

    NEVER = "never"
    AUDIT = "audit"
    """In the audit only: ids of people and things."""
    ALLOWED = "allowed"
    """Codes, counts and moments."""


class Widget(StrEnum):
    """How a field is asked, read and shown; `web/fields` has a module for each."""

    LINE = "line"
    TEXT = "text"
    LINES = "lines"
    """One value a line."""
    NAME = "name"
    """One name of the kind that the path says."""
    OWN_NAME = "own_name"
    """The first of somebody's names."""
    NAMES = "names"
    """Whole names of several people."""
    CHOICE = "choice"
    YES_NO = "yes_no"
    DATE = "date"
    DAY = "day"
    AGE = "age"
    HEIGHT = "height"
    WEIGHT = "weight"
    NUMBER = "number"
    PLACE = "place"
    COUNTRY = "country"
    COUNTRIES = "countries"
    LANGUAGES = "languages"
    PHONE = "phone"
    ITEMS = "items"
    """A list whose parts have rows of their own."""


class AskedOf(StrEnum):
    """What kind of record a field is asked of: a search, a report of a living person, a report of a body."""

    SOUGHT = "sought"
    LIVING = "living"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One line of the table.

    `group` is the part of a case that the field belongs to, `page` the page that asks for it. `codes` names the code
    set of a choice (`search.vocabulary.code_sets`), `answers` what can be answered besides a value, `when` the
    condition under which it is asked (`search.fields.conditions`), `picture` the drawing that the choice is made on,
    `sheet` the targets of a sheet's column that fill it, `door` the page of the short way in that asks it too.
    """

    path: str
    level: DisclosureLevel
    encryption: Encryption
    retention: Retention
    log: LogRule
    group: str = ""
    page: str = ""
    widget: Widget | None = None
    codes: str = ""
    answers: tuple[str, ...] = ()
    asked_of: frozenset[AskedOf] = frozenset()
    when: str = ""
    picture: str = ""
    sheet: tuple[str, ...] = ()
    door: str = ""

    @property
    def section(self) -> str:
        """The document that holds the field, or the table of a column."""
        return self.path.partition(".")[0]

    @property
    def kind(self) -> str:
        """The kind of element that the path ends in; empty for a field of its own."""
        return self.path.partition(":")[2]


@cache
def catalogue() -> Mapping[str, FieldRow]:
    """Every row by its path, as read from `field_rules.tsv`."""
    with Path(__file__).parent.with_name("field_rules.tsv").open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", restval="")
        rows = [_row(line) for line in lines]
    return {row.path: row for row in rows}


def rule_of(path: str) -> FieldRow | None:
    """The row that says who may see a path: its own, or that of what it is part of; None where there is none."""
    while path and path not in catalogue():
        path = path[: max(path.rfind("."), path.rfind(":"), 0)]
    return catalogue().get(path)


@cache
def asked_rows(asked_of: AskedOf) -> tuple[FieldRow, ...]:
    """The fields that are asked of a kind of record, in the order of pages."""
    return tuple(row for row in catalogue().values() if asked_of in row.asked_of)


@cache
def parts_of(path: str) -> tuple[FieldRow, ...]:
    """The rows of the parts of a list's elements; none for a field that is no list."""
    return tuple(row for row in catalogue().values() if row.path.startswith(f"{path}.") and row.widget is not None)


@cache
def asked_rows_alone(asked_of: AskedOf) -> tuple[FieldRow, ...]:
    """The fields that are asked of a kind of record, as if no other were asked: for forms that ask nobody else."""
    return tuple(replace(row, asked_of=frozenset({asked_of})) for row in asked_rows(asked_of))


@cache
def row_filled_by(target: str) -> FieldRow | None:
    """The field that a column of a sheet fills; None for a column that fills none."""
    return next((row for row in catalogue().values() if target in row.sheet), None)


@cache
def asked_parts(row: FieldRow) -> tuple[FieldRow, ...]:
    """The parts of a list's elements, asked of no kind of record that the list is not asked of."""
    return tuple(replace(part, asked_of=part.asked_of & row.asked_of) for part in parts_of(row.path))


@cache
def kinds_of(path: str) -> tuple[str, ...]:
    """The kinds of a list's elements that have fields of their own, in the order of pages."""
    return tuple(row.kind for row in catalogue().values() if row.path.startswith(f"{path}:"))


def list_of(path: str) -> FieldRow | None:
    """The list whose elements a path is a part of; None for a field that is no part of an element."""
    above = path.rpartition(".")[0]
    row = catalogue().get(above)
    return row if row is not None and row.widget is Widget.ITEMS else None


def _row(line: dict[str, str]) -> FieldRow:
    return FieldRow(
        path=line["path"],
        level=DisclosureLevel(line["level"]),
        encryption=Encryption(line["encryption"]),
        retention=Retention(line["retention"]),
        log=LogRule(line["log"]),
        group=line["group"],
        page=line["page"],
        widget=Widget(line["widget"]) if line["widget"] else None,
        codes=line["codes"],
        answers=tuple(line["answers"].split()),
        asked_of=frozenset(AskedOf(kind) for kind in line["asked_of"].split()),
        when=line["when"],
        picture=line["picture"],
        sheet=tuple(line["sheet"].split()),
        door=line["door"],
    )
