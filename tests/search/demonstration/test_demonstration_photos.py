"""The pair that a visitor walks through has photos on both sides, one of them of somebody dead."""

import pytest
from sqlalchemy import select

from search.demonstration.demonstration_loading import load_demonstration
from search.models import FoundReport, Photo, SearchRequest
from search.storage.database import Database
from tests.search.scene import NOW

pytestmark = pytest.mark.slow


def test_the_walk_through_has_photos_on_both_sides(database: Database) -> None:
    load_demonstration(database, now=NOW)
    with database.reading() as session:
        sought = select(Photo.kind).join(SearchRequest, SearchRequest.number == Photo.record_number)
        found = select(Photo.kind).join(FoundReport, FoundReport.number == Photo.record_number)
        assert sorted(session.scalars(sought)) == ["mark", "portrait"]
        assert sorted(session.scalars(found)) == ["belongings", "post_mortem"]
