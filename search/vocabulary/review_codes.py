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
    AGREED = "confirmed"
    """Two readers say so, and no more than that. The code is older than the name, and stands in signed entries."""
    DISAGREED = "disagreed"
    RULED_OUT = "ruled_out"
    UNSURE = "unsure"


class RuledOutBy(StrEnum):
    """What two records were found not to be one person by."""

    INTERVIEW = "interview"
    DATES = "dates"
    DNA = "dna"
    TEETH = "teeth"
    FINGERPRINTS = "fingerprints"
    OTHER_PERSON_KNOWN = "other_person_known"


class FieldCheck(StrEnum):
    """What a reader finds of one field, beside what the engine found."""

    AGREES = "agrees"
    DOES_NOT = "does_not"
    CANNOT_SAY = "cannot_say"


class CourseState(StrEnum):
    """How far a pair has come after it was agreed. Pending, refused and accepted are one state, on purpose."""

    NONE = "none"
    WAITS_WHO_ASKS = "waits_who_asks"
    WITH_INTERMEDIARY = "with_intermediary"
    WITH_PROTECTION = "with_protection"
    WITH_FORENSIC = "with_forensic"
    READY_TO_TELL = "ready_to_tell"
    TOLD = "told"


class QueueTab(StrEnum):
    """What a committee's list of pairs can be narrowed to."""

    OPEN = "open"
    AWAITING_SECOND = "awaiting_second"
    DISAGREED = "disagreed"
    AGREED = "agreed"
    UNSURE = "unsure"
    RULED_OUT = "ruled_out"
    MINE = "mine"
    COME_BACK = "come_back"
    RETURNED = "returned"


class ComeBackReason(StrEnum):
    """Why a pair is looked at again on a day."""

    LABORATORY = "laboratory"
    OFFICE = "office"
    QUESTION = "question"
    COLLEAGUE = "colleague"
    OTHER = "other"


class GroupReason(StrEnum):
    """Why two records seem to belong to people who travelled together, the strongest first."""

    NAMES_EACH_OTHER = "names_each_other"
    NAMES_THIS_PERSON = "names_this_person"
    NAMED_BY_THIS_PERSON = "named_by_this_person"
    SAME_VESSEL = "same_vessel"
    SAME_INCIDENT = "same_incident"
