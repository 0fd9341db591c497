"""Whose candidates order the questions of a search: its own where it has some, else those of another search.

An ordinary search is asked as if it had the candidates of a *donor*, drawn among all searches that have candidates now.
So both are asked by the same rule over sets of the same law, and no sequence tells which is which (decision 0040).
The donor of a search stays the same as long as it can: each pair of searches has a number of its own, mixed from both,
and whoever is first by it is the donor.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from search.asking.mixing import MASK, mixed
from search.asking.ordering import NO_COVERAGE, QUESTIONS, Coverage
from search.vocabulary import Question

# A donor whose search states what the other leaves open has candidates that were chosen by it: half as likely for each.
_STATED_COUNTS: Final = 0.5
_OTHER_SEX_COUNTS: Final = 0.25
_BITS: Final = {question: 1 << place for place, question in enumerate(QUESTIONS)}


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a search to its own family: a seed, the sex that it names, the questions that it leaves open."""

    seed: int
    sex: str
    open_now: frozenset[Question]


@dataclass(frozen=True, slots=True)
class Donor:
    """A search with candidates: of what its candidates' reports speak."""

    profile: Profile
    coverage: Coverage


class Donors:
    """All searches that have candidates."""

    def __init__(self, donors: Sequence[Donor]) -> None:
        self._donors = tuple(donors)
        self._seeds = np.array([one.profile.seed & MASK for one in donors], dtype=np.uint64)
        self._sexes = np.array([one.profile.sex for one in donors], dtype=object)
        self._open = np.array([bits_of(one.profile.open_now) for one in donors], dtype=np.uint64)

    def __len__(self) -> int:
        return len(self._donors)

    def coverage_for(self, profile: Profile) -> Coverage:
        """The coverage of the donor of a search without candidates; none where nobody has candidates."""
        if not self._donors:
            return NO_COVERAGE
        stated = np.bitwise_count(np.uint64(bits_of(profile.open_now)) & ~self._open)
        weights = _STATED_COUNTS**stated
        if profile.sex:
            weights[(self._sexes != profile.sex) & (self._sexes != "")] *= _OTHER_SEX_COUNTS
        # The smallest of exponential numbers with these rates: each donor first in proportion to its weight.
        waits = -np.log(mixed(profile.seed, self._seeds)) / weights
        return self._donors[int(np.argmin(waits))].coverage


def bits_of(questions: Collection[Question]) -> int:
    """A set of questions as a number."""
    return sum(_BITS[one] for one in questions)
