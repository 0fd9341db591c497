"""Whether somebody who was met takes the path of children: settled face to face, and not taken away by one person."""

import datetime
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.casework.sealed_codes import open_codes
from search.casework.undo_periods import UNDO
from search.documents import Whereabouts
from search.models import AgeFindingRow
from search.records.associated_data import age_finding_place
from search.records.chunks import chunks
from search.records.sections import read_sections
from search.vocabulary import AgeFinding

# Who, of those that met a child, makes it an adult.
_PEOPLE_FOR_ADULT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one person settled face to face."""

    found: AgeFinding
    account_id: uuid.UUID
    made_at: datetime.datetime


def settled_age(findings: Sequence[Finding], *, reported_minor: bool) -> AgeFinding | None:
    """What holds of a person, from what was found in order; None while nobody settled it.

    Anybody who meets the person can say that it is a child, or that they cannot say. That it is an adult after all,
    two of them have to say; whoever slipped corrects it themselves within the minutes in which an act is undone.
    """
    holds = AgeFinding.UNDER_18 if reported_minor else None
    before, protecting, adult = holds, None, set[uuid.UUID]()
    for one in findings:
        if one.found is not AgeFinding.ADULT:
            before, holds, protecting, adult = holds, one.found, one, set()
            continue
        adult.add(one.account_id)
        if is_child(holds) and not _is_slip(protecting, one) and len(adult) < _PEOPLE_FOR_ADULT:
            continue
        holds = before if _is_slip(protecting, one) and is_child(before) else AgeFinding.ADULT
    return holds


def is_child(age: AgeFinding | None) -> bool:
    """Whether somebody takes the path of children; an age that nobody settled does not take it."""
    return age in (AgeFinding.UNDER_18, AgeFinding.CANNOT_SAY)


def ages(session: Session, report_numbers: Collection[int]) -> Mapping[int, AgeFinding | None]:
    """What holds of the people of some reports."""
    found: dict[int, list[Finding]] = {number: [] for number in report_numbers}
    for chunk in chunks(sorted(found)):
        asked = select(AgeFindingRow).where(AgeFindingRow.report_number.in_(chunk))
        for row in session.scalars(asked.order_by(AgeFindingRow.report_number, AgeFindingRow.revision)):
            codes = open_codes(session, row.report_number, row.found_sealed, age_finding_place(row.id))
            finding = Finding(found=AgeFinding(codes["found"]), account_id=row.account_id, made_at=row.made_at)
            found[row.report_number].append(finding)
    told = read_sections(session, found, Whereabouts)
    return {
        number: settled_age(findings, reported_minor=told.get(number, Whereabouts()).minor is True)
        for number, findings in found.items()
    }


def _is_slip(protecting: Finding | None, later: Finding) -> bool:
    """Whether somebody takes back at once what they themselves found."""
    if protecting is None or protecting.account_id != later.account_id:
        return False
    return later.made_at - protecting.made_at < UNDO
