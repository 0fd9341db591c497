"""What a family changed in its search, day by day: what was added, changed and taken out, and by whom."""

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from search.filing.case_history import CaseVersion, read_case_history
from web.context import act, now
from web.family import review_sections
from web.family.case_draft import CaseDraft
from web.family.own_case import own_case
from web.family.review_sections import Row
from web.values_in_words import Value

history_pages = Blueprint("history", __name__, template_folder="templates")


@dataclass(frozen=True, slots=True)
class Change:
    """One answer before and after; empty before where it was added, empty after where it was taken out."""

    label: str
    before: tuple[Value, ...]
    after: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One time at which something was written."""

    at: datetime.datetime | None
    by_relative: bool
    changes: list[Change]


@history_pages.get("/case/history")
def show() -> str:
    """The steps, the newest first."""
    told = act(read_case_history, own_case(), now=now())
    filed = told.versions[0].at if not told.left_out and told.versions else None
    return render_template("history.html", steps=steps(told.versions), filed=filed, left_out=told.left_out)


def steps(versions: Sequence[CaseVersion]) -> list[Step]:
    """What each version changed in the one before, the newest first."""
    pairs = list(itertools.pairwise(versions))
    made = [Step(after.at, after.by_relative, _changes(before, after)) for before, after in reversed(pairs)]
    return [step for step in made if step.changes]


def _changes(before: CaseVersion, after: CaseVersion) -> list[Change]:
    earlier, later = _rows(before), _rows(after)
    labels = list(dict.fromkeys([*later, *earlier]))
    found = [Change(label, earlier.get(label, ()), later.get(label, ())) for label in labels]
    return [change for change in found if change.before != change.after]


def _rows(version: CaseVersion) -> dict[str, tuple[Value, ...]]:
    """The answers of a version by their labels."""
    draft = CaseDraft(sought=version.sought, identifiers=version.identifiers, filing=version.filing)
    rows: list[Row] = [row for section in review_sections.described(draft) for row in section.rows]
    return {row.label: row.values for row in rows}
