"""Words for what members of an organisation may do, for alarms, and for what a token opens."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.access import TokenScope
from search.vocabulary import AlarmKind, StaffRole

_MUCH = _(
    "It may be a long evening's work, or somebody else with a stolen account. Please ask the person, not by this "
    "portal. You can end their access on the page “People”."
)
_GUESSED = _(
    "It may be the person mistyping, or somebody else who guesses. Please ask the person, not by this portal. "
    "On the page “People” you can sign them out everywhere or end their access."
)
_ENDED = _(
    "This is the coordinator who did it. It may be right, or somebody else with a stolen account. Please ask the "
    "person, not by this portal. You can end their access on the page “People”."
)

TABLES: dict[str, Mapping[str, str]] = {
    "staff_role": {
        StaffRole.COORDINATOR: _("Coordinator"),
        StaffRole.REVIEWER: _("Reader of pairs"),
        StaffRole.REPORTER: _("Reporter"),
        StaffRole.SHARED_READER: _("Reader of shared searches"),
        StaffRole.PROTECTION_OFFICER: _("Protection officer for children"),
        StaffRole.INTERMEDIARY: _("Intermediary: asks people whom the organisation met"),
    },
    "alarm_kind": {
        AlarmKind.CARDS_NEAR: _("Somebody has opened many pairs and is near the limit"),
        AlarmKind.CARDS_REACHED: _("Somebody has opened as many pairs as one person may"),
        AlarmKind.LOOK_UPS_NEAR: _("Somebody has looked many people up and is near the limit"),
        AlarmKind.LOOK_UPS_REACHED: _("Somebody has looked up as many people as one person may"),
        AlarmKind.CONTACTS_NEAR: _("Somebody has read contacts often and is near the limit"),
        AlarmKind.CONTACTS_REACHED: _("Somebody has read contacts as often as one person may"),
        AlarmKind.SHARED_NEAR: _("Many searches that families shared were read, and the limit is near"),
        AlarmKind.SHARED_REACHED: _("As many searches that families shared were read as one person or program may"),
        AlarmKind.ERASURES_NEAR: _("Somebody has erased many reports of living people and is near the limit"),
        AlarmKind.ERASURES_REACHED: _("Somebody has erased as many reports of living people as one person may"),
        AlarmKind.REMOVALS_NEAR: _("Somebody has removed many photos and is near the limit"),
        AlarmKind.REMOVALS_REACHED: _("Somebody has removed as many photos as one person or program may"),
        AlarmKind.LAID_ASIDE_NEAR: _("Somebody has laid many reports aside and is near the limit"),
        AlarmKind.LAID_ASIDE_REACHED: _("Somebody has laid as many reports aside as one person may"),
        AlarmKind.HELPED_NEAR: _("Somebody has helped to file many searches and is near the limit"),
        AlarmKind.HELPED_REACHED: _("Somebody has helped to file as many searches as one person may"),
        AlarmKind.RECORDS_ENDED: _("A file said of many reports that they are compared no more"),
        AlarmKind.SEND_TAKEN_BACK: _("Somebody laid the reports of a whole sheet aside"),
        AlarmKind.WRONG_SIGN_INS: _("Somebody tried many times to sign in with a wrong password or code"),
        AlarmKind.WRONG_PROOFS: _("Somebody who is signed in gave a wrong password or code many times"),
        AlarmKind.COORDINATOR_ENDED: _("A coordinator has ended another coordinator's access"),
    },
    # What an alarm about a person may mean, and what to do.
    "alarm_advice": {
        AlarmKind.CARDS_NEAR: _MUCH,
        AlarmKind.CARDS_REACHED: _MUCH,
        AlarmKind.LOOK_UPS_NEAR: _MUCH,
        AlarmKind.LOOK_UPS_REACHED: _MUCH,
        AlarmKind.CONTACTS_NEAR: _MUCH,
        AlarmKind.CONTACTS_REACHED: _MUCH,
        AlarmKind.SHARED_NEAR: _MUCH,
        AlarmKind.SHARED_REACHED: _MUCH,
        AlarmKind.ERASURES_NEAR: _MUCH,
        AlarmKind.ERASURES_REACHED: _MUCH,
        AlarmKind.REMOVALS_NEAR: _MUCH,
        AlarmKind.REMOVALS_REACHED: _MUCH,
        AlarmKind.LAID_ASIDE_NEAR: _MUCH,
        AlarmKind.LAID_ASIDE_REACHED: _MUCH,
        AlarmKind.HELPED_NEAR: _MUCH,
        AlarmKind.HELPED_REACHED: _MUCH,
        AlarmKind.RECORDS_ENDED: _MUCH,
        AlarmKind.SEND_TAKEN_BACK: _MUCH,
        AlarmKind.WRONG_SIGN_INS: _GUESSED,
        AlarmKind.WRONG_PROOFS: _GUESSED,
        AlarmKind.COORDINATOR_ENDED: _ENDED,
    },
    "token_scope": {
        TokenScope.REPORT_WRITE: _("Send reports"),
        TokenScope.REPORT_READ: _("Read your own reports"),
        TokenScope.SHARED_READ: _("Read searches that families shared with you"),
        TokenScope.PFIF_READ: _("Copy searches that families opened to you by name, as a PFIF feed"),
    },
}
