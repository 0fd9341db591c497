"""Words for ordinary questions to reporters, on the quality of reports."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import ReporterQuestion, ReporterReply

TABLES: dict[str, Mapping[str, str]] = {
    "reporter_question": {
        ReporterQuestion.HEIGHT_MEASURED: _("When you give a height: was it measured or guessed?"),
        ReporterQuestion.AGE_HOW: _("When you give an age: from papers, from the person, or by looks?"),
        ReporterQuestion.NAME_HOW_HEARD: _("When you give a name: was it read from papers, spelled out, or heard?"),
        ReporterQuestion.MARKS_LOOKED_AT: _("When you name no marks: did somebody look for them?"),
        ReporterQuestion.LANGUAGE_SPOKEN: _("In which language did you talk with the people whom you reported?"),
    },
    "reporter_reply": {
        ReporterReply.MEASURED: _("Measured"),
        ReporterReply.GUESSED: _("Guessed"),
        ReporterReply.FROM_PAPERS: _("From papers"),
        ReporterReply.FROM_PERSON: _("From the person"),
        ReporterReply.BY_LOOKS: _("By looks"),
        ReporterReply.SPELLED_OUT: _("Spelled out"),
        ReporterReply.HEARD: _("As it was heard"),
        ReporterReply.ALWAYS: _("Yes, always"),
        ReporterReply.SOMETIMES: _("Sometimes"),
        ReporterReply.NEVER: _("No, never"),
        ReporterReply.THEIR_LANGUAGE: _("In their own language"),
        ReporterReply.THIRD_LANGUAGE: _("In a third language"),
        ReporterReply.INTERPRETER: _("With an interpreter"),
        ReporterReply.CANNOT_SAY: _("We cannot say"),
    },
}
