"""What is shown to whoever may call a family: how it is to be reached, and the numbers and papers of both sides."""

from dataclasses import dataclass

from matching.record import PersonName
from search.documents import Contact, FieldNote, Identifiers
from search.vocabulary import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyToReach:
    """Who asked for somebody and how to reach them safely. What only the family knows is not in it."""

    names: tuple[PersonName, ...]
    relationship: Relationship | None
    contacts: tuple[Contact, ...]
    language: str
    notes: tuple[FieldNote, ...]


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
