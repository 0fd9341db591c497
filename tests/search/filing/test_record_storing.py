"""A record is stored with all that hangs on it, and a changed one is found and compared by what it says now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from matching import Engine
from matching.record import MatchRecord
from search.commands import Again
from search.documents import Description
from search.models import BlockingKey, FoundReport, KeySide, PackedRecord, Record, RecordKey, Section
from search.records.key_digests import digests
from search.records.sections import read_section, vault_of
from tests.search.scene import Scene, found, sought

FIRST, LATER = "Samir Haddad", "Yonas Tesfay"


def test_what_is_new_gets_a_key_its_sections_and_its_packed_form(scene: Scene) -> None:
    scene.file(sought(FIRST))
    scene.report(found(FIRST))
    with scene.database.reading() as session:
        numbers = set(session.scalars(select(Record.number)))
        assert len(numbers) == 2
        for column in (RecordKey.record_number, PackedRecord.record_number, BlockingKey.record_number):
            assert set(session.scalars(select(column))) == numbers
        assert set(session.execute(select(Section.record_number, Section.revision)).all()) == {(n, 1) for n in numbers}


def test_a_changed_record_keeps_what_it_said_and_is_found_by_what_it_says(scene: Scene) -> None:
    for name in (FIRST, LATER):
        scene.report(found(name, sender_number="A", again=Again.SAME))
    with scene.database.reading() as session:
        (report,) = session.scalars(select(FoundReport)).all()
        assert report.revision == 2
        assert set(session.scalars(select(Section.revision))) == {1, 2}
        description = read_section(session, report.number, Description)
        assert description is not None
        assert [name.text for name in description.names] == [FIRST, LATER]
        assert session.get_one(PackedRecord, report.number).revision == 2
        assert own_keys(session, report.number) == keys_of_what_it_says(session, report.number)


def own_keys(session: Session, number: int) -> list[int]:
    mine = BlockingKey.record_number == number, BlockingKey.side == KeySide.FOUND.value
    return sorted(session.scalars(select(BlockingKey.digest).where(*mine)))


def keys_of_what_it_says(session: Session, number: int) -> list[int]:
    view, engine = read_section(session, number, MatchRecord), Engine.load()
    assert view is not None
    return digests(vault_of(session), engine.blocking_keys(engine.prepare(view)))
