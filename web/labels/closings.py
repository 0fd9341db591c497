"""Words for how a family closed its search, and by whom it was told."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import ClosingOutcome, ToldBy

TABLES: dict[str, Mapping[str, str]] = {
    "closing_outcome": {
        ClosingOutcome.ALIVE: _("The person is alive"),
        ClosingOutcome.DETAINED: _("The person is in prison or detention"),
        ClosingOutcome.IN_HOSPITAL: _("The person is in hospital"),
        ClosingOutcome.DIED: _("The person has died"),
        ClosingOutcome.NOT_SAID: _("We would rather not say"),
    },
    "told_by": {
        ToldBy.PERSON: _("The person told us"),
        ToldBy.FAMILY_OR_FRIEND: _("Family or friends told us"),
        ToldBy.COMMITTEE: _("This family committee told us"),
        ToldBy.OFFICE: _("An office told us"),
        ToldBy.SOMEBODY_ELSE: _("Somebody else told us"),
        ToldBy.NOT_SAID: _("We would rather not say who told us"),
    },
}
