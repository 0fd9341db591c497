"""Pairs that fell under the threshold since they were proposed, told apart by what speaks against them; pure.

Pairs of one pattern are read one under the other. Never by sex, date or age alone: those are mistaken and mistyped too
often, and nobody shall get into the habit of ruling people out by them.
"""

import hashlib
import re
from collections.abc import Iterable

from matching.evidence import Evidence, Outcome

ALONE_NEVER = frozenset({"sex", "birth", "age", "elapsed"})
# Under this nothing is said on a card, so it is no reason either.
_SAYS_NOTHING = 0.3
# Corrections for counting twice, which speak for nothing and against nothing.
_CORRECTIONS = frozenset({"together"})
_LETTERS = 16
_NAME = re.compile(f"[0-9a-f]{{{_LETTERS}}}")


def against(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """What speaks against a pair, of the evidence that its readers are shown, in one order."""
    return tuple(
        sorted(
            one.comparison
            for one in evidence
            if one.outcome is Outcome.DISAGREES and one.weight <= -_SAYS_NOTHING and one.comparison not in _CORRECTIONS
        )
    )


def is_offered(comparisons: Iterable[str]) -> bool:
    """Whether pairs may be read together by this: something besides sex, dates and age speaks against them."""
    return bool(set(comparisons) - ALONE_NEVER)


def is_pattern(text: str) -> bool:
    """Whether a text has the form of a pattern's name; what an address names need not."""
    return _NAME.fullmatch(text) is not None


def pattern_of(evidence: Iterable[Evidence]) -> str | None:
    """The name of the pattern that a pair is of; None where it is never read together with others."""
    found = against(evidence)
    return hashlib.sha256("+".join(found).encode()).hexdigest()[:_LETTERS] if is_offered(found) else None
