"""One invented row of each table that the audit vouches for and that nothing has written to yet."""

import datetime
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from search.access import OPERATOR, Action
from search.accounts.audit_chain import record_act
from search.models import Base
from search.records.vouched_tables import ANCHORED
from tests.search.models.tables import table_of
from tests.search.scene import NOW

# Where a row may point: table and column to the value there.
Targets = Mapping[tuple[str, str], Any]


def write_what_is_missing(session: Session, targets: Targets) -> None:
    """Write them as any act does: through the session, with one entry that vouches for them."""
    models = {table_of(model): model for model in ANCHORED}
    for table in (one for one in Base.metadata.sorted_tables if one in models):
        if session.execute(select(table).limit(1)).first() is None:
            session.add(models[table](**_row(session, table, targets)))
            session.flush()
    record_act(session, OPERATOR, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=NOW)


def _row(session: Session, table: Table, targets: Targets) -> dict[str, Any]:
    return {column.key: _value(session, column, targets) for column in table.columns}


def _value(session: Session, column: Column[Any], targets: Targets) -> Any:
    for key in column.foreign_keys:
        aim = key.column
        if (aim.table.name, aim.name) in targets:
            return targets[aim.table.name, aim.name]
        return session.execute(select(aim)).scalars().first()
    return None if column.nullable else _made_up(column)


def _made_up(column: Column[Any]) -> Any:
    kind = column.type.python_type if type(column.type).__name__ not in {"JSONText", "UTCDateTime"} else None
    if kind is None:
        return [] if type(column.type).__name__ == "JSONText" else NOW
    return {
        uuid.UUID: uuid.uuid4(), bytes: b"invented", str: "yes", bool: True, float: 1.0,
        datetime.datetime: NOW, datetime.date: NOW.date(),
    }.get(kind, 1)  # fmt: skip
