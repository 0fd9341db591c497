"""Every reading of a record by a person is written down.

`note_reading` is what each act calls that shows a person what a record says; a test lists those acts. What was read
because of a proposal is written down with it, and enters the account that a family can have
(`search.telling.readings_account`) only after that proposal was told.
"""

import datetime
import uuid
from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy.orm import Session

from search.access import Actor
from search.models import Reading


class ReadingPurpose(StrEnum):
    """What for somebody was shown what a record says."""

    CARD = "card"
    GROUP = "group"
    CONTACTS = "contacts"
    DUPLICATES = "duplicates"
    PHOTO = "photo"
    SHARED = "shared"
    """A family allowed it: see the consents."""
    LOOK_UP = "look_up"
    CLAIM = "claim"
    """Somebody claimed to be the family, or to hold the person."""
    APPROACH = "approach"
    FORENSIC = "forensic"
    TELLING = "telling"
    LETTER = "letter"
    """The family wrote to its committee."""


def note_reading(
    session: Session,
    actor: Actor,
    numbers: Iterable[int],
    purpose: ReadingPurpose,
    *,
    now: datetime.datetime,
    caused_by: uuid.UUID | None = None,
) -> None:
    """Write down that the actor is shown these records; the act's audit entry vouches for it.

    `caused_by` is the proposal, of either kind, because of which it happens; None only where nothing was proposed.
    """
    for number in sorted(set(numbers)):
        session.add(
            Reading(
                id=uuid.uuid4(),
                record_number=number,
                account_id=actor.account_id,
                organisation_id=actor.organisation_id,
                role=actor.kind.value,
                purpose=purpose.value,
                caused_by=caused_by,
                made_at=now,
            )
        )
