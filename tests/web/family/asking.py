"""A family with questions on its page, for the tests of the pages that ask."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select

from search.asking.slot_days import slot_at
from search.models import QuestionSlot, SearchRequest
from search.vocabulary import Question, SlotTask
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from web.context import Context


def files_search(visitor: Visitor, name: str = "Tesfalem Kidanemariam") -> None:
    """A search of one name, filed alone and opened."""
    visitor.goes_to("/search/names")
    visitor.sends("/search/names", {"names-full": name})
    visitor.goes_to("/search/review")
    visitor.sends("/search/review")
    visitor.sends("/filed")


def is_asked(context: Context, *questions: Question, task: SlotTask = SlotTask.TALK) -> None:
    """Every search has these questions in the slot that is open."""
    with context.database.transaction() as session:
        for number in session.scalars(select(SearchRequest.number)).all():
            session.add(_slot(number, questions, task))


def _slot(number: int, questions: Sequence[Question], task: SlotTask) -> QuestionSlot:
    codes = [one.value for one in questions]
    return QuestionSlot(
        id=uuid.uuid4(), record_number=number, slot=slot_at(NOW), task=task.value, questions=codes, made_at=NOW
    )
