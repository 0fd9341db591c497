"""A process that ends in the middle of a transaction, for tests of what is left then."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy.orm import Session

from search.storage.database import Database


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def killed_after(monkeypatch: pytest.MonkeyPatch, transactions: int) -> Iterator[None]:
    """The process ends in the middle of the next transaction after so many."""
    left = [transactions]
    whole = Database.transaction

    @contextmanager
    def transaction(self: Database) -> Iterator[Session]:
        with whole(self) as session:
            yield session
            session.flush()
            left[0] -= 1
            if left[0] < 0:
                raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(Database, "transaction", transaction)
        yield
