"""A record's key is a row of its own, its sections are written once, and what waits is found by an index."""

import uuid

import pytest
from sqlalchemy import inspect, select

from search.models import (
    BlockingKey,
    FoundReport,
    KeySide,
    PackedRecord,
    Record,
    RecordKey,
    RecordSide,
    SearchRequest,
    Section,
    SectionKind,
)
from tests.search.models.tables import points_at, table_of, unique_sets
from tests.search.scene import Scene, found, sought


def test_a_row_is_a_search_or_a_report_by_its_side(scene: Scene) -> None:
    scene.file(sought("Tesfalem"))
    scene.report(found("Tesfalem"))
    with scene.database.reading() as session:
        rows = session.scalars(select(Record).order_by(Record.number)).all()
        assert [(type(row), row.side) for row in rows] == [(SearchRequest, "sought"), (FoundReport, "found")]
    assert {side.value for side in RecordSide} == set(inspect(Record).polymorphic_map)


def test_whatever_is_sealed_hangs_on_a_record_and_its_key_lies_in_one_row() -> None:
    for model in (RecordKey, Section, PackedRecord, BlockingKey):
        assert points_at(model)["record_number"] == "records.number"
    assert [column.name for column in table_of(RecordKey).primary_key.columns] == ["record_number"]


def test_each_revision_of_a_section_is_written_once() -> None:
    key = [column.name for column in table_of(Section).primary_key.columns]
    assert key == ["record_number", "kind", "revision"]
    assert max(len(kind.value) for kind in SectionKind) <= 16


def test_a_record_is_known_outside_by_a_handle_that_is_not_its_number() -> None:
    assert ("id",) in unique_sets(Record)
    assert table_of(Record).columns["id"].type.python_type is uuid.UUID


def test_a_sender_s_number_and_a_retried_submission_are_known_again() -> None:
    assert ("organisation_id", "sender_number_digest") in unique_sets(FoundReport)
    assert {("reference",), ("idempotency_digest",), ("earlier_reference_digest",)} <= unique_sets(SearchRequest)


def test_what_waits_is_found_without_reading_what_is_done() -> None:
    (waiting,) = (index for index in table_of(Record).indexes if index.name == "ix_records_waiting")
    for dialect in ("sqlite", "postgresql"):
        assert "matched_version < version" in str(waiting.dialect_options[dialect]["where"])


def test_the_stored_numbers_of_the_sides_of_keys_never_change() -> None:
    assert {side.name: side.value for side in KeySide} == {
        "SOUGHT": 0,
        "FOUND": 1,
        "SOUGHT_IN_GROUP": 2,
        "FOUND_IN_GROUP": 3,
    }


@pytest.mark.parametrize("side", list(RecordSide))
def test_each_side_of_a_record_has_keys_of_its_own_for_both_uses(side: RecordSide) -> None:
    assert KeySide.of(side).name == side.name
    assert KeySide.in_group(side).name == f"{side.name}_IN_GROUP"
