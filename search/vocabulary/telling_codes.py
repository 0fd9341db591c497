"""How a family is told, and what was asked of offices for its search."""

from enum import StrEnum


class TellingKind(StrEnum):
    """Of whom is told."""

    LIVING = "living"
    DEAD = "dead"


class TellingPlace(StrEnum):
    """Where a family is told."""

    AT_HOME = "at_home"
    AT_COMMITTEE = "at_committee"
    ELSEWHERE = "elsewhere"
    BY_CALL_AGREED = "by_call_agreed"


class Support(StrEnum):
    """Who stands by somebody who is told."""

    PSYCHOLOGIST = "psychologist"
    RELATIVE = "relative"
    DOCTOR = "doctor"
    RELIGIOUS = "religious"
    LAWYER = "lawyer"
    NONE_WANTED = "none_wanted"


class LogState(StrEnum):
    """How far a question to an office has come."""

    ASKED = "asked"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    OVERDUE = "overdue"


class RegisterKind(StrEnum):
    """A register of others in which a search has a number."""

    RNPDNO = "rnpdno"
    NAMUS = "namus"
    RED_CROSS = "red_cross"
    PROSECUTOR = "prosecutor"
    FORENSIC_BANK = "forensic_bank"
    DONOR_KIT = "donor_kit"
    OTHER = "other"
