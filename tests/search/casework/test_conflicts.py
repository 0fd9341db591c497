"""Who may open a card: whoever was asked within thirty days; what was left to others is not there."""

import uuid
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from search.casework.conflicts import ASKED_FOR, goes_on, leaves, left_to_others, require_asked, require_not_left
from search.errors import AskedFirst, NotFound
from search.models import ConflictAnswer, MatchProposal
from tests.search.scene import NOW, Scene

pytestmark = pytest.mark.usefixtures("readers_are_asked")


def says(session: Session, proposal: uuid.UUID, mark: int, *, sides: int = 2) -> None:
    pair = session.get_one(MatchProposal, proposal)
    for number in (pair.request_number, pair.report_number)[:sides]:
        session.add(ConflictAnswer(id=uuid.uuid4(), record_number=number, mark=mark, until=NOW + ASKED_FOR))
    session.flush()


def test_it_takes_an_answer_about_both_records_of_this_very_reader_that_is_not_too_old(scene: Scene) -> None:
    proposal, (reader, other, *_) = scene.propose(), scene.reviewers
    assert reader.account_id is not None
    with scene.database.transaction() as session:
        pair, mark = session.get_one(MatchProposal, proposal), goes_on(session, reader.account_id)
        with pytest.raises(AskedFirst):
            require_asked(session, reader, pair, NOW)
        says(session, proposal, mark, sides=1)
        with pytest.raises(AskedFirst):
            require_asked(session, reader, pair, NOW)
        session.query(ConflictAnswer).delete()
        says(session, proposal, mark)
        require_asked(session, reader, pair, NOW)
        for actor, moment in ((other, NOW), (reader, NOW + ASKED_FOR)):
            with pytest.raises(AskedFirst):
                require_asked(session, actor, pair, moment)


def test_what_somebody_left_is_gone_for_them_alone_and_the_operator_is_never_asked(scene: Scene) -> None:
    proposal, (reader, other, *_) = scene.propose(), scene.reviewers
    assert reader.account_id is not None
    with scene.database.transaction() as session:
        pair = session.get_one(MatchProposal, proposal)
        says(session, proposal, leaves(session, reader.account_id))
        with pytest.raises(NotFound):
            require_not_left(session, reader, pair.report_number)
        require_not_left(session, other, pair.request_number, pair.report_number)
        nobody = replace(reader, account_id=None)
        require_asked(session, nobody, pair, NOW)
        assert session.scalars(left_to_others(session, nobody)).all() == []
        assert set(session.scalars(left_to_others(session, reader))) == set(
            session.scalars(select(ConflictAnswer.record_number))
        )
