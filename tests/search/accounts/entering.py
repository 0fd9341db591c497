"""One invented member of staff, and how the tests sign in as them or guess at a case."""

import datetime

import pyotp

from search.accounts.sessions import FAMILY
from search.accounts.sign_in import find_holder, log_in, open_case, prove
from search.accounts.waiting_tickets import Attempt
from search.storage.database import Database
from search.summaries import SignedIn
from tests.search.scene import NOW

PASSWORD = "an invented password"
MINUTE = datetime.timedelta(minutes=1)


def come_in(
    database: Database, attempt: Attempt, now: datetime.datetime = NOW, *, without_code: bool = False
) -> SignedIn | None:
    """Somebody signs in, in the three steps of a portal."""
    with database.reading() as session:
        holder = find_holder(session, attempt)
    proven = prove(holder, attempt)
    if proven is None:
        return None
    with database.transaction() as session:
        if attempt.portal == FAMILY:
            return open_case(session, proven, now=now)
        return log_in(session, proven, attempt.code, now=now, without_code=without_code)


def enter(
    database: Database,
    code: str = "",
    now: datetime.datetime = NOW,
    *,
    login: str = "alem",
    password: str = PASSWORD,
    portal: str = "committee",
) -> SignedIn | None:
    """A member of staff signs in."""
    return come_in(database, Attempt(portal=portal, name=login, secret=password, code=code), now)


def guess(database: Database, reference: str, words: str = "wrong", now: datetime.datetime = NOW) -> SignedIn | None:
    """A family opens its case."""
    return come_in(database, Attempt(portal=FAMILY, name=reference, secret=words), now)


def code(secret: str, now: datetime.datetime = NOW) -> str:
    return pyotp.TOTP(secret).at(now)
