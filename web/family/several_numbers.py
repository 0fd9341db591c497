"""Several telephone numbers that were written in one line: each is one of its own, so that each is compared."""

from collections.abc import Callable, Mapping
from typing import Any

from search.values.phone_doubts import numbers_apart
from web.family.draft_answers import Answers
from web.fields.typed import text
from web.fields.widget import Setting

_NUMBER = "identifiers.phones.number"


def apart(
    typed: Mapping[str, Answers], setting: Callable[[], Setting]
) -> tuple[dict[str, Answers], list[dict[str, Answers]]]:
    """What was sent for one number, and what stands for each further number in its line."""
    numbers = numbers_apart(text(typed[_NUMBER]), setting().regions) if _NUMBER in typed else ()
    if not numbers:
        return dict(typed), []
    first, *others = ({**typed, _NUMBER: {"": [number]}} for number in numbers)
    return first, others


def put_beside(items: dict[str, Any], number: int, others: list[dict[str, Answers]]) -> None:
    """Adds the further numbers behind all elements there are, or are about to be."""
    behind = max([number, *(int(one) for one in items)], default=0)
    items.update({str(behind + place): one for place, one in enumerate(others, start=1)})
