"""What is shown to whoever may call a family: how it is to be reached, and the numbers and papers of both sides."""

import datetime
from dataclasses import dataclass

from matching.record import PersonName
from search.documents import FieldNote, Identifiers
from search.vocabulary import ContactKind, MaySay, ReachingCondition, Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyClock:
    """What time it is where a family is reached.

    `by_number`: nobody said where that is, and the country of the number stands for it.
    """

    country: str
    time: datetime.datetime
    by_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachingConditions:
    """One way to reach a family as one thing: everything that whoever calls has to know, and last the number.

    `assumed` are the conditions that nobody answered; each counts as the strictest. `number` is what the family wrote:
    a number, an address, somebody whom it trusts.
    """

    channel: ContactKind | None
    hours: str
    clock: FamilyClock | None
    may_say: MaySay
    speaker: str
    languages: tuple[str, ...]
    relationship: Relationship | None
    assumed: tuple[ReachingCondition, ...]
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyToReach:
    """Who asked for somebody and how to reach them safely. What only the family knows is not in it.

    `inbox_only`: the family left no way to reach it, and is written to on its own page. `own_numbers` are the numbers
    of its ways as they stand elsewhere. `extortion` is what it told of calls for money.
    """

    names: tuple[PersonName, ...]
    relationship: Relationship | None
    ways: tuple[ReachingConditions, ...]
    language: str
    notes: tuple[FieldNote, ...]
    own_numbers: frozenset[str] = frozenset()
    talked_on: tuple[datetime.date, ...] = ()
    talked_with: tuple[str, ...] = ()
    extortion: str = ""

    @property
    def inbox_only(self) -> bool:
        """Whether nothing was left by which the family can be called or written to."""
        return not any(way.number for way in self.ways)


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessToAsk:
    """Who told what a report says, as far as they wanted to say, and how they can be asked."""

    name: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevealedIdentifiers:
    """Contacts and documents of both sides of one proposal, and how its family is to be reached.

    `witness` is None where nobody said who told it, nor how to ask them.
    """

    family: FamilyToReach
    witness: WitnessToAsk | None
    sought: Identifiers
    found: Identifiers
    reads_left: int
