"""Whether two rows of times come from the same place: the test of Mann and Whitney, joined over strata.

Ranks are compared and no means, since one request that had to wait for the machine would outweigh a thousand others.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

Stratum = tuple[Sequence[float], Sequence[float]]


def deviation(strata: Iterable[Stratum]) -> float:
    """How many standard deviations the second rows' ranks lie above what chance gives (van Elteren, 1960).

    Rows within a stratum are of the same thing, here one page. 0 where there is nothing to compare.
    """
    above, variance = 0.0, 0.0
    for first, second in strata:
        both = len(first) + len(second)
        weight = 1 / (both + 1)
        above += weight * (_wins(first, second) - len(first) * len(second) / 2)
        variance += weight**2 * _variance(first, second)
    return above / math.sqrt(variance) if variance else 0.0


def chance(deviations: float) -> float:
    """How likely it is that chance alone leads as far to either side: 1 for 0, 0.05 for 1.96."""
    return math.erfc(abs(deviations) / math.sqrt(2))


def _wins(first: Sequence[float], second: Sequence[float]) -> float:
    """In how many pairs the second is the larger; a tie counts half."""
    of_first, of_second = Counter(first), Counter(second)
    wins, smaller = 0.0, 0
    for time in sorted(of_first | of_second):
        wins += of_second[time] * (smaller + of_first[time] / 2)
        smaller += of_first[time]
    return wins


def _variance(first: Sequence[float], second: Sequence[float]) -> float:
    both = len(first) + len(second)
    if both < 2:
        return 0.0
    ties = sum(count**3 - count for count in Counter([*first, *second]).values())
    return len(first) * len(second) / 12 * (both + 1 - ties / (both * (both - 1)))
