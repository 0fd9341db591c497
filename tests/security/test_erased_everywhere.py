"""After one record of each kind was erased, everything that reads records answers, and nothing tells of it."""

import itertools
import random
from pathlib import Path

import pytest
from sqlalchemy import select, text, update

from matching.names.part_rarity import PartCounts
from search.access import OPERATOR
from search.accounts.audit_walk import verify_chain
from search.confined.confinement import Confinement
from search.confined.slots import Slots
from search.errors import Refused
from search.evaluation.counting_name_parts import count_batch
from search.evaluation.estimating_from_registry import learn_parameters
from search.filing.sheet_storing import preview_sheet
from search.groups.group_key_store import regroup_batch
from search.models import Base, DuplicateProposal, MatchProposal, Record, RecordKey
from search.models.records import RecordSide
from search.proposing.proposal_export import export_proposals
from search.proposing.worker import Worker
from search.records.record_erasure import TABLES
from search.relinking.readable_records import readable_numbers
from search.storage.scrubbing import Scrubbed
from tests.fixtures.portals import NOW
from tests.search.scene import make_scene
from tests.search.vouching import vouch_for_all
from tests.security.erased_world import BODY, LIVING, SEARCH, SHEET, World, make_world
from web.context import Context

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("confined_here")]

WORDS = (SEARCH, LIVING, BODY)
# A walk through every page takes its time: each kind of record on one database, a search on the other as well.
WALKS = [
    *(pytest.param("sqlite", word, id=f"sqlite-{word}") for word in WORDS),
    pytest.param("postgresql", SEARCH, id=f"postgresql-{SEARCH}", marks=pytest.mark.postgresql),
]


@pytest.fixture
def world(context: Context, tmp_path_factory: pytest.TempPathFactory) -> World:
    scene = make_scene(context.database)
    vouch_for_all(context.database)
    return make_world(context, scene, tmp_path_factory.mktemp("parser"))


def test_before_anything_is_erased_the_words_are_shown(world: World) -> None:
    bodies = b"".join(body for _, _, body in world.answers())
    assert [word for word in (SEARCH, LIVING) if word.encode() not in bodies] == []


@pytest.mark.parametrize(("engine_name", "word"), WALKS)
def test_every_page_answers_and_none_tells_of_what_was_erased(world: World, word: str) -> None:
    world.erase(word)
    walked = list(world.answers())
    assert len(walked) > 100
    assert [(place, status) for place, status, _ in walked if status >= 500] == []
    # A reviewer's words hang on the pair, and a pair of two others may speak of the third.
    told = {place for place, _, body in walked if word.encode() in _without_others(body)}
    assert told == set()


@pytest.mark.parametrize(("engine_name", "word"), WALKS)
def test_every_page_answers_where_only_the_key_was_destroyed(world: World, word: str) -> None:
    world.destroy_key(word)
    assert [(place, status) for place, status, _ in world.answers() if status >= 500] == []


@pytest.mark.parametrize("word", WORDS)
def test_nothing_of_what_was_erased_is_left_or_comes_back(world: World, word: str, tmp_path: Path) -> None:
    """One world for all: making it takes far longer than looking at it. What changes most of it comes last."""
    kept, secrets = keys_of(world), secrets_of(world, word)
    world.erase(word)
    nothing_is_left_where_rows_are_kept(world, word, secrets)
    the_audit_is_whole_and_names_what_came_back_from_a_backup(world, kept)
    every_command_that_reads_records_answers(world, word, tmp_path)
    no_pair_of_it_comes_back_when_everything_is_compared_again(world)


@pytest.mark.parametrize("word", WORDS)
def test_every_command_that_reads_records_answers_where_only_the_key_was_destroyed(
    world: World, word: str, tmp_path: Path
) -> None:
    world.destroy_key(word)
    every_command_that_reads_records_answers(world, word, tmp_path)


def every_command_that_reads_records_answers(world: World, word: str, tmp_path: Path) -> None:
    database = world.context.database
    with database.transaction() as session:
        exported = export_proposals(session, OPERATOR, now=NOW)
        assert (word in repr(exported)) is False
        session.execute(update(Record).values(matched_version=0))
        counts = PartCounts()
        assert count_batch(session, OPERATOR, counts, after=0)
        assert regroup_batch(session, after=0)
        with pytest.raises(Refused, match="registry_too_small"):
            learn_parameters(session, OPERATOR, database.matching, random.Random(1), today=NOW.date())  # noqa: S311 - a sample, not a secret
        readable = [readable_numbers(session, side) for side in RecordSide]
        assert sum(map(len, readable)) == 6 + 1 - 1
    Worker(database, lambda: NOW).match_all()
    again = preview_sheet(database, Confinement(Slots(tmp_path)), world.scene.shelter, SHEET, today=NOW.date())
    assert again.already_known == 1


def no_pair_of_it_comes_back_when_everything_is_compared_again(world: World) -> None:
    """Every record was made to be compared again, and was compared."""
    with world.context.database.reading() as session:
        gone = session.scalars(select(Record.number).where(Record.erased_at.is_not(None))).one()
        pairs = session.execute(select(MatchProposal.request_number, MatchProposal.report_number)).all()
        alike = session.execute(select(DuplicateProposal.first_number, DuplicateProposal.second_number)).all()
        assert pairs
        assert gone not in set(itertools.chain(*pairs, *alike))


def keys_of(world: World) -> dict[int, tuple[str, bytes]]:
    """What a backup holds of the keys of records."""
    with world.context.database.reading() as session:
        return {key.record_number: (key.master, key.wrapped) for key in session.scalars(select(RecordKey))}


def the_audit_is_whole_and_names_what_came_back_from_a_backup(world: World, kept: dict[int, tuple[str, bytes]]) -> None:
    database = world.context.database
    with database.reading() as session:
        # A colleague's account was put there past the services.
        assert {fault.code for fault in verify_chain(session).faults} <= {"row_unknown"}
    with database.transaction() as session:
        gone = session.scalars(select(Record).where(Record.erased_at.is_not(None))).one()
        master, wrapped = kept[gone.number]
        session.add(RecordKey(record_number=gone.number, master=master, wrapped=wrapped))
        session.flush()
        assert "erased_is_back" in {fault.code for fault in verify_chain(session).faults}
        session.rollback()


def secrets_of(world: World, word: str) -> list[bytes]:
    """A record's key, its sealed sections, and its word."""
    identifier = world.cases[word].case_id if word in world.cases else world.reports[word]
    with world.context.database.reading() as session:
        number = session.scalars(select(Record.number).where(Record.id == identifier)).one()
        sections = text("SELECT sealed FROM sections WHERE record_number = :number")
        sealed = session.execute(sections, {"number": number}).scalars().all()
        return [session.get_one(RecordKey, number).wrapped, *map(bytes, sealed), word.encode()]


def nothing_is_left_where_rows_are_kept(world: World, word: str, secrets: list[bytes]) -> None:
    """In any file of the embedded database, or any table of PostgreSQL, which says what its log keeps."""
    database = world.context.database
    if database.one_writer:
        assert database.scrub(TABLES) is Scrubbed.CLEAN
        assert [holding(database.engine.url.database, secret) for secret in secrets] == [[]] * len(secrets)
        return
    assert database.scrub(TABLES) is Scrubbed.LOG_KEEPS_IT
    with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            rows = session.execute(text(f'SELECT * FROM "{table.name}"')).all()  # noqa: S608 - names of our own tables
            assert word not in repr(rows)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_before_anything_is_erased_its_key_is_found_in_the_files(world: World) -> None:
    for word in WORDS:
        assert holding(world.context.database.engine.url.database, secrets_of(world, word)[0]), word


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_without_overwriting_what_is_deleted_the_key_would_be_found(world: World) -> None:
    """What the setting is for, on builds of SQLite that do not overwrite by themselves."""
    database = world.context.database
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
    with database.reading() as session:
        wrapped = session.scalars(select(RecordKey.wrapped).order_by(RecordKey.record_number)).first()
    assert wrapped is not None
    with database.engine.execution_options(ovillo_writes=True).connect() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete=OFF")
        connection.exec_driver_sql("DELETE FROM record_keys WHERE record_number = 1")
        connection.commit()
    database.scrub(TABLES)
    assert holding(database.engine.url.database, wrapped)


def holding(database: str | None, secret: bytes) -> list[str]:
    """The files of a database, its logs included, and all that lies beside it, that hold these bytes."""
    folder = Path(str(database)).parent
    return [path.name for path in sorted(folder.rglob("*")) if path.is_file() and secret in path.read_bytes()]


def _without_others(body: bytes) -> bytes:
    return body.replace(f"{SEARCH} {LIVING} {BODY}".encode(), b"")
