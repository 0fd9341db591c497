"""What people decide and why, where a proposal stands, and why records belong to one group."""

from enum import StrEnum


class JudgementKind(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    ASK_FAMILY = "ask_family"


class JudgementReason(StrEnum):
    NAMES = "names"
    DATES = "dates"
    PLACES = "places"
    MARKS = "marks"
    EFFECTS = "effects"
    PHONES = "phones"
    DOCUMENTS = "documents"
    INTERVIEW = "interview"
    DNA = "dna"
    FINGERPRINTS = "fingerprints"
    TEETH = "teeth"
    OTHER = "other"


class ProposalState(StrEnum):
    """Where a proposal stands, derived from its judgements that were not taken back."""

    OPEN = "open"
    AWAITING_SECOND = "awaiting_second"
    CONFIRMED = "confirmed"
    RULED_OUT = "ruled_out"
    UNSURE = "unsure"


class GroupReason(StrEnum):
    """Why two records seem to belong to people who travelled together, the strongest first."""

    NAMES_EACH_OTHER = "names_each_other"
    NAMES_THIS_PERSON = "names_this_person"
    NAMED_BY_THIS_PERSON = "named_by_this_person"
    SAME_VESSEL = "same_vessel"
    SAME_INCIDENT = "same_incident"
