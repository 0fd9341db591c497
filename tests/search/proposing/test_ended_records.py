"""What a registry wanted forgotten is compared no more from that time on; a family's own search goes on."""

import datetime
from functools import partial

import pytest
from sqlalchemy import select

from search.access import OPERATOR, WORKER
from search.errors import AccessDenied
from search.models import FoundReport, Record, SearchRequest
from search.proposing.ended_records import end_due
from search.proposing.tidying import Tidying
from search.records.prepared_cache import PreparedRecords
from tests.search.scene import NOW, Scene, found, sought

DAY = datetime.timedelta(days=1)


def test_a_report_ends_at_its_time_and_not_before(scene: Scene) -> None:
    scene.report(found("Tesfalem", expires=NOW + DAY))
    scene.report(found("Wilmer", 1))
    for moment, ended in ((NOW, 0), (NOW + DAY, 1)):
        Tidying(scene.database, partial(_same, moment), PreparedRecords(scene.database.matching)).tidy()
        with scene.database.reading() as session:
            assert len(session.scalars(select(Record).where(Record.withdrawn_at.is_not(None))).all()) == ended
    with scene.database.reading() as session:
        assert session.scalars(select(FoundReport.expiry_date).where(FoundReport.withdrawn_at.is_not(None))).all()


def _same(moment: datetime.datetime) -> datetime.datetime:
    return moment


def test_a_search_ends_only_where_no_family_has_words_for_it(scene: Scene) -> None:
    for number in range(2):
        scene.file(sought("Tesfalem", number))
    with scene.database.transaction() as session:
        nobodys, familys = session.scalars(select(SearchRequest).order_by(SearchRequest.number)).all()
        nobodys.passphrase_hash = ""
        nobodys.expiry_date = familys.expiry_date = NOW
    with scene.database.transaction() as session:
        assert end_due(session, WORKER, now=NOW) == 1
        assert end_due(session, WORKER, now=NOW) == 0
    with scene.database.reading() as session:
        ended = session.scalars(select(SearchRequest.number).where(SearchRequest.withdrawn_at.is_not(None))).all()
    assert ended == [nobodys.number]


def test_only_the_worker_ends_records(scene: Scene) -> None:
    with scene.database.transaction() as session, pytest.raises(AccessDenied):
        end_due(session, OPERATOR, now=NOW)
