"""Whether a database was made with the keys that are here, asked at each start before anything is read or written.

With other keys nothing in it can be read, and what is filed would be lost to whoever has the right ones. The labels
under which keys are derived hold the project's name, so that a database made under another name is one of other keys.
"""

from collections.abc import Callable

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from search.accounts.audit_chain import head_is_ours
from search.errors import Refused, SealBroken
from search.models import Account, RecordKey
from search.records.associated_data import one_time_code_place
from search.records.sections import vault_of
from search.storage.database import Database
from search.storage.encryption import WrappedKey


def require_own_keys(database: Database) -> None:
    """Raise Refused where something is sealed or signed and nothing of it opens; before a migration changes anything.

    One thing of each kind is tried, and one that opens is enough: a row that somebody altered must not keep whoever
    looks into it from starting.
    """
    if not inspect(database.engine).has_table("record_keys"):
        return
    with database.reading() as session:
        tried = [opens(session) for opens in (_record_key_opens, _staff_secret_opens, head_is_ours)]
    if False in tried and True not in tried:
        raise Refused("database_of_other_keys")


def _record_key_opens(session: Session) -> bool | None:
    """Whether the newest record's key unwraps; None where there is no record."""
    newest = select(RecordKey).order_by(RecordKey.record_number.desc()).limit(1)
    row = session.scalars(newest).one_or_none()
    if row is None:
        return None
    return _opens(lambda: vault_of(session).unwrap(WrappedKey(row.master, row.wrapped), str(row.record_number)))


def _staff_secret_opens(session: Session) -> bool | None:
    """Whether some account's secret of one-time codes opens; None where no account has one."""
    asked = select(Account.id, Account.totp_sealed).where(Account.totp_sealed.is_not(None)).limit(1)
    row = session.execute(asked).one_or_none()
    if row is None or row.totp_sealed is None:
        return None
    return _opens(lambda: vault_of(session).unseal_secret(row.totp_sealed, one_time_code_place(row.id)))


def _opens(unseal: Callable[[], bytes]) -> bool:
    try:
        unseal()
    except SealBroken:
        return False
    return True
