"""Hashing what people know: a family's five words, a staff member's password.

argon2id with 19 MiB and two passes (OWASP, Password Storage Cheat Sheet). At most two are computed at once in a
process, because hashing without a bound is a way to bring the server down; who may try a secret next is decided before,
by `search.accounts.hashing_queue`. It takes some hundredths of a second: never inside a transaction.
"""

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_AT_ONCE = threading.BoundedSemaphore(2)
# Checked when a reference or login is unknown, so that both cost the same time.
_NOBODY = _HASHER.hash("nobody has these words")


def hash_secret(secret: str) -> str:
    """The argon2id hash, with its own salt and parameters."""
    with _AT_ONCE:
        return _HASHER.hash(secret)


def secret_fits(hashed: str | None, secret: str) -> bool:
    """Whether `secret` is the one; None stands for an unknown reference and costs as much as a wrong secret."""
    with _AT_ONCE:
        try:
            _HASHER.verify(hashed or _NOBODY, secret)
        except (VerifyMismatchError, InvalidHashError):
            return False
    return hashed is not None
