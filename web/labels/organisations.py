"""Words for organisations, the reports that they send, and who acts."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.access import ActorKind
from search.vocabulary import OrganisationKind, ReportKind, StateRun

TABLES: dict[str, Mapping[str, str]] = {
    "report_kind": {
        ReportKind.SHELTER: _("Shelter"),
        ReportKind.HOSPITAL: _("Hospital"),
        ReportKind.DETENTION: _("Visit to a detention centre"),
        ReportKind.CONSULATE: _("Consulate"),
        ReportKind.RESCUE: _("Rescue at sea or on land"),
        ReportKind.WITNESS: _("Seen by a witness, not found"),
        ReportKind.MORTUARY: _("Mortuary"),
        ReportKind.FORENSIC: _("Forensic service"),
        ReportKind.OTHER: _("Another place"),
    },
    "organisation_kind": {
        OrganisationKind.COMMITTEE: _("Family committee"),
        OrganisationKind.SHELTER: _("Shelter"),
        OrganisationKind.HOSPITAL: _("Hospital"),
        OrganisationKind.DETENTION_VISITS: _("Visitors of people in detention"),
        OrganisationKind.CONSULATE: _("Consulate"),
        OrganisationKind.MORTUARY: _("Mortuary"),
        OrganisationKind.FORENSIC: _("Forensic service"),
        OrganisationKind.RESCUE: _("Rescue service"),
        OrganisationKind.HUMANITARIAN: _("Humanitarian organisation"),
    },
    "state_run": {
        StateRun.YES: _("Belongs to a state"),
        StateRun.NO: _("Belongs to no state"),
        StateRun.UNKNOWN: _("Not known whether it belongs to a state"),
    },
    "actor_kind": {
        ActorKind.ANYONE: _("Anyone"),
        ActorKind.FAMILY: _("Family"),
        ActorKind.RELATIVE: _("Relative whom a family let in"),
        ActorKind.FIRST_OPENING: _("Family that opens its search for the first time"),
        ActorKind.PARTNER: _("Reporting organisation"),
        ActorKind.REVIEWER: _("Committee member"),
        ActorKind.WORKER: _("The comparing program"),
        ActorKind.OPERATOR: _("Operator"),
    },
}
