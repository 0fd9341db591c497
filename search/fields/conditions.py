"""When a field is asked: `description.sex!=female`, `description.marks.kind=tattoo|henna`; a blank between several.

A condition never hides what was said: it decides whether a question is put, not whether an answer is kept.
"""

from collections.abc import Callable
from typing import NamedTuple

Said = Callable[[str], str]
"""What was answered at a path, as a code; empty for nothing."""


class Condition(NamedTuple):
    """One comparison: the field at `path` says one of `codes`, or with `unless`, none of them."""

    path: str
    codes: frozenset[str]
    unless: bool

    def holds(self, said: Said) -> bool:
        """Whether what was said so far fulfils it; silence is none of the codes."""
        return (said(self.path) in self.codes) is not self.unless


def conditions(when: str) -> tuple[Condition, ...]:
    """The comparisons of a table's cell; none for a field that is always asked."""
    return tuple(_condition(text) for text in when.split())


def is_asked(when: str, said: Said) -> bool:
    """Whether all comparisons hold."""
    return all(condition.holds(said) for condition in conditions(when))


def may_apply(when: str, said: Said) -> bool:
    """Whether a page that asks everything at once asks this too: unless what was answered rules it out."""
    return all(condition.holds(said) for condition in conditions(when) if said(condition.path))


def _condition(text: str) -> Condition:
    path, sign, codes = text.partition("!=" if "!=" in text else "=")
    if not sign:
        raise ValueError(text)
    return Condition(path, frozenset(codes.split("|")), unless=sign == "!=")
