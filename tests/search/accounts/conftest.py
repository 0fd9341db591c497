"""A member of staff for the tests of accounts, and a registry that is lived in."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from search.access import OPERATOR
from search.accounts.staff import NewAccount, add_account
from search.storage.database import Database
from search.storage.head_file import HeadFile
from search.vocabulary import OrganisationKind
from tests.fixtures.kept_contents import PutBack, contents_of
from tests.search.accounts.entering import PASSWORD
from tests.search.accounts.lived_in import Lived, lived_in
from tests.search.scene import NOW, make_scene


@pytest.fixture
def secret(database: Database) -> str:
    """The one-time-code secret of `alem`, who reviews for a committee."""
    command = NewAccount(
        organisation="Committee", organisation_kind=OrganisationKind.COMMITTEE, login="alem", password=PASSWORD
    )
    with database.transaction() as session:
        return add_account(session, OPERATOR, command, now=NOW)


@pytest.fixture(scope="session")
def lived_once() -> dict[str, tuple[Lived, PutBack, bytes]]:
    """By kind of database: a registry that was lived in, what puts its rows into another, and its head file."""
    return {}


@pytest.fixture
def lived(
    database: Database, engine_name: str, tmp_path: Path, lived_once: dict[str, tuple[Lived, PutBack, bytes]]
) -> Lived:
    """A registry that is lived in, for this test alone; living in one takes far longer than copying it."""
    file = tmp_path / "audit.head"
    head_file = HeadFile(file, database.vault)
    if engine_name not in lived_once:
        with pytest.MonkeyPatch.context() as patch:
            made = lived_in(make_scene(database), head_file, patch)
        lived_once[engine_name] = made, contents_of(database), file.read_bytes()
    made, put_back, head = lived_once[engine_name]
    put_back(database)
    file.write_bytes(head)
    database.head_file = head_file
    halfway = {table: deepcopy(rows) for table, rows in made.halfway.items()}
    return replace(made, scene=replace(made.scene, database=database), halfway=halfway)
