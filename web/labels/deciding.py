"""Words for what pairs are ruled out by, what readers find field by field, and where a pair stands."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import ComeBackReason, CourseState, FieldCheck, QueueTab, RuledOutBy

TABLES: dict[str, Mapping[str, str]] = {
    "ruled_out_by": {
        RuledOutBy.INTERVIEW: _("A conversation with somebody who knows"),
        RuledOutBy.DATES: _("Dates that cannot be of one person"),
        RuledOutBy.DNA: _("DNA"),
        RuledOutBy.TEETH: _("Teeth"),
        RuledOutBy.FINGERPRINTS: _("Fingerprints"),
        RuledOutBy.OTHER_PERSON_KNOWN: _("It is known who the other one is"),
    },
    "field_check": {
        FieldCheck.AGREES: _("It agrees"),
        FieldCheck.DOES_NOT: _("It does not agree"),
        FieldCheck.CANNOT_SAY: _("I cannot say"),
    },
    "course_state": {
        CourseState.NONE: _("Nothing was begun"),
        CourseState.WAITS_WHO_ASKS: _("Waits until it is known who asks"),
        CourseState.WITH_INTERMEDIARY: _("With the intermediary"),
        CourseState.WITH_PROTECTION: _("With the protection officer for children"),
        CourseState.WITH_FORENSIC: _("Handed to the forensic service"),
        CourseState.READY_TO_TELL: _("Ready to be told"),
        CourseState.TOLD: _("Told"),
    },
    "come_back_reason": {
        ComeBackReason.LABORATORY: _("A laboratory’s answer is awaited"),
        ComeBackReason.OFFICE: _("An office was asked"),
        ComeBackReason.QUESTION: _("A question was asked"),
        ComeBackReason.COLLEAGUE: _("A colleague shall look at it"),
        ComeBackReason.OTHER: _("Another reason"),
    },
    "queue_tab": {
        QueueTab.OPEN: _("Not read yet"),
        QueueTab.AWAITING_SECOND: _("Wait for a second reader"),
        QueueTab.DISAGREED: _("Readers disagree"),
        QueueTab.AGREED: _("Agreed by two"),
        QueueTab.UNSURE: _("Left open"),
        QueueTab.RULED_OUT: _("Ruled out"),
        QueueTab.MINE: _("Waiting for me"),
        QueueTab.COME_BACK: _("Come back on a day"),
        QueueTab.RETURNED: _("Returned"),
    },
}
