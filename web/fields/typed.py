"""What was typed for one field: the texts of its controls, as they came."""

from collections.abc import Mapping

from web.forms import tidy

Typed = Mapping[str, list[str]]
"""Texts by the part of the field that a control stands for; the only control of a field is the part without a name."""

ANSWER = "answer"
"""The part that says "none" or "I do not know"."""

RIGHT = "right"
"""The part that holds the words of which somebody said that they are right: nothing is asked about these again."""

# The values that radio buttons send for answers that are no codes.
DO_NOT_KNOW = "?"


def text(typed: Typed, part: str = "") -> str:
    """One control's text without the blanks round it; empty for nothing."""
    return tidy(next(iter(typed.get(part, ())), ""))


def texts(typed: Typed, part: str = "") -> list[str]:
    """The texts of a control that stands several times, without the empty ones."""
    return [kept for each in typed.get(part, ()) if (kept := tidy(each))]


def settled(typed: Typed) -> dict[str, list[str]]:
    """What was typed without empty controls, so that two can be compared."""
    kept = {part: texts(typed, part) for part in typed}
    return {part: values for part, values in kept.items() if values}


def one(value: str, part: str = "") -> dict[str, list[str]]:
    """A field of which one control is filled; nothing for an empty text."""
    return {part: [value]} if value else {}


def is_right(typed: Typed, words: str) -> bool:
    """Whether somebody said of just these words that they are right."""
    return words in texts(typed, RIGHT)


def with_right(typed: Typed, words: str) -> dict[str, list[str]]:
    """A field of whose words somebody said that they are right."""
    right = list(dict.fromkeys([*texts(typed, RIGHT), words]))
    return {**{part: list(values) for part, values in typed.items()}, RIGHT: right}
