"""Who asks, and how they are reached."""

from enum import StrEnum


class Relationship(StrEnum):
    MOTHER = "mother"
    FATHER = "father"
    DAUGHTER = "daughter"
    SON = "son"
    SISTER = "sister"
    BROTHER = "brother"
    WIFE = "wife"
    HUSBAND = "husband"
    PARTNER = "partner"
    GRANDPARENT = "grandparent"
    AUNT_UNCLE = "aunt_uncle"
    COUSIN = "cousin"
    FRIEND = "friend"
    COMPANION = "companion"
    OTHER = "other"


class ContactKind(StrEnum):
    PHONE = "phone"
    MESSENGER = "messenger"
    EMAIL = "email"
    THROUGH_SOMEONE = "through_someone"


class MaySay(StrEnum):
    """What may be said on a line of the family's, the strictest first."""

    NEVER_WHY = "never_why"
    """Not even to the enquirer: they call back, or are met."""
    WHY_TO_ME_ONLY = "why_to_me_only"
    WHY_TO_ANYBODY = "why_to_anybody"


class ReachingCondition(StrEnum):
    """What has to be known before a family is called or written to."""

    CHANNEL = "channel"
    HOURS = "hours"
    MAY_SAY = "may_say"
    SPEAKER = "speaker"
    LANGUAGES = "languages"
    RELATIONSHIP = "relationship"
