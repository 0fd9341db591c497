"""In which order a search is asked: those first of which most of its candidates' reports say something.

The order is made of how *many* reports speak of a subject and how often strangers differ in it; never of what a report
says, of what a pair weighs, or of an answer. So it says nothing of the person who is sought (proof: decision 0040).
"""

from collections.abc import Collection, Mapping
from typing import Final

import numpy as np

from search.asking.mixing import Seeds, mixed
from search.vocabulary import Question

# How many of a set's reports speak of each subject; what is not named, none does.
Coverage = Mapping[Question, int]

NO_COVERAGE: Final[Coverage] = {}
QUESTIONS: Final = tuple(Question)
_NUMBERS: Final[Seeds] = np.arange(1, len(QUESTIONS) + 1, dtype=np.uint64)


def in_order(
    coverage: Coverage, worth: Mapping[Question, float], askable: Collection[Question], seed: int
) -> tuple[Question, ...]:
    """The questions that may be asked, the most telling first; those that are equal, by the search's own coin."""
    coins = dict(zip(QUESTIONS, mixed(seed, _NUMBERS).tolist(), strict=True))
    return tuple(
        sorted(
            (one for one in QUESTIONS if one in askable),
            key=lambda one: (-coverage.get(one, 0) * worth[one], coins[one]),
        )
    )


def askable(
    open_now: Collection[Question], asked: Mapping[Question, int], unanswered: Collection[Question], places: int
) -> tuple[frozenset[Question], ...]:
    """What may be asked, in passes: first what was never asked, then what was asked without an answer, long ago first.

    `asked` says in which slot each was asked last, `unanswered` which of them were left or not known; the family knows
    all of it. As many passes as fill the places, where there are so many.
    """
    passes = [frozenset(one for one in open_now if one not in asked)]
    again = sorted({asked[one] for one in open_now if one in asked and one in unanswered})
    for slot in again:
        if sum(map(len, passes)) >= places:
            break
        passes.append(frozenset(one for one in open_now if one in unanswered and asked.get(one) == slot))
    return tuple(passes)
