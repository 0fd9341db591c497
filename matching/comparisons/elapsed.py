"""Time from the last contact to the finding: a body is found soon after, a living person any time later.

Where a date is only a month or a year, the weight is that of every day it may have been: the mean Bayes factor over the
interval. Finding before the last contact is possible, because families misremember.
"""

import math
from bisect import bisect_right

from matching.comparisons.levels import BLANK, Weights, outcome_of, reason_of
from matching.evidence import AlignedPart, Evidence
from matching.prepared import Has, PreparedRecord

# Days from last contact to finding: first day of each band, and its code.
_BANDS: tuple[tuple[int, str], ...] = (
    (-(10**7), "long_before"),
    (-45, "before"),
    (-7, "same_days"),
    (15, "month"),
    (46, "three_months"),
    (92, "six_months"),
    (184, "year"),
    (366, "two_years"),
    (731, "three_years"),
    (1096, "longer"),
)
_STARTS = tuple(start for start, _ in _BANDS)
_CODES = tuple(code for _, code in _BANDS)


class ElapsedComparison:
    """Bands of days, apart for the dead and the living."""

    code = "elapsed"
    needs = Has.WHEN
    levels = tuple(f"{kind}_{code}" for kind in ("dead", "living") for code in _CODES)
    disagreeing = frozenset(
        f"{kind}_{code}" for kind in ("dead", "living") for code in ("long_before", "three_years", "longer")
    ) | {"dead_two_years", "living_before"}

    def __init__(self, weights: Weights) -> None:
        self._weights = {kind: [weights[f"{kind}_{code}"] for code in _CODES] for kind in ("dead", "living")}

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        """The band of an exact pair of dates, else the band in which most of the possible days lie."""
        if sought.when is None or found.when is None:
            return BLANK
        shares = _shares(found.when.first - sought.when.last, found.when.last - sought.when.first)
        return f"{_kind(found)}_{_CODES[max(shares, key=lambda band: (shares[band], -band))]}"

    def weigh(self, sought: PreparedRecord, found: PreparedRecord) -> float:
        """Match weight in bits: log2 of the mean Bayes factor over the possible days."""
        if sought.when is None or found.when is None:
            return 0.0
        weights = self._weights["dead" if found.dead else "living"]
        first = found.when.first - sought.when.last
        last = found.when.last - sought.when.first
        if first == last:
            return weights[bisect_right(_STARTS, first) - 1]
        return math.log2(sum(share * 2.0 ** weights[band] for band, share in _shares(first, last).items()))

    def evidence(self, sought: PreparedRecord, found: PreparedRecord) -> Evidence:
        """Level, outcome and both dates."""
        level = self.level(sought, found)
        reason = reason_of(level, self.disagreeing)
        values = () if level == BLANK else (AlignedPart(_shown(sought), _shown(found), reason),)
        return Evidence(
            self.code, level, outcome_of(level, self.disagreeing), round(self.weigh(sought, found), 3), values
        )


def exact_dates(sought: PreparedRecord, found: PreparedRecord) -> bool:
    """Both days are known; only such pairs teach the weights."""
    return (
        sought.when is not None
        and found.when is not None
        and sought.when.first == sought.when.last
        and found.when.first == found.when.last
    )


def _kind(found: PreparedRecord) -> str:
    return "dead" if found.dead else "living"


def _shares(first: int, last: int) -> dict[int, float]:
    """The share of each band among the days from `first` to `last`."""
    low, high = bisect_right(_STARTS, first) - 1, bisect_right(_STARTS, last) - 1
    days = last - first + 1
    if low == high:
        return {low: 1.0}
    shares = {}
    for band in range(low, high + 1):
        end = _STARTS[band + 1] - 1 if band + 1 < len(_STARTS) else last
        shares[band] = (min(end, last) - max(_STARTS[band], first) + 1) / days
    return shares


def _shown(record: PreparedRecord) -> str:
    event = record.record.event
    if event is None or event.when is None:
        return ""
    return event.when.written or event.when.earliest.isoformat()
