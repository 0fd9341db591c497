"""Whether a failure is the machine's, and would come for any record, or belongs to what was being worked at."""

from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError, StatementError


def is_of_the_machine(error: Exception) -> bool:
    """Whether something failed that would fail for any record: the database, memory, a disk."""
    if isinstance(error, SQLAlchemyError):
        # What a database cannot take of a record, and what no driver can hand to it, is the record's.
        unbindable = isinstance(error, StatementError) and not isinstance(error, DBAPIError)
        return not (unbindable or isinstance(error, DataError))
    return isinstance(error, (MemoryError, OSError))
