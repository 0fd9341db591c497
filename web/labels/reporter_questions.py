"""Words for ordinary questions to reporters, on the quality of reports."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import ReporterQuestion

TABLES: dict[str, Mapping[str, str]] = {
    "reporter_question": {
        ReporterQuestion.HEIGHT_MEASURED: _("When you give a height: was it measured or guessed?"),
        ReporterQuestion.AGE_HOW: _("When you give an age: from papers, from the person, or by looks?"),
        ReporterQuestion.NAME_HOW_HEARD: _("When you give a name: was it read from papers, spelled out, or heard?"),
        ReporterQuestion.MARKS_LOOKED_AT: _("When you name no marks: did somebody look for them?"),
        ReporterQuestion.LANGUAGE_SPOKEN: _("In which language did you talk with the people whom you reported?"),
    },
}
