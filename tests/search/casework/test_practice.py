"""A reader has practised once six different invented cards were answered."""

import uuid

import pytest

from search.casework.practice import ENOUGH, cards_answered, require_practised
from search.errors import AskedFirst
from search.models import PracticeAnswer
from tests.search.scene import NOW, Scene


@pytest.mark.usefixtures("readers_practise")
def test_the_same_card_again_counts_once_and_another_readers_not_at_all(scene: Scene) -> None:
    reader, other = scene.reviewers[:2]
    with scene.database.transaction() as session:
        for number in [1, 1, *range(2, ENOUGH + 1)]:
            with pytest.raises(AskedFirst):
                require_practised(session, reader)
            answer = {"account_id": reader.account_id, "card": number, "kind": "unsure", "right": False}
            session.add(PracticeAnswer(id=uuid.uuid4(), made_at=NOW, **answer))
            session.flush()
        require_practised(session, reader)
        assert (cards_answered(session, reader), cards_answered(session, other)) == (ENOUGH, 0)
