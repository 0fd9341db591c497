"""What a family has said so far: the parts of a case that the questions fill, one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from search.commands import ConsentGiven
from search.consent_summaries import ConsentSummary
from search.documents import Description, Filing, Identifiers, Journey
from search.summaries import CaseSummary

T = TypeVar("T")
Typed = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDraft:
    """The case as it stands; empty before the first answer."""

    sought: Description = Description()
    identifiers: Identifiers = Identifiers()
    filing: Filing = Filing()
    consents: tuple[ConsentGiven | ConsentSummary, ...] = ()

    @classmethod
    def of(cls, case: CaseSummary) -> "CaseDraft":
        """What was filed, as the base of a change."""
        counting = tuple(one for one in case.consents if one.withdrawn_at is None)
        return cls(sought=case.sought, identifiers=case.identifiers, filing=case.filing, consents=counting)

    @property
    def journey(self) -> Journey:
        """The journey, empty where nothing was said of it."""
        return self.sought.journey or Journey()

    def with_sought(self, **changes: Any) -> "CaseDraft":
        """This case with other words about the person."""
        return replace(self, sought=replace(self.sought, **changes))

    def with_journey(self, **changes: Any) -> "CaseDraft":
        """This case with other words about the journey; an empty journey is none."""
        journey = replace(self.journey, **changes)
        return self.with_sought(journey=None if journey == Journey() else journey)

    def with_words(self, lines: Sequence[str]) -> "CaseDraft":
        """This case with lines added to its free words, each once: what no field could take is not lost."""
        present = self.sought.words.splitlines()
        return self.with_sought(words="\n".join([*present, *(line for line in lines if line not in present)]))


def rebuilt(old: T, typed: Any, fill: Callable[[T], Any], build: Callable[[Any], T]) -> T:
    """The old value where the form still shows what it was filled with, else the value that was typed.

    So a form that can say less than the record takes nothing from it.
    """
    return old if typed == fill(old) else build(typed)


def all_rebuilt(
    old: Sequence[T], typed: Sequence[Any], fill: Callable[[T], Any], build: Callable[[Any], T | None]
) -> tuple[T, ...]:
    """The values of a list's rows: a row that was left as it was keeps its value; a row that was emptied is gone."""
    shown = [(fill(value), value) for value in old]
    kept = (next((value for row, value in shown if row == entry), None) or build(entry) for entry in typed)
    return tuple(value for value in kept if value is not None)
