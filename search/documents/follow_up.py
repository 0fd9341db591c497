"""What an organisation told of a person after it reported them: one act, with its day, its place and its words."""

from dataclasses import dataclass

from matching.record import PartialDate, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One act after a report was filed. `act` is a code of the vocabulary; only its organisation reads it."""

    act: str
    when: PartialDate | None = None
    place: Place | None = None
    words: str = ""
