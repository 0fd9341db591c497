"""What hangs on a record is written down in one place, and all of it goes; the record's row stays and says nothing."""

import datetime
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from search.documents import Description
from search.models import (
    ErasedMark,
    FoundReport,
    MatchProposal,
    Record,
    RecordKey,
    SearchRequest,
)
from search.records.record_erasure import HANGING, erase_record, not_erased
from search.records.sections import read_sections
from tests.search.consents_given import HOSPITALS, SHELTERS, no_to, yes_to
from tests.search.models.tables import table_of
from tests.search.scene import NOW, PEOPLE, Scene, found, sought

LATER = NOW + datetime.timedelta(days=3)


def test_what_hangs_on_a_record_is_in_an_order_in_which_it_can_be_deleted() -> None:
    order = [table_of(table) for table, _ in HANGING]
    for place, table in enumerate(order):
        before = {key.column.table for later in order[place + 1 :] for key in later.foreign_keys}
        assert table not in before - {table}


@pytest.mark.parametrize("side", ["sought", "found"])
def test_nothing_of_an_erased_record_is_left_but_its_row(scene: Scene, side: str) -> None:
    number = erased_of_a_pair(scene, side)
    with scene.database.reading() as session:
        left = {
            table.__tablename__: session.execute(
                select(func.count()).select_from(table).where(belongs(number))
            ).scalar_one()
            for table, belongs in HANGING
        }
        assert set(left.values()) == {0}
        assert session.get_one(Record, number).erased_at == LATER
        assert read_sections(session, (number,), Description) == {}


def test_the_row_of_an_erased_search_says_nothing_that_the_family_said_or_was_given(scene: Scene) -> None:
    number = erased_of_a_pair(scene, "sought")
    with scene.database.reading() as session:
        request = session.get_one(SearchRequest, number)
        assert request.reference == f"-{number}"
        assert (request.passphrase_hash, request.language, request.reply_language) == ("", "", "")
        assert (request.earlier_reference_digest, request.idempotency_digest, request.expiry_date) == (None, None, None)
        assert request.withdrawn_at == LATER


def test_the_row_of_an_erased_report_keeps_its_kind_and_day_for_the_counts_and_no_number(scene: Scene) -> None:
    number = erased_of_a_pair(scene, "found")
    with scene.database.reading() as session:
        report = session.get_one(FoundReport, number)
        assert (report.kind, report.entry_date, report.version > 0) == ("shelter", NOW, True)
        assert (report.sender_number_digest, report.content_digest) == (None, 0)


def test_other_records_keep_all_that_is_theirs(scene: Scene) -> None:
    number = erased_of_a_pair(scene, "sought")
    with scene.database.reading() as session:
        others = session.scalars(select(Record.number).where(Record.number != number)).all()
        assert len(others) == 3
        assert set(session.scalars(select(RecordKey.record_number))) == set(others)
        assert set(read_sections(session, others, Description)) == set(others)
        assert session.scalars(select(MatchProposal.request_number)).all() != []


def test_erasing_twice_is_erasing_once(scene: Scene) -> None:
    number = erased_of_a_pair(scene, "found")
    with scene.database.transaction() as session:
        marks = session.execute(select(func.count()).select_from(ErasedMark)).scalar_one()
        assert erase_record(session, session.get_one(Record, number), now=NOW) == {}
        assert session.get_one(Record, number).erased_at == LATER
        assert session.execute(select(func.count()).select_from(ErasedMark)).scalar_one() == marks


def test_it_is_told_which_records_can_still_be_proposed(scene: Scene) -> None:
    number = erased_of_a_pair(scene, "found")
    with scene.database.transaction() as session:
        everybody = set(session.scalars(select(Record.number)))
        assert not_erased(session, everybody) == everybody - {number}
        assert not_erased(session, ()) == set()


def erased_of_a_pair(scene: Scene, side: str) -> int:
    """Erase the first search or report of two pairs; returns its number."""
    for place, (name, spelt) in enumerate(PEOPLE[:2]):
        shared = replace(sought(name, place), earlier_reference=f"R{place}", idempotency_key=f"K{place}")
        scene.file(replace(shared, consents=(yes_to(SHELTERS), no_to(HOSPITALS))))
        scene.report(found(spelt, place, sender_number=f"S{place}"))
    assert scene.match() >= 2
    with scene.database.transaction() as session:
        record = session.scalars(select(Record).where(Record.side == side).order_by(Record.number)).first()
        assert record is not None
        gone = erase_record(session, record, now=LATER)
        assert gone["record_keys"] == 1
        assert gone["match_proposals"] >= 1
        return record.number
