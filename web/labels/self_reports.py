"""Words for what a committee found of somebody who says that they are not missing."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import SelfReportOutcome

TABLES: dict[str, Mapping[str, str]] = {
    "self_report_outcome": {
        SelfReportOutcome.PROVED: _("We are sure that it is the person"),
        SelfReportOutcome.NOT_PROVED: _("We are not sure that it is the person"),
        SelfReportOutcome.NOT_REACHED: _("We could not reach the person"),
    },
}
