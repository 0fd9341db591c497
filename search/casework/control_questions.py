"""Questions that only a family can answer: which of them a claimant can be asked, and which is next."""

from collections.abc import Sequence

from search.documents import ControlQuestion
from search.values.blanks import is_blank


def can_be_asked(one: ControlQuestion) -> bool:
    """Whether there is an answer against which another can be held; what says that nothing is known is none."""
    return not is_blank(one.answer)


def next_question(questions: Sequence[ControlQuestion], asked: Sequence[int]) -> int | None:
    """The place of the question that was asked least often, the first of those; None where there is none to ask."""
    usable = [place for place, one in enumerate(questions) if can_be_asked(one)]
    return min(usable, key=lambda place: (asked.count(place), place), default=None)
