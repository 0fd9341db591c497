"""What is asked for a search stands until it is stopped or given."""

import datetime
import uuid

import pytest
from sqlalchemy import select

from search.casework.word_renewals import standing_renewal
from search.models import ClaimCheck, SearchRequest, WordRenewal
from tests.search.scene import NOW, Scene, sought

LATER = NOW + datetime.timedelta(days=1)


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("over", ["stopped_at", "given_at"])
def test_the_oldest_that_is_neither_stopped_nor_given_stands(scene: Scene, over: str) -> None:
    scene.file(sought("Tesfalem"))
    with scene.database.transaction() as session:
        number = session.scalars(select(SearchRequest.number)).one()
        assert standing_renewal(session, number) is None
        check = ClaimCheck(
            id=uuid.uuid4(),
            record_number=number,
            account_id=uuid.uuid4(),
            claim="family",
            words_sealed=b"-",
            question=0,
            made_at=NOW,
        )
        session.add(check)
        session.flush()
        first, second = (
            WordRenewal(id=uuid.uuid4(), record_number=number, check_id=check.id, asked_by=uuid.uuid4(), asked_at=at)
            for at in (NOW, LATER)
        )
        session.add_all([second, first])
        session.flush()
        assert standing_renewal(session, number) is first
        setattr(first, over, LATER)
        session.flush()
        assert standing_renewal(session, number) is second
        assert standing_renewal(session, number + 1) is None
