"""Sections are sealed under their record's key in a place of their own, and the newest revision is read."""

from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update

from matching.record import MatchRecord, PersonName
from search.documents import Description, Filing, FollowUp, Identifiers, PostMortem, Provenance, Whereabouts
from search.errors import SealBroken
from search.models import Record, RecordKey, Section, SectionKind
from search.records.sections import (
    DOCUMENT_TYPES,
    OPEN,
    encode,
    held_keys,
    read_kinds,
    read_section,
    read_sections,
    record_key,
    record_keys,
    seal_words,
    section_row,
    unseal_words,
)
from tests.search.scene import NOW, Scene, sought
from tests.search.travellers import number_of


@pytest.fixture
def number(scene: Scene) -> int:
    """A search that is filed."""
    return number_of(scene, scene.file(sought("Tesfalem")).case_id)


def test_the_newest_revision_is_read_and_the_earlier_ones_stay(scene: Scene, number: int) -> None:
    for revision in (2, 10, 9):
        with scene.database.transaction() as session:
            said = Description(words=f"revision {revision}")
            session.execute(insert(Section), [section_row(record_key(session, number), number, revision, said)])
            session.get_one(Record, number).revision = 10
    with scene.database.reading() as session:
        newest = read_section(session, number, Description)
        kept = select(func.count()).where(Section.record_number == number, Section.kind == "description")
        assert newest == Description(words="revision 10")
        assert session.execute(kept).scalar_one() == 4


def test_several_sections_of_one_record_are_read_together_as_they_are_one_by_one(scene: Scene, number: int) -> None:
    kinds: list[type[Any]] = [Description, Identifiers, Filing, FollowUp]
    with scene.database.transaction() as session:
        key = record_key(session, number)
        later = [section_row(key, number, 2, Description(words="newer"))]
        unpublished = [section_row(key, number, 3, Filing())]
        session.execute(insert(Section), [*later, *unpublished])
        session.get_one(Record, number).revision = 2
    with scene.database.reading() as session:
        alone = {kind: said for kind in kinds if (said := read_section(session, number, kind)) is not None}
        assert read_kinds(session, number, kinds) == alone
        assert alone[Description] == Description(words="newer")
        assert FollowUp not in alone
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey))
    with scene.database.reading() as session:
        assert read_kinds(session, number, kinds) == {}


def test_a_revision_that_the_record_has_not_come_to_is_not_read(scene: Scene, number: int) -> None:
    with scene.database.transaction() as session:
        said = Description(words="not published")
        session.execute(insert(Section), [section_row(record_key(session, number), number, 2, said)])
    with scene.database.reading() as session:
        newest = read_section(session, number, Description)
        assert newest is not None
        assert newest.names[0].text == "Tesfalem"


def test_several_records_are_read_together_and_those_without_a_section_are_left_out(scene: Scene, number: int) -> None:
    other = number_of(scene, scene.file(sought("Hiwet", 1)).case_id)
    with scene.database.reading() as session:
        read = read_sections(session, [other, number, 999], Description)
        assert {key: one.names[0].text for key, one in read.items()} == {number: "Tesfalem", other: "Hiwet"}
        assert read_sections(session, [number], PostMortem) == {}
        assert read_section(session, number, PostMortem) is None


@pytest.mark.parametrize("column", ["revision", "kind"])
@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_section_that_was_moved_does_not_open(scene: Scene, number: int, column: str) -> None:
    own = Section.record_number == number, Section.kind == "description"
    with scene.database.transaction() as session:
        session.get_one(Record, number).revision = 7
        if column == "kind":
            session.execute(delete(Section).where(Section.record_number == number, Section.kind == "filing"))
        session.execute(update(Section).where(*own).values({column: {"revision": 7, "kind": "filing"}[column]}))
    with scene.database.reading() as session, pytest.raises(SealBroken, match="seal_broken"):
        read_section(session, number, Filing if column == "kind" else Description)


def test_nothing_that_was_said_lies_in_a_section(scene: Scene, number: int) -> None:
    with scene.database.reading() as session:
        sealed = b"".join(session.scalars(select(Section.sealed).where(Section.record_number == number)))
    assert b"Tesfalem" not in sealed


def test_without_its_key_a_record_is_neither_read_nor_counted(scene: Scene, number: int) -> None:
    other = number_of(scene, scene.file(sought("Hiwet", 1)).case_id)
    withdrawn = number_of(scene, scene.file(sought("Nurbek", 2)).case_id)
    with scene.database.transaction() as session:
        session.execute(delete(RecordKey).where(RecordKey.record_number == number))
        session.get_one(Record, withdrawn).withdrawn_at = NOW
    with scene.database.reading() as session:
        assert session.scalars(select(Record.number).where(*OPEN)).all() == [other]
        for reading in (lambda: record_key(session, number), lambda: record_keys(session, [other, number])):
            with pytest.raises(SealBroken, match="record_key_destroyed"):
                reading()
        assert read_section(session, number, Description) is None
        assert held_keys(session, [other, number]).keys() == read_sections(session, [other, number], Description).keys()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_key_stays_with_the_session_that_read_it_and_with_no_other(scene: Scene, number: int) -> None:
    with scene.database.transaction() as session:
        first = record_key(session, number)
        assert len(first) == 32
        session.execute(delete(RecordKey).where(RecordKey.record_number == number))
        assert record_keys(session, [number, number]) == {number: first}
    with scene.database.reading() as session, pytest.raises(SealBroken):
        record_key(session, number)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_words_that_hang_on_a_record_open_in_their_own_place_only(scene: Scene, number: int) -> None:
    with scene.database.reading() as session:
        sealed = seal_words(session, number, "the scar", "judgements.words_sealed.1")
        assert unseal_words(session, number, sealed, "judgements.words_sealed.1") == "the scar"
        with pytest.raises(SealBroken):
            unseal_words(session, number, sealed, "judgements.words_sealed.2")


def test_every_kind_of_section_has_one_document_and_equal_documents_are_equal_bytes() -> None:
    assert {
        SectionKind.DESCRIPTION: Description,
        SectionKind.IDENTIFIERS: Identifiers,
        SectionKind.FILING: Filing,
        SectionKind.PROVENANCE: Provenance,
        SectionKind.WHEREABOUTS: Whereabouts,
        SectionKind.POST_MORTEM: PostMortem,
        SectionKind.FOLLOW_UP: FollowUp,
        SectionKind.MATCHING: MatchRecord,
    } == DOCUMENT_TYPES
    one, same = (Description(names=(PersonName("Tesfalem"),)) for _ in range(2))
    assert encode(one) == encode(same) != encode(Description())
