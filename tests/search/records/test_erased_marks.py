"""What was erased is known again by its number, and by nothing that names a record."""

import uuid

from sqlalchemy import select

from search.models import ErasedMark, Record
from search.records.erased_marks import (
    origin_number,
    reference_number,
    remember_marks,
    sender_number,
    was_erased,
    which_were_erased,
)
from search.records.record_erasure import erase_record
from search.records.sections import vault_of
from tests.search.models.tables import table_of
from tests.search.scene import NOW, Scene, found, sought


def test_a_mark_names_no_record() -> None:
    assert list(table_of(ErasedMark).columns.keys()) == ["digest", "signature"]


def test_the_reference_of_an_erased_search_is_known_again(scene: Scene) -> None:
    kept, erased = scene.file(sought("Tesfalem")), scene.file(sought("Hiwet", 1))
    erase(scene, erased.case_id)
    with scene.database.reading() as session:
        assert was_erased(session, reference_number(erased.reference))
        assert not was_erased(session, reference_number(kept.reference))
        digest = vault_of(session).digest("reference", erased.reference)
        assert digest not in set(session.scalars(select(ErasedMark.digest)))


def test_a_report_is_known_by_its_senders_number_or_else_by_where_it_came_from(scene: Scene) -> None:
    numbered, bare = found("Tesfalem", sender_number="S1"), found("Hiwet", 1, origin="row 7")
    for command in (numbered, bare):
        erase(scene, scene.report(command).report_id)
    with scene.database.reading() as session:
        digest = vault_of(session).digest("sender number", "S1")
        mine, anothers = sender_number(scene.shelter_id, digest), sender_number(uuid.UUID(int=1), digest)
        assert which_were_erased(session, [mine, anothers]) == {mine}
        # And by what each said, which only raises a question.
        assert len(session.scalars(select(ErasedMark)).all()) == 4
        origin = vault_of(session).digest("origin", "row 7")
        assert was_erased(session, origin_number(scene.shelter_id, origin))
        assert not was_erased(session, origin_number(scene.shelter_id, digest))


def test_marks_are_kept_once(scene: Scene) -> None:
    receipt = scene.report(found("Tesfalem", sender_number="S1"))
    with scene.database.transaction() as session:
        record = session.scalars(select(Record).where(Record.id == receipt.report_id)).one()
        remember_marks(session, record)
        remember_marks(session, record)
        assert len(session.scalars(select(ErasedMark)).all()) == 2


def erase(scene: Scene, identifier: uuid.UUID) -> None:
    with scene.database.transaction() as session:
        record = session.scalars(select(Record).where(Record.id == identifier)).one()
        erase_record(session, record, now=NOW)


def test_a_changed_report_leaves_the_marks_of_one_and_not_of_each_revision(scene: Scene) -> None:
    first = scene.report(found("Tesfalem", sender_number="S1"))
    scene.report(found("Tesfalem Kidane", sender_number="S1"))
    erase(scene, first.report_id)
    with scene.database.reading() as session:
        assert len(session.scalars(select(ErasedMark)).all()) == 2
