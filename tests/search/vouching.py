"""Rows that a scene put there past the services, vouched for by the audit as if an operator had made them."""

from sqlalchemy import select

from search.access import OPERATOR, Action
from search.accounts.audit_chain import ROWS, record_act
from search.models import AuditEntry
from search.records.anchored_rows import _Noted, _noted, key_of, read_anchor, row_name
from search.records.vouched_tables import ANCHORED
from search.storage.database import Database
from tests.search.scene import NOW


def vouch_for_all(database: Database) -> None:
    """One entry that carries the anchors of all rows of which no entry knows yet."""
    with database.transaction() as session:
        told = [anchor for detail in session.scalars(select(AuditEntry.detail)) for anchor in detail.get(ROWS, ())]
        known = {read_anchor(anchor)[0] for anchor in told}
        for table in ANCHORED:
            for key in map(key_of, session.scalars(select(table))):
                if row_name(table, key) not in known:
                    _noted(session)[row_name(table, key)] = _Noted(table, key, None)
        record_act(session, OPERATOR, Action.MANAGE_ACCOUNTS, subject=("registry", "scene"), now=NOW)
