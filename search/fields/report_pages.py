"""What is asked about one person, by the kind of place that reports: parts in their order, fields in each.

`report_pages.tsv` has one line per part: the kinds of place that ask it, its name, the paths of its fields. A kind of
place asks its parts in the order of the lines. A kind of place is a kind of report; `asks_for_family` is of somebody
who looks for relatives, wherever they were met.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from search.fields.table import AskedOf, FieldRow, catalogue
from search.vocabulary import LIVING_KINDS, ReportKind

ASKS_FOR_FAMILY = "asks_for_family"
# Kinds of report of somebody living whom the reporter met.
MET_KINDS = LIVING_KINDS - {ReportKind.WITNESS}


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One page of a form: a few fields that belong together."""

    name: str
    rows: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class ReportPages:
    """The parts that a kind of place asks, and the kinds of report that it files."""

    code: str
    kinds: frozenset[ReportKind]
    parts: tuple[ReportPart, ...]

    @property
    def asked_of(self) -> AskedOf:
        """Whether the parts are asked of the living or of the dead."""
        return AskedOf.LIVING if self.kinds <= LIVING_KINDS else AskedOf.DEAD

    @property
    def rows(self) -> tuple[FieldRow, ...]:
        """All fields in their order."""
        return tuple(row for part in self.parts for row in part.rows)

    def part(self, name: str) -> ReportPart | None:
        """The part of this name; None where this kind of place has none."""
        return next((part for part in self.parts if part.name == name), None)

    def after(self, name: str) -> ReportPart | None:
        """The part that follows another; None behind the last."""
        names = [part.name for part in self.parts]
        place = names.index(name) + 1
        return self.parts[place] if place < len(names) else None


@cache
def report_pages() -> Mapping[str, ReportPages]:
    """Every kind of place with its parts, in the order in which the table names them first."""
    with Path(__file__).with_name("report_pages.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    codes = dict.fromkeys(code for line in lines for code in line["pages"].split())
    return {code: _pages(code, [line for line in lines if code in line["pages"].split()]) for code in codes}


def _pages(code: str, lines: list[dict[str, str]]) -> ReportPages:
    kinds = MET_KINDS if code == ASKS_FOR_FAMILY else frozenset({ReportKind(code)})
    asked_of = AskedOf.LIVING if kinds <= LIVING_KINDS else AskedOf.DEAD
    return ReportPages(
        code,
        kinds,
        tuple(ReportPart(line["part"], _rows(line["fields"].split(), asked_of)) for line in lines),
    )


def _rows(paths: list[str], asked_of: AskedOf) -> tuple[FieldRow, ...]:
    """The fields as if nobody else were asked for them."""
    return tuple(replace(catalogue()[path], asked_of=frozenset({asked_of})) for path in paths)
