"""Which of two days a witness means by one that two readers read differently, asked before the statement is sent."""

from collections.abc import Mapping

from search.fields.table import Widget
from web.family.draft_answers import Draft
from web.family.witness_fields import WITNESS_FIELDS
from web.fields.two_days import DayQuestion, day_of_two, day_typed
from web.labels.witness_words import asked

_DATED = tuple(row for row in WITNESS_FIELDS if row.widget is Widget.DATE)


def open_days(draft: Draft) -> list[DayQuestion]:
    """The days of a draft that can still be read as two."""
    asked_now = (day_of_two(row, draft.answers.get(row.path, {}), asked(row.path)) for row in _DATED)
    return [question for question in asked_now if question is not None]


def settle_days(draft: Draft, said: Mapping[str, str]) -> bool:
    """Writes the days that were answered into the draft, as if they had been typed; whether there were any."""
    typed = {row.path: day_typed(row, draft.answers.get(row.path, {}), said) for row in _DATED}
    settled = {path: {part: list(texts) for part, texts in one.items()} for path, one in typed.items() if one}
    draft.answers.update(settled)
    return bool(settled)
