"""Marks tell apart from which network something came, so that none fills what is for all; they say nothing else.

A mark is a keyed digest whose key lives in one process and dies with it: nobody can find out afterwards, not even with
the database and all keys, which network it stands for. It changes every day.
"""

import datetime
import hashlib
import secrets

from search.accounts.recent_attempts import network_of


class SourceMarks:
    """The marks of one process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def mark(self, address: str, now: datetime.datetime) -> int:
        """The mark of the network of an address today; never 0."""
        text = f"{network_of(address)}\x1f{now.date()}"
        digest = hashlib.blake2b(text.encode(), key=self._key, digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True) or 1
