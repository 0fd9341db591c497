"""One invented member of staff, and how the tests sign in as them or guess at a case."""

import datetime

import pyotp

from search.accounts.sign_in import log_in, open_case
from search.storage.database import Database
from search.summaries import SignedIn
from tests.search.scene import NOW

PASSWORD = "an invented password"
MINUTE = datetime.timedelta(minutes=1)


def enter(
    database: Database,
    code: str = "",
    now: datetime.datetime = NOW,
    *,
    password: str = PASSWORD,
    portal: str = "committee",
) -> SignedIn | None:
    with database.transaction() as session:
        return log_in(session, "alem", password, code, portal, now=now)


def guess(database: Database, reference: str, words: str = "wrong", now: datetime.datetime = NOW) -> SignedIn | None:
    with database.transaction() as session:
        return open_case(session, reference, words, now=now)


def code(secret: str, now: datetime.datetime = NOW) -> str:
    return pyotp.TOTP(secret).at(now)
