"""What a reader waits for is measured on a list of pairs as the portal meets it."""

import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from benchmarks.invented.invented_registry import Size
from benchmarks.queue_filling import fill_with_pairs
from benchmarks.queue_speed import lines, measure_queue, query_plans
from search.models import MatchProposal
from search.storage.database import Database

MOMENT = datetime.datetime(2026, 11, 1, 9, tzinfo=datetime.UTC)


@pytest.mark.slow
def test_every_kind_of_page_is_timed_on_a_filled_list(database: Database, tmp_path: Path) -> None:
    fill_with_pairs(database, Size(30, 90), 30, 1, MOMENT, lambda _: None)
    with database.reading() as session:
        assert session.execute(select(func.count()).select_from(MatchProposal)).scalar_one() >= 20
        unplaced = select(func.count()).where(MatchProposal.queue_order.is_(None))
        assert session.execute(unplaced).scalar_one() == 0
    timed = measure_queue(database, tmp_path, 10, MOMENT, lambda _: None)
    assert [one.page for one in timed] == ["list", "next", "card", "rivals"]
    assert all(one.milliseconds(0.5) <= one.milliseconds(0.95) for one in timed)
    assert [len(row) for row in lines(timed)] == [5] * 5
    assert query_plans(database)
