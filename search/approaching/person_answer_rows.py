"""Rows of what people who were met answered, appended while the person is held."""

import datetime
import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.approaching.approach_rows import next_revision
from search.casework.sealed_codes import seal_codes
from search.located_commands import KeepAnswer, KeepStanding
from search.models import AgeFindingRow, PersonAnswerRow, StandingAnswer
from search.records.associated_data import age_finding_place, person_answer_place, standing_answer_place
from search.vocabulary import AgeFinding, StandingKind


def add_answer(
    session: Session, report_number: int, account_id: uuid.UUID, command: KeepAnswer, now: datetime.datetime
) -> None:
    """Append what a person answered about one enquirer."""
    identifier = uuid.uuid4()
    codes = {"answer": command.answer.value, "moment": command.moment.value}
    mine = PersonAnswerRow.enquirer_id == command.enquirer_id
    session.add(
        PersonAnswerRow(
            id=identifier,
            enquirer_id=command.enquirer_id,
            revision=next_revision(session, PersonAnswerRow.revision, mine),
            account_id=account_id,
            answer_sealed=seal_codes(session, report_number, codes, person_answer_place(identifier)),
            made_at=now,
        )
    )
    session.flush()


def add_age(
    session: Session, report_number: int, account_id: uuid.UUID, found: AgeFinding, now: datetime.datetime
) -> None:
    """Append what was settled face to face about somebody's age."""
    identifier = uuid.uuid4()
    session.add(
        AgeFindingRow(
            id=identifier,
            report_number=report_number,
            revision=next_revision(session, AgeFindingRow.revision, AgeFindingRow.report_number == report_number),
            account_id=account_id,
            found_sealed=seal_codes(session, report_number, {"found": found.value}, age_finding_place(identifier)),
            made_at=now,
        )
    )
    session.flush()


def add_standing(
    session: Session, report_number: int, account_id: uuid.UUID, command: KeepStanding, now: datetime.datetime
) -> None:
    """Append what a person answers to everybody."""
    identifier = uuid.uuid4()
    until = command.until if command.kind is StandingKind.NOT_BEFORE else None
    codes = {"kind": command.kind.value, "until": until.isoformat() if until else ""}
    mine = StandingAnswer.report_number == report_number
    session.add(
        StandingAnswer(
            id=identifier,
            report_number=report_number,
            revision=next_revision(session, StandingAnswer.revision, mine),
            account_id=account_id,
            standing_sealed=seal_codes(session, report_number, codes, standing_answer_place(identifier)),
            made_at=now,
            withdrawn_at=None,
        )
    )
    session.flush()


def end_standing(session: Session, report_number: int, now: datetime.datetime) -> None:
    """What the person answered to everybody counts no longer."""
    asked = select(StandingAnswer).where(
        StandingAnswer.report_number == report_number, StandingAnswer.withdrawn_at.is_(None)
    )
    for row in session.scalars(asked).all():
        row.withdrawn_at = now
    session.flush()
