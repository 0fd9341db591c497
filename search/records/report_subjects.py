"""Whose found reports are, as those who may read them ask for it: of somebody living with the word that no place shows.

Nobody makes such a subject otherwise, so that no page forgets it; a test holds the rooms to that.
"""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.access import Subject
from search.fields import is_placeless
from search.models import FoundReport
from search.records.chunks import chunks
from search.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class ReportSubject:
    """A report's kind, and whose it is."""

    kind: ReportKind
    subject: Subject


def report_subjects(
    session: Session, numbers: Collection[int], committee_id: uuid.UUID | None
) -> dict[int, ReportSubject]:
    """By number, for readers of a committee to which the reports are assigned."""
    found = {}
    for chunk in chunks(sorted(numbers)):
        asked = select(FoundReport.number, FoundReport.kind, FoundReport.organisation_id)
        for number, kind, organisation in session.execute(asked.where(FoundReport.number.in_(chunk))):
            found[number] = report_subject(ReportKind(kind), organisation, committee_id)
    return found


def report_subject(
    kind: ReportKind, organisation_id: uuid.UUID, committee_id: uuid.UUID | None, *, words_placeless: bool = False
) -> ReportSubject:
    """The same for a report that was read already."""
    subject = Subject(
        organisation_id=organisation_id,
        committee_id=committee_id,
        placeless=is_placeless(kind),
        words_placeless=words_placeless,
    )
    return ReportSubject(kind, subject)
