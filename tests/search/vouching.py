"""Rows that a scene put there past the services, vouched for by the audit as if an operator had made them."""

from sqlalchemy import select

from search.access import OPERATOR, Action
from search.accounts.audit_chain import record_act
from search.records.anchored_rows import ANCHORED, _noted, row_name
from search.storage.database import Database
from tests.search.scene import NOW


def vouch_for_all(database: Database) -> None:
    """One entry that carries the anchors of all rows that there are."""
    with database.transaction() as session:
        for table in ANCHORED:
            _noted(session).update({row_name(row): row for row in session.scalars(select(table))})
        record_act(session, OPERATOR, Action.MANAGE_ACCOUNTS, subject=("registry", "scene"), now=NOW)
