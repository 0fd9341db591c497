"""How a family closed its search because it knows where the person is, and by whom it was told."""

from enum import StrEnum


class ClosingOutcome(StrEnum):
    """What the family knows of the person now."""

    ALIVE = "alive"
    DETAINED = "detained"
    IN_HOSPITAL = "in_hospital"
    DIED = "died"
    NOT_SAID = "not_said"


class ToldBy(StrEnum):
    """By whom the family was told."""

    PERSON = "person"
    FAMILY_OR_FRIEND = "family_or_friend"
    COMMITTEE = "committee"
    OFFICE = "office"
    SOMEBODY_ELSE = "somebody_else"
    NOT_SAID = "not_said"
