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
