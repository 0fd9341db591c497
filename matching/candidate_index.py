"""Candidates for a record, for whoever holds the records in memory: training and measuring."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

# Keys that more hold are not followed; the best so many are compared.
MOST_HOLDERS = 400
CANDIDATES = 300
_FEW_HOLDERS = 1000


def key_bits(holders: int) -> float:
    """What it says for two records that they share a key held by so many: log2(1 + a constant / holders), in bits."""
    return math.log2(1 + _FEW_HOLDERS / holders)


class CandidateIndex:
    """Records of one side by the keys that they are kept under."""

    def __init__(self, keys_of: Iterable[Collection[str]]) -> None:
        """Records are known by their place in the order given."""
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, keys in enumerate(keys_of):
            for key in keys:
                self._holders[key].append(number)

    def candidates(self, keys: Collection[str], limit: int = CANDIDATES) -> list[int]:
        """The records that share the rarest keys, at most `limit`, the best first; ties by number."""
        shared: Counter[int] = Counter()
        for key in keys:
            holders = self._holders.get(key, ())
            if 0 < len(holders) <= MOST_HOLDERS:
                bits = round(1000 * key_bits(len(holders)))
                for number in holders:
                    shared[number] += bits
        ranked = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))
        return [number for number, _ in ranked[:limit]]
