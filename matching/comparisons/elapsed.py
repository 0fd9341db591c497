"""Time from the last contact to the finding: a body is found soon after, a living person any time later.

Where a date is only a month or a year, the weight is that of every day it may have been: the mean Bayes factor over the
interval. Finding before the last contact is possible, because families misremember.
"""

import numpy as np
import numpy.typing as npt

from matching.comparisons.levels import (
    BLANK,
    BLANK_LEVEL,
    Bits,
    Family,
    WeighedLevels,
    by_beginning,
    level_name,
    outcome_of,
)
from matching.evidence import AlignedPart, Evidence
from matching.names.name_columns import Flags, Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

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
_CODES = tuple(code for _, code in _BANDS)
_STARTS = np.array([start for start, _ in _BANDS])
_ENDS = np.append(_STARTS[1:] - 1, 10**7)


class ElapsedComparison(WeighedLevels):
    """Bands of days, apart for the dead and the living."""

    code = "elapsed"
    needs = Has.WHEN
    levels = tuple(f"{kind}_{code}" for kind in ("dead", "living") for code in _CODES)
    edges = _BANDS

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """The dead and the living apart."""
        return by_beginning(cls.levels)

    def observed(self, pairs: Pairs) -> tuple[Positions, Positions]:
        """The bands of pairs whose both days are known; only such pairs teach the weights."""
        exact = np.flatnonzero(exact_dates(pairs))
        return exact, self.level_numbers(pairs.chosen(exact))

    def level_numbers(self, pairs: Pairs) -> Positions:
        """The band of an exact pair of dates, else the band in which most of the possible days lie."""
        numbers = np.full(len(pairs), BLANK_LEVEL, dtype=np.int64)
        known = pairs.both_say(self.needs)
        chosen = pairs.chosen(known)
        numbers[known] = _shares(chosen).argmax(axis=1) + _first_of_kind(chosen)
        return numbers

    def weigh(self, pairs: Pairs) -> Bits:
        """Match weights in bits: log2 of the mean Bayes factor over the possible days."""
        weights = np.zeros(len(pairs))
        known = pairs.both_say(self.needs)
        chosen = pairs.chosen(known)
        factors = np.exp2(self._weights)[_first_of_kind(chosen)[:, None] + np.arange(len(_CODES))]
        weights[known] = np.log2((_shares(chosen) * factors).sum(axis=1))
        return weights

    def evidence(self, sought: PreparedRecord, found: PreparedRecord, pair: Pairs) -> Evidence:
        """Level, outcome and both dates."""
        level = level_name(self.levels, int(self.level_numbers(pair)[0]))
        weight = round(float(self.weigh(pair)[0]), 3)
        reason = "contradicts" if weight < 0.0 else "fits"
        values = () if level == BLANK else (AlignedPart(_shown(sought), _shown(found), reason),)
        return Evidence(self.code, level, outcome_of(level, weight), weight, values)


def exact_dates(pairs: Pairs) -> Flags:
    """Both days are known."""
    sought, found = pairs.values("when")
    known: Flags = (sought[:, 0] == sought[:, 1]) & (found[:, 0] == found[:, 1]) & (sought[:, 0] > 0)
    return known & (found[:, 0] > 0)


def days_between(pairs: Pairs) -> tuple[Positions, Positions]:
    """The fewest and the most days from the last contact to the finding."""
    sought, found = pairs.values("when")
    return found[:, 0].astype(np.int64) - sought[:, 1], found[:, 1].astype(np.int64) - sought[:, 0]


def _first_of_kind(pairs: Pairs) -> Positions:
    return np.where(pairs.found.table["dead"][pairs.j], 0, len(_CODES))


def _shares(pairs: Pairs) -> npt.NDArray[np.float64]:
    """The share of each band among the days that may have passed, of shape (pairs, bands)."""
    first, last = (days[:, None] for days in days_between(pairs))
    inside = np.maximum(np.minimum(last, _ENDS) - np.maximum(first, _STARTS) + 1, 0)
    shares: npt.NDArray[np.float64] = inside / (last - first + 1)
    return shares


def _shown(record: PreparedRecord) -> str:
    event = record.record.event
    if event is None or event.when is None:
        return ""
    return event.when.written or event.when.earliest.isoformat()
