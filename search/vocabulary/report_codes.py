"""Where a report comes from and what it is of."""

from enum import StrEnum


class ReportKind(StrEnum):
    """Who met the person, or where the body lies. No police, coast guard or border guard is a source."""

    SHELTER = "shelter"
    HOSPITAL = "hospital"
    DETENTION = "detention"
    CONSULATE = "consulate"
    RESCUE = "rescue"
    WITNESS = "witness"
    """Somebody who travelled with the person or saw them: seen, not found."""
    MORTUARY = "mortuary"
    FORENSIC = "forensic"
    OTHER = "other"


LIVING_KINDS: frozenset[ReportKind] = frozenset(
    {
        ReportKind.SHELTER,
        ReportKind.HOSPITAL,
        ReportKind.DETENTION,
        ReportKind.CONSULATE,
        ReportKind.RESCUE,
        ReportKind.WITNESS,
        ReportKind.OTHER,
    }
)


class FollowUpAct(StrEnum):
    """What an organisation tells of a person after it reported them, and why a report is laid aside or taken up."""

    MOVED = "moved"
    DIED = "died"
    SPOKE_FAMILY = "spoke_family"
    IDENTIFIED = "identified"
    SENT_BY_MISTAKE = "sent_by_mistake"
    TAKEN_UP_AGAIN = "taken_up_again"


# After these a report is compared no more until it is taken up again.
LAYING_ASIDE = frozenset({FollowUpAct.IDENTIFIED, FollowUpAct.SENT_BY_MISTAKE})


class PersonStatus(StrEnum):
    """What the family believes; from PFIF 1.4."""

    INFORMATION_SOUGHT = "information_sought"
    BELIEVED_ALIVE = "believed_alive"
    BELIEVED_MISSING = "believed_missing"
    BELIEVED_DEAD = "believed_dead"


class Channel(StrEnum):
    WEB = "web"
    PHONE = "phone"
    VISIT = "visit"
    SHEET = "sheet"
    API = "api"
    FILE = "file"


class WantsContact(StrEnum):
    """A located living person's own wish; unknown means that nobody has asked."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"


class ReportAgreement(StrEnum):
    """Whether a living person agrees to being reported; who says no is not reported."""

    YES = "yes"
    NOT_ABLE = "not_able"
    """They could not be asked: unconscious, a small child, a visit under watch."""
    NO = "no"
