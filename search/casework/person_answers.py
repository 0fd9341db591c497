"""What people who were met answered, for those few who may know it: whoever asks, and one coordinator.

No page but theirs may read this; the one state that all others see is in `search.casework.course`.
"""

import datetime
import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from search.casework.ages import ages, is_child
from search.casework.child_rule import Signed, outcome
from search.casework.sealed_codes import open_codes
from search.casework.undo_periods import in_force
from search.models import ApproachEnquirer, ChildDecisionRow, MatchProposal, PersonAnswerRow, StandingAnswer
from search.records.associated_data import (
    child_decision_place,
    child_words_place,
    person_answer_place,
    standing_answer_place,
)
from search.records.sections import unseal_words
from search.vocabulary import AnswerMoment, ChildDecision, ChildSays, PersonAnswer, StandingKind

ACCEPTED = frozenset({PersonAnswer.YES, PersonAnswer.MESSAGE_ONLY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer of a person about one enquirer."""

    answer: PersonAnswer
    moment: AnswerMoment
    made_at: datetime.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a person answers to everybody; `until` is the day before which nobody asks, None where nobody ever does."""

    kind: StandingKind
    until: datetime.date | None = None

    def binds(self, today: datetime.date) -> bool:
        """Whether nobody asks today."""
        return self.until is None or today < self.until


def enquirer_of(session: Session, proposal_id: uuid.UUID) -> ApproachEnquirer | None:
    """The enquirer of a pair that was not taken back."""
    asked = select(ApproachEnquirer).where(ApproachEnquirer.proposal_id == proposal_id)
    return session.scalars(asked.where(ApproachEnquirer.taken_back_at.is_(None))).one_or_none()


def answers_to(
    session: Session, report_number: int, enquirer_ids: Collection[uuid.UUID]
) -> Mapping[uuid.UUID, Sequence[Answered]]:
    """All that a person answered about each of these enquirers, oldest first."""
    found: dict[uuid.UUID, list[Answered]] = {one: [] for one in enquirer_ids}
    asked = select(PersonAnswerRow).where(PersonAnswerRow.enquirer_id.in_(list(enquirer_ids)))
    for row in session.scalars(asked.order_by(PersonAnswerRow.enquirer_id, PersonAnswerRow.revision)):
        codes = open_codes(session, report_number, row.answer_sealed, person_answer_place(row.id))
        answered = Answered(
            answer=PersonAnswer(codes["answer"]), moment=AnswerMoment(codes["moment"]), made_at=row.made_at
        )
        found[row.enquirer_id].append(answered)
    return found


def newest(answers: Sequence[Answered], moment: AnswerMoment) -> Answered | None:
    """The newest answer of a moment."""
    return next((one for one in reversed(answers) if one.moment is moment), None)


def standing_answer(session: Session, report_number: int) -> Standing | None:
    """What a person answers to everybody, unless it was taken back."""
    asked = select(StandingAnswer).where(
        StandingAnswer.report_number == report_number, StandingAnswer.withdrawn_at.is_(None)
    )
    row = session.scalars(asked.order_by(StandingAnswer.revision.desc())).first()
    if row is None:
        return None
    codes = open_codes(session, report_number, row.standing_sealed, standing_answer_place(row.id))
    until = codes.get("until")
    return Standing(kind=StandingKind(codes["kind"]), until=datetime.date.fromisoformat(until) if until else None)


def signed_with_child(session: Session, report_number: int, proposal_id: uuid.UUID) -> Sequence[Signed]:
    """What officers decided with a child about one enquirer, in order."""
    asked = select(ChildDecisionRow).where(ChildDecisionRow.proposal_id == proposal_id)
    rows = session.scalars(asked.order_by(ChildDecisionRow.revision)).all()
    return [_signed(session, report_number, row) for row in rows]


def child_words(session: Session, report_number: int, row: ChildDecisionRow) -> dict[str, str]:
    """The child's view and the reasons of one decision, in words."""
    sealed = unseal_words(session, report_number, row.words_sealed, child_words_place(row.id))
    view, _, reasons = sealed.partition("\0")
    return {"view": view, "reasons": reasons}


def allowed_by_person(
    session: Session,
    proposal_id: uuid.UUID,
    *,
    now: datetime.datetime,
    asked_since: datetime.datetime | None = None,
) -> PersonAnswer | None:
    """What a family may be told of a living person: YES, MESSAGE_ONLY, or None for nothing.

    `asked_since`: the person has to have been asked once more, at the moment of telling, and since then. Of a child it
    is what officers decided with it. What a person answers to everybody comes before any single answer.
    """
    proposal, enquirer = session.get(MatchProposal, proposal_id), enquirer_of(session, proposal_id)
    if proposal is None or enquirer is None or not in_force(enquirer, now):
        return None
    standing = standing_answer(session, proposal.report_number)
    if standing is not None and standing.binds(now.date()):
        return None
    if is_child(ages(session, (proposal.report_number,))[proposal.report_number]):
        return _allowed_with_child(signed_with_child(session, proposal.report_number, proposal_id), asked_since)
    return _allowed(answers_to(session, proposal.report_number, (enquirer.id,))[enquirer.id], asked_since)


def _allowed(said: Sequence[Answered], asked_since: datetime.datetime | None) -> PersonAnswer | None:
    last = newest(said, AnswerMoment.FIRST if asked_since is None else AnswerMoment.AT_TELLING)
    if last is None or last.answer not in ACCEPTED or (asked_since is not None and last.made_at < asked_since):
        return None
    # An answer given later than this one takes it back, at whichever moment it was given.
    return last.answer if said[-1].answer in ACCEPTED else None


def _allowed_with_child(signed: Sequence[Signed], asked_since: datetime.datetime | None) -> PersonAnswer | None:
    asked_again = asked_since is None or any(one.made_at >= asked_since for one in signed)
    return PersonAnswer.YES if asked_again and outcome(signed) is ChildDecision.AGREES else None


def _signed(session: Session, report_number: int, row: ChildDecisionRow) -> Signed:
    codes = open_codes(session, report_number, row.decision_sealed, child_decision_place(row.id))
    return Signed(
        made_at=row.made_at,
        account_id=row.account_id,
        organisation_id=row.organisation_id,
        decision=ChildDecision(codes["decision"]),
        child_says=ChildSays(codes["child_says"]),
        reasons=child_words(session, report_number, row)["reasons"],
    )
