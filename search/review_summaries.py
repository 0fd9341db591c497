"""What a card says beside the two descriptions and the evidence: its head, its numbers' roles, what would settle it."""

import datetime
from dataclasses import dataclass

from matching.record import PhoneRole
from search.vocabulary import SampleKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContext:
    """The circumstances of a pair.

    `minor`: whoever met the person said so, or the family's birth date does. `contact_asked`: whether somebody living
    was asked if they want contact, never what they answered; None where it cannot be asked. `language` is what the
    family is answered in, `words_language` what its words are in. `phones_met`: whose numbers met, on either side, not
    the numbers. `samples`, `samples_in_words`: what this mortuary has; `kits_in_words`, `records_in_words`: what the
    family gave or knows of.
    """

    minor: bool = False
    contact_asked: bool | None = None
    language: str = ""
    words_language: str = ""
    filed_on: datetime.date | None = None
    reported_on: datetime.date | None = None
    days_open: int = 0
    phones_met: tuple[PhoneRole, PhoneRole] | None = None
    samples: tuple[SampleKind, ...] = ()
    samples_in_words: str = ""
    kits_in_words: str = ""
    records_in_words: tuple[str, ...] = ()


NO_CONTEXT = CardContext()
