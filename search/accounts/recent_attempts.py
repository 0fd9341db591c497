"""How often each source, each name and each browser has lately asked to come in: in memory, briefly, by keyed digests.

Nothing of this is written anywhere, the key dies with the process, and nobody is refused for it. It says who goes first
when more ask at once than can be hashed: whoever asked often goes behind whoever did not, by some seconds.
"""

import hashlib
import ipaddress
import math
import secrets
from collections.abc import Sequence

_HALVED_AFTER_SECONDS = 300.0
_SECONDS_AN_ATTEMPT = 1.0
# Together two minutes: more than a burst lasts, and the most that a family can be made to wait behind strangers who
# have not asked before, where those are many enough to take every turn.
_MOST_SECONDS = 40.0
_MOST_KEPT = 20_000
_FOUR, _SIX = 24, 56


def network_of(address: str) -> str:
    """The network of an address (/24, /56): whoever has a whole one counts once. What is no address stays as it is."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    width = _FOUR if parsed.version == 4 else _SIX
    return str(ipaddress.ip_network((parsed, width), strict=False))


class RecentAttempts:
    """Counts that halve every five minutes. Not safe to share between threads by itself: its queue holds the lock."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._counts: dict[bytes, tuple[float, float]] = {}

    def handicap(self, marks: Sequence[str], now: float) -> float:
        """Seconds that an attempt with these marks goes behind others; it is counted from now on."""
        return sum(self._count(self._digest(place, mark), now) for place, mark in enumerate(marks))

    def _count(self, digest: bytes, now: float) -> float:
        count, at = self._counts.pop(digest, (0.0, now))
        count *= math.exp2(-max(0.0, now - at) / _HALVED_AFTER_SECONDS)
        # The newest stand last, so that the oldest are forgotten first.
        self._counts[digest] = (count + 1, now)
        if len(self._counts) > _MOST_KEPT:
            del self._counts[next(iter(self._counts))]
        return min(count * _SECONDS_AN_ATTEMPT, _MOST_SECONDS)

    def _digest(self, place: int, mark: str) -> bytes:
        return hashlib.blake2b(f"{place}\x1f{mark}".encode(), key=self._key, digest_size=16).digest()
