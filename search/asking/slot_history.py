"""What a search was asked before, and what of it was answered: all of it known to its family."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.models import QuestionAnswer, QuestionSlot
from search.records.associated_data import question_answer_place
from search.records.chunks import chunks
from search.records.sections import seal_words, unseal_words
from search.vocabulary import Question, WithoutAnswer

Given = Mapping[str, str]
# The part of an answer that stands in the place of all others.
WITHOUT = "without"
_UNANSWERED = {WithoutAnswer.UNKNOWN.value, WithoutAnswer.RATHER_NOT.value}
_DECODER = msgspec.json.Decoder(dict[str, str])


@dataclass(slots=True)
class SlotHistory:
    """How many slots a search had, in which each question was asked last, and which of them have no answer."""

    slots: int = 0
    asked: dict[Question, int] = field(default_factory=dict)
    answered: set[Question] = field(default_factory=set)

    @property
    def unanswered(self) -> frozenset[Question]:
        """What was left, not known, or rather not said."""
        return frozenset(one for one in self.asked if one not in self.answered)


def histories(session: Session, numbers: Collection[int]) -> Mapping[int, SlotHistory]:
    """The history of each of these searches."""
    found = {number: SlotHistory() for number in numbers}
    for chunk in chunks(sorted(numbers)):
        slots = select(QuestionSlot.record_number, QuestionSlot.slot, QuestionSlot.questions)
        for number, slot, asked in session.execute(slots.where(QuestionSlot.record_number.in_(chunk))):
            history = found[number]
            history.slots += 1
            for code in asked:
                history.asked[Question(code)] = max(slot, history.asked.get(Question(code), slot))
        for row in _answers(session, chunk):
            answered = found[row.record_number].answered
            known = given_in(session, row).get(WITHOUT) not in _UNANSWERED
            (answered.add if known else answered.discard)(Question(row.question))
    return found


def answers_of(session: Session, number: int) -> Mapping[tuple[str, Question], Given]:
    """What a search's family answered last to each question of each slot, by the slot's id and the question."""
    return {(row.slot_id.hex, Question(row.question)): given_in(session, row) for row in _answers(session, (number,))}


def _answers(session: Session, numbers: Sequence[int]) -> Sequence[QuestionAnswer]:
    """The earliest first, so that the newest counts."""
    asked = select(QuestionAnswer).where(QuestionAnswer.record_number.in_(numbers))
    return session.scalars(asked.order_by(QuestionAnswer.made_at, QuestionAnswer.turn, QuestionAnswer.id)).all()


def sealed_answer(session: Session, row: QuestionAnswer, given: Given) -> bytes:
    """An answer, sealed for its row."""
    words = msgspec.json.encode(dict(sorted(given.items()))).decode()
    return seal_words(session, row.record_number, words, question_answer_place(row.id))


def given_in(session: Session, row: QuestionAnswer) -> Given:
    """The answer that a row holds."""
    place = question_answer_place(row.id)
    return _DECODER.decode(unseal_words(session, row.record_number, row.answer_sealed, place))
