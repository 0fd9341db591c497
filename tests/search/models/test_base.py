"""What holds of every table: a `repr` that tells ids only, moments in UTC, and names for every constraint."""

import uuid

from sqlalchemy import DateTime

from search.models import Account, Base, Organisation
from search.storage.types import UTCDateTime
from tests.search.models.tables import table_of


def test_a_row_tells_its_id_and_nothing_else() -> None:
    account = Account(id=uuid.UUID(int=7), login="alem", password_hash="$argon2id$invented")
    told = repr(account)
    assert told.startswith("<Account ")
    assert [word for word in ("alem", "argon2id", "password") if word in told] == []


def test_no_model_tells_more_of_itself_than_the_base_does() -> None:
    telling = [one.class_.__name__ for one in Base.registry.mappers if "__repr__" in vars(one.class_)]
    assert telling == []


def test_every_moment_is_kept_in_utc() -> None:
    columns = [column for table in Base.metadata.sorted_tables for column in table.c]
    moments = [column for column in columns if isinstance(column.type, UTCDateTime | DateTime)]
    assert moments
    assert [str(column) for column in moments if not isinstance(column.type, UTCDateTime)] == []


def test_every_constraint_and_index_has_a_name_that_a_migration_can_say() -> None:
    for table in Base.metadata.sorted_tables:
        assert all(constraint.name for constraint in table.constraints), table.name
        assert all(index.name for index in table.indexes), table.name
    assert table_of(Organisation).primary_key.name == "pk_organisations"
