"""What the people who were met are asked, what is decided with a child, and what a forensic service enters."""

from enum import StrEnum


class AgeFinding(StrEnum):
    """What whoever met a person settled face to face."""

    ADULT = "adult"
    UNDER_18 = "under_18"
    CANNOT_SAY = "cannot_say"


class PersonAnswer(StrEnum):
    """What somebody who was met answers to one enquirer."""

    YES = "yes"
    NO = "no"
    LATER = "later"
    MESSAGE_ONLY = "message_only"
    NOT_REACHED = "not_reached"


class AnswerMoment(StrEnum):
    """When an answer was asked for."""

    FIRST = "first"
    AT_TELLING = "at_telling"


class StandingKind(StrEnum):
    """What somebody who was met answers to everybody, later searches too."""

    NOBODY = "nobody"
    NOT_BEFORE = "not_before"


class ChildDecision(StrEnum):
    """What a protection officer decides together with a child."""

    AGREES = "agrees"
    DOES_NOT = "does_not"
    LATER = "later"


class ChildSays(StrEnum):
    """What a child itself says to being found by somebody."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    TOO_YOUNG = "too_young"


class WaitingReason(StrEnum):
    """Why nobody is approached because of an agreed pair, as every reader of the committee may know it."""

    NOT_AGREED = "not_agreed"
    NOBODY_WAS_MET = "nobody_was_met"
    CAN_BE_UNDONE = "can_be_undone"
    WHO_ASKS_UNKNOWN = "who_asks_unknown"
    NOBODY_MAY_ASK = "nobody_may_ask"
    NO_OFFICER = "no_officer"
    NO_SERVICE = "no_service"
    TO_BE_STARTED = "to_be_started"


class IdentificationMethod(StrEnum):
    """By what a forensic service identified somebody."""

    DNA = "dna"
    FINGERPRINTS = "fingerprints"
    TEETH = "teeth"
    IMPLANT_NUMBER = "implant_number"
    COMBINED = "combined"


class IdentificationResult(StrEnum):
    """What an examination came to."""

    IDENTIFIED = "identified"
    EXCLUDED = "excluded"
    OPEN = "open"


class ForensicWish(StrEnum):
    """What a forensic service would need of a family; the committee is told, never the family."""

    SAMPLE_FROM_PARENT = "sample_from_parent"
    SAMPLE_FROM_CHILD = "sample_from_child"
    SAMPLE_FROM_SIBLING = "sample_from_sibling"
    DENTAL_RECORDS = "dental_records"
    FINGERPRINT_CARD = "fingerprint_card"
    PHOTO_OF_TEETH = "photo_of_teeth"


class ClaimKind(StrEnum):
    """What somebody claims of themselves, which control facts are read for."""

    FAMILY = "family"
    HOLDS_PERSON = "holds_person"


class ClaimOutcome(StrEnum):
    """Whether whoever claimed something could say what only the family knows."""

    SUPPLIED = "supplied"
    NOT_SUPPLIED = "not_supplied"
    PARTLY = "partly"
