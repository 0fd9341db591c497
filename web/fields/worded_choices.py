"""Choices that can be told in words too: the words stay, and where nothing was chosen the code that they mean is read.

Read is only what they say once; where they say several things, or the family takes the reading back, they stand alone.
What was read goes when the words are changed, and is read anew; what was chosen stays, and is asked about where the
words say something else.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from i18n.translate import pgettext_noop as p_
from search.fields import FieldRow
from search.values.trait_words import colour_codes, trait_codes
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import DO_NOT_KNOW, Typed, is_right, one, text
from web.fields.widget import Control
from web.locale import language, pgettext

WRITTEN: Final = "written"
"""The part for the words beside a choice."""

_LABEL = p_("choice", "Or in your own words")
_FEATURES = ("build", "hair_colour", "hair_form", "eyes", "facial_hair")
_READERS: Final[Mapping[str, Callable[[str], tuple[str, ...]]]] = {
    **{f"description.traits:{feature}": partial(trait_codes, feature) for feature in _FEATURES},
    "description.effects.colour": lambda words: colour_codes(words, (language(),)),
}


def is_worded(row: FieldRow) -> bool:
    """Whether a choice has a line for words."""
    return row.path in _READERS


def words_line(typed: Typed) -> Control:
    """The line for words beneath the choices."""
    return Control(kind="line", part=WRITTEN, label=pgettext(*_LABEL), values=(text(typed, WRITTEN),))


def read_in(row: FieldRow, typed: Typed, offered: tuple[str, ...]) -> str:
    """The code that the words beside a choice mean; empty where something is chosen or they mean no one thing."""
    found = () if text(typed) else _meant(row, typed, offered)
    return found[0] if len(found) == 1 else ""


def read_anew(row: FieldRow, typed: Typed, before: Typed, offered: tuple[str, ...]) -> Typed:
    """A choice as it was sent, without the code that was read from words which stand there no more."""
    earlier, code = text(before, WRITTEN), text(typed)
    changed = text(typed, WRITTEN) not in ("", earlier)
    was_read = changed and bool(code) and _meant(row, {**before, "": []}, offered) == (code,)
    return {part: kept for part, kept in typed.items() if part} if was_read and code == text(before) else typed


def ask(row: FieldRow, typed: Typed, offered: tuple[str, ...], named: Callable[[str], str]) -> SoftQuestion | None:
    """What was understood of words beside which nothing is chosen, or something else, to be taken or left."""
    written, meant = text(typed, WRITTEN), _meant(row, typed, offered)
    if text(typed) in (*meant, DO_NOT_KNOW):
        return None
    options = tuple(SoftOption(code, named(code), {**one(code), **one(written, WRITTEN)}) for code in meant)
    return SoftQuestion(code="which_of_these", written=written, options=options) if options else None


def _meant(row: FieldRow, typed: Typed, offered: tuple[str, ...]) -> tuple[str, ...]:
    written = text(typed, WRITTEN)
    if not written or not is_worded(row) or is_right(typed, written):
        return ()
    return tuple(code for code in _READERS[row.path](written) if code in offered)
