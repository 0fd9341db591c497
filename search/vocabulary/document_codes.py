"""Kinds of identity documents."""

from enum import StrEnum


class DocumentKind(StrEnum):
    PASSPORT = "passport"
    IDENTITY_CARD = "identity_card"
    BIRTH_CERTIFICATE = "birth_certificate"
    CONSULAR_CARD = "consular_card"
    REFUGEE_CARD = "refugee_card"
    DRIVING_LICENCE = "driving_licence"
    OTHER = "other"
