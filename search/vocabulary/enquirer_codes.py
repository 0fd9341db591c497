"""Who asks, how they are reached, and what they allow."""

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


class ConsentPurpose(StrEnum):
    """What a family allows; matching inside is the default and the only one without a receiver."""

    MATCHING = "matching"
    SHARING = "sharing"
    CONTACTING = "contacting"


class Receiver(StrEnum):
    """Kinds of organisation a family may allow to see a search, one by one."""

    SHELTERS = "shelters"
    CONSULATES = "consulates"
    FORENSIC_SERVICES = "forensic_services"
    RED_CROSS = "red_cross"
