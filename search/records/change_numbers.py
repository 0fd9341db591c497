"""The registry's change number: every change to a record takes the next one, and keeps its lock until it commits.

So whoever reads the number `n` sees every record whose version is at most `n`. That is what lets a worker skip pairs:
if a record was compared up to `n`, it has met every record with `version <= n`.
"""

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from search.models.records import Record, RegistryClock
from search.records.sections import READABLE

# The version of a record whose file is not stored as a whole yet: a change that has not happened. No clock gets there.
NOT_YET = 2**62
# A condition on records: what somebody may count or list. Of a record that is not published nobody has the key; one
# that was published a moment ago may not have its number yet. (What is compared is `sections.OPEN` besides.)
PUBLISHED = or_(Record.version < NOT_YET, READABLE)


def next_version(session: Session) -> int:
    """Take the next change number. Call it as late in a transaction as possible: others wait for its commit."""
    statement = (
        update(RegistryClock)
        .where(RegistryClock.id == 1)
        .values(value=RegistryClock.value + 1)
        .returning(RegistryClock.value)
    )
    return session.execute(statement).scalar_one()


def current_version(session: Session) -> int:
    """The newest committed change number."""
    return session.execute(select(RegistryClock.value).where(RegistryClock.id == 1)).scalar_one()
