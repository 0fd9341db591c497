"""Answers that only a family knows: they are kept, and no page, paper or file of the family shows them again.

Whoever holds the phone or the sheet of a family would otherwise know what is asked of those who say that they are it.
A new answer takes the place of the one that is kept; an empty line leaves it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from search.documents import Filing
from search.fields import FieldRow
from web.fields.drawing import DrawnField
from web.fields.typed import Typed, settled
from web.locale import gettext

ANSWERS: Final = "filing.control_questions.answer"
# Words of such a question that make no element were written as an answer.
UNSEEN: Final = frozenset({ANSWERS, "filing.control_questions"})


def kept_words() -> str:
    """What stands in the place of an answer."""
    return gettext("The right answer is kept and not shown")


def unseen(row: FieldRow, typed: Typed) -> Typed:
    """What a page shows of what was typed for a field: nothing of such an answer."""
    return {} if row.path in UNSEEN else typed


def said_again(field: DrawnField, row: FieldRow, typed: Typed) -> DrawnField:
    """The empty control of an answer that is kept, which says so."""
    if row.path != ANSWERS or not settled(typed):
        return field
    kept = gettext("An answer is kept. We do not show it again. What you write here takes its place.")
    return replace(field, hint=f"{kept} {field.hint}")


def with_kept(sent: Mapping[str, Typed], seen: Mapping[str, Typed]) -> dict[str, Typed]:
    """What was sent, without the empty lines in the place of an answer that is kept."""
    return {path: said for path, said in sent.items() if path != ANSWERS or settled(said) or not seen.get(path)}


def without_answers(filing: Filing) -> Filing:
    """What a family takes along of its own words."""
    questions = tuple(replace(one, answer="") for one in filing.control_questions)
    notes = tuple(replace(note, words="", right=()) if note.field in UNSEEN else note for note in filing.notes)
    return replace(filing, control_questions=questions, notes=notes)


def about_answers(filing: Filing) -> dict[str, object]:
    """How many answers are kept that are not among these words, and how they are compared."""
    kept = sum(1 for one in filing.control_questions if one.answer)
    how = gettext(
        "These answers are kept and not shown here. Whoever says that they are your family can be asked the question. "
        "A person of the committee writes down what they answer. Only then that person reads your answer and compares "
        "the two."
    )
    return {"kept": kept, "how_they_are_compared": how}
