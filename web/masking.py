"""Secrets of a page under a pad of their own in each answer, so that a compressed answer never holds the same twice.

Whoever could watch how long compressed answers are, and have words of theirs put into them, would otherwise learn a
secret letter by letter: what stands twice is packed shorter.
"""

import base64
import binascii
import secrets


def masked(secret: bytes) -> str:
    """The secret under a new pad, pad first; as long for one secret as for another of its length."""
    pad = secrets.token_bytes(len(secret))
    return base64.urlsafe_b64encode(pad + _laid_over(secret, pad)).decode().rstrip("=")


def unmasked(sent: str) -> bytes:
    """What `masked` was given; empty for whatever it did not make."""
    try:
        both = base64.urlsafe_b64decode(sent.encode("ascii") + b"=" * (-len(sent) % 4))
    except (binascii.Error, ValueError):
        return b""
    half = len(both) // 2
    return _laid_over(both[:half], both[half:]) if len(both) == 2 * half else b""


def _laid_over(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
