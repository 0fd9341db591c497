"""One question of the form: its page, how it shows what was said, and what it makes of what is typed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from wtforms import Form

from web.family.case_draft import CaseDraft, Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A question; `title` and `why` are source words.

    `fill` gives what the form shows of a case; `read` gives the case with what was typed. `read` gets only values that
    could be read; the rest is kept in words by the caller.
    """

    slug: str
    title: str
    why: str
    form: type[Form]
    fill: Callable[[CaseDraft], Typed]
    read: Callable[[CaseDraft, Typed], CaseDraft]


def choice(value: Any, allowed: Iterable[str]) -> str:
    """A code that the form offers, else empty: a made-up code is no answer."""
    return str(value) if value in set(allowed) else ""


def lines_of(text: str) -> tuple[str, ...]:
    """One value a line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
