"""What a family is asked, can write and is told of is there alike for every outcome; every nonsense is answered."""

import datetime

import pytest
from sqlalchemy import select, update

from search.asking.due_work import DueWork
from search.asking.slot_days import day_of, slot_at
from search.models import MatchProposal, QuestionSlot
from search.vocabulary import ProposalState, Question
from tests.fixtures.languages import walked
from tests.fixtures.portals import NOW
from tests.fixtures.visitor import Visitor
from tests.search.scene import make_scene
from tests.web.family.asking import files_search, is_asked
from tests.web.test_every_form_with_every_error import broken
from web.context import Context


@pytest.fixture
def engine_name() -> str:
    """What a page shows is the same on both databases."""
    return "sqlite"


@pytest.mark.parametrize("tag", [row.tag for row in walked()])
def test_every_form_of_a_family_that_is_asked_answers_every_nonsense(
    visitor: Visitor, context: Context, tag: str
) -> None:
    files_search(visitor)
    is_asked(context, *Question)
    pages = ("/case/questions", "/case/inbox", "/case/notices")
    assert [fault for page in pages for fault in broken(visitor, "", page, tag)] == []


def test_a_worker_draws_for_all_outcomes_what_only_words_tell_apart(context: Context) -> None:
    """Days, tasks and numbers of questions of six outcomes and of none, over a quarter of common days."""
    scene = make_scene(context.database)
    proposals = [scene.propose() for _ in ProposalState]
    with context.database.transaction() as session:
        for proposal, state in zip(proposals, ProposalState, strict=True):
            session.execute(update(MatchProposal).where(MatchProposal.id == proposal).values(state=state.value))
    first = slot_at(NOW) + 1
    for slot in range(first, first + 6):
        _draw(context, day_of(slot) - datetime.timedelta(days=1))
    with context.database.reading() as session:
        rows = session.scalars(select(QuestionSlot).order_by(QuestionSlot.slot)).all()
    shapes: dict[int, list[tuple[int, str, int]]] = {}
    for row in rows:
        shapes.setdefault(row.record_number, []).append((row.slot, row.task, len(row.questions)))
    assert len(shapes) == len(ProposalState)
    assert len({tuple(one) for one in shapes.values()}) == 1
    assert len(rows) == 6 * len(ProposalState)


def _draw(context: Context, moment: datetime.datetime) -> None:
    DueWork(context.database, lambda: moment, {}).all_due()
