"""Words for questions to offices, and registers in which a search has a number."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import LogState, RegisterKind

TABLES: dict[str, Mapping[str, str]] = {
    "log_state": {
        LogState.ASKED: _("Asked"),
        LogState.ACKNOWLEDGED: _("The office says that it has the question"),
        LogState.ANSWERED: _("Answered"),
        LogState.OVERDUE: _("No answer in time"),
    },
    "register_kind": {
        RegisterKind.RNPDNO: _("National register of missing people of Mexico (RNPDNO), folio"),
        RegisterKind.NAMUS: _("NamUs, United States"),
        RegisterKind.RED_CROSS: _("Red Cross or Red Crescent"),
        RegisterKind.PROSECUTOR: _("Public prosecutor"),
        RegisterKind.FORENSIC_BANK: _("Bank of forensic data"),
        RegisterKind.DONOR_KIT: _("Kit of a relative who gave a sample"),
        RegisterKind.OTHER: _("Another register"),
    },
}
