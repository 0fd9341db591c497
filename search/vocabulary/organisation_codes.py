"""What kinds of organisations take part, and which reports each kind may file. There is none for enforcement."""

from collections.abc import Mapping
from enum import StrEnum

from search.vocabulary.report_codes import LIVING_KINDS, ReportKind


class OrganisationKind(StrEnum):
    """What an organisation is to the people it meets, or to the families it stands by."""

    COMMITTEE = "committee"
    SHELTER = "shelter"
    HOSPITAL = "hospital"
    DETENTION_VISITS = "detention_visits"
    CONSULATE = "consulate"
    MORTUARY = "mortuary"
    FORENSIC = "forensic"
    RESCUE = "rescue"
    HUMANITARIAN = "humanitarian"


class StateRun(StrEnum):
    """Whether an organisation belongs to a state; a hospital may, a consulate does."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class StaffRole(StrEnum):
    """What a member of an organisation may do in it; one person can have several."""

    COORDINATOR = "coordinator"
    REVIEWER = "reviewer"
    REPORTER = "reporter"
    SHARED_READER = "shared_reader"
    PROTECTION_OFFICER = "protection_officer"
    INTERMEDIARY = "intermediary"


class AlarmKind(StrEnum):
    """What a coordinator is told of at once, because a stolen account would look like it."""

    CARDS_NEAR = "cards_near"
    CARDS_REACHED = "cards_reached"
    LOOK_UPS_NEAR = "look_ups_near"
    LOOK_UPS_REACHED = "look_ups_reached"
    CONTACTS_NEAR = "contacts_near"
    CONTACTS_REACHED = "contacts_reached"
    SHARED_NEAR = "shared_near"
    SHARED_REACHED = "shared_reached"
    ERASURES_NEAR = "erasures_near"
    ERASURES_REACHED = "erasures_reached"
    REMOVALS_NEAR = "removals_near"
    REMOVALS_REACHED = "removals_reached"
    LAID_ASIDE_NEAR = "laid_aside_near"
    LAID_ASIDE_REACHED = "laid_aside_reached"
    HELPED_NEAR = "helped_near"
    HELPED_REACHED = "helped_reached"
    RECORDS_ENDED = "records_ended"
    SEND_TAKEN_BACK = "send_taken_back"
    WRONG_SIGN_INS = "wrong_sign_ins"
    WRONG_PROOFS = "wrong_proofs"
    COORDINATOR_ENDED = "coordinator_ended"


# The first of each is the organisation's own; a committee reads, and reports nobody.
MAY_REPORT: Mapping[OrganisationKind, tuple[ReportKind, ...]] = {
    OrganisationKind.COMMITTEE: (),
    OrganisationKind.SHELTER: (ReportKind.SHELTER, ReportKind.OTHER, ReportKind.WITNESS),
    OrganisationKind.HOSPITAL: (ReportKind.HOSPITAL, ReportKind.MORTUARY, ReportKind.WITNESS),
    OrganisationKind.DETENTION_VISITS: (ReportKind.DETENTION, ReportKind.OTHER, ReportKind.WITNESS),
    OrganisationKind.CONSULATE: (
        ReportKind.CONSULATE,
        ReportKind.SHELTER,
        ReportKind.HOSPITAL,
        ReportKind.DETENTION,
        ReportKind.OTHER,
        ReportKind.MORTUARY,
        ReportKind.WITNESS,
    ),
    OrganisationKind.MORTUARY: (ReportKind.MORTUARY,),
    OrganisationKind.FORENSIC: (ReportKind.FORENSIC, ReportKind.MORTUARY),
    OrganisationKind.RESCUE: (ReportKind.RESCUE, ReportKind.OTHER, ReportKind.MORTUARY, ReportKind.WITNESS),
    OrganisationKind.HUMANITARIAN: (
        ReportKind.OTHER,
        ReportKind.SHELTER,
        ReportKind.HOSPITAL,
        ReportKind.DETENTION,
        ReportKind.RESCUE,
        ReportKind.MORTUARY,
        ReportKind.WITNESS,
    ),
}


# Who may file a search together with a relative who sits there. Police and ministries are no kind of organisation.
# Those who take in the ill, the held and the dead meet people who are found; a family may be afraid of them.
MAY_FILE_FOR_FAMILIES: frozenset[OrganisationKind] = frozenset(
    {
        OrganisationKind.COMMITTEE,
        OrganisationKind.SHELTER,
        OrganisationKind.CONSULATE,
        OrganisationKind.HUMANITARIAN,
    }
)

# Whose lists of missing people are filed as searches, where they belong to no state: no state body files in bulk.
MAY_LIST_MISSING: frozenset[OrganisationKind] = frozenset(
    {OrganisationKind.COMMITTEE, OrganisationKind.SHELTER, OrganisationKind.HUMANITARIAN}
)

# Who may ask people whom they met whether somebody may know of them; whether the organisation is a state's counts too.
MAY_BE_INTERMEDIARY: frozenset[OrganisationKind] = frozenset(
    {
        OrganisationKind.SHELTER,
        OrganisationKind.HOSPITAL,
        OrganisationKind.DETENTION_VISITS,
        OrganisationKind.RESCUE,
        OrganisationKind.HUMANITARIAN,
    }
)

_OF_COMMITTEES = (StaffRole.COORDINATOR, StaffRole.REVIEWER, StaffRole.PROTECTION_OFFICER)
_OF_PARTNERS = (
    StaffRole.COORDINATOR,
    StaffRole.REPORTER,
    StaffRole.SHARED_READER,
    StaffRole.PROTECTION_OFFICER,
)


def roles_in(organisation: OrganisationKind) -> tuple[StaffRole, ...]:
    """The roles that there are in an organisation of this kind."""
    if organisation is OrganisationKind.COMMITTEE:
        return _OF_COMMITTEES
    asks = (StaffRole.INTERMEDIARY,) if organisation in MAY_BE_INTERMEDIARY else ()
    return (*_OF_PARTNERS, *asks)


def first_role(organisation: OrganisationKind) -> StaffRole:
    """The role in which most members of an organisation of this kind work."""
    return StaffRole.REVIEWER if organisation is OrganisationKind.COMMITTEE else StaffRole.REPORTER


def filed_as(kind: ReportKind, organisation: OrganisationKind) -> ReportKind | None:
    """As what an organisation files a report whose words name `kind`; None where it may not file such a one at all.

    Whoever is met alive is filed under the organisation's own kind of place, a body as one in a mortuary: a word in a
    sheet makes nobody a consulate or a forensic service. Nobody changes sides: the living stay living.
    """
    allowed = MAY_REPORT[organisation]
    if kind in allowed:
        return kind
    return next((one for one in allowed if (one in LIVING_KINDS) == (kind in LIVING_KINDS)), None)
