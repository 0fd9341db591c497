"""Candidates for a record, for whoever holds the records in memory: training and measuring."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

# Keys that more hold are not followed; the best so many are compared.
MOST_HOLDERS = 400
CANDIDATES = 400


class CandidateIndex:
    """Records of one side by the keys that they are kept under. A key's weight is log2(1 + N / holders) bits."""

    def __init__(self, keys_of: Iterable[Collection[str]]) -> None:
        """Records are known by their place in the order given."""
        self._holders: dict[str, list[int]] = defaultdict(list)
        self._count = 0
        for number, keys in enumerate(keys_of):
            self._count += 1
            for key in keys:
                self._holders[key].append(number)

    def candidates(self, keys: Collection[str], limit: int = CANDIDATES) -> list[int]:
        """The records that share the rarest keys, at most `limit`, the best first; ties by number."""
        shared: Counter[int] = Counter()
        for key in keys:
            holders = self._holders.get(key, ())
            if 0 < len(holders) <= MOST_HOLDERS:
                bits = round(1000 * math.log2(1 + self._count / len(holders)))
                for number in holders:
                    shared[number] += bits
        ranked = sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))
        return [number for number, _ in ranked[:limit]]
