"""Words for how a family is reached, for whoever calls it: what was answered, and what counts where it was not."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import ContactKind, MaySay, ReachingCondition, Relationship

TABLES: dict[str, Mapping[str, str]] = {
    "reaching_condition": {
        ReachingCondition.CHANNEL: _("How"),
        ReachingCondition.HOURS: _("When it is safe"),
        ReachingCondition.MAY_SAY: _("What may be said"),
        ReachingCondition.SPEAKER: _("Who speaks for the family"),
        ReachingCondition.LANGUAGES: _("In which language"),
        ReachingCondition.RELATIONSHIP: _("Who asks, seen from the person"),
    },
    # What counts where nobody answered: the strictest.
    "not_answered": {
        ReachingCondition.CHANNEL: _("Not answered. Treat as: leave no message, spoken or written."),
        ReachingCondition.HOURS: _("Not answered. Treat as: no hour is safe. Ask for safe hours first."),
        ReachingCondition.MAY_SAY: _("Not answered. Treat as: never say why you call."),
        ReachingCondition.SPEAKER: _("Not answered. Treat as: nobody but the person who filed the search."),
        ReachingCondition.LANGUAGES: _("Not answered. Treat as: only the language in which they asked."),
        ReachingCondition.RELATIONSHIP: _("Not answered. Treat as: a stranger, until a talk has settled it."),
    },
    "may_be_said": {
        MaySay.NEVER_WHY: _("Never say why you call, not even to the person who filed the search."),
        MaySay.WHY_TO_ME_ONLY: _("Say why you call to the person who filed the search alone."),
        MaySay.WHY_TO_ANYBODY: _("You may say why you call, also to somebody else who answers."),
    },
    "way_to_family": {
        ContactKind.PHONE: _("Phone call"),
        ContactKind.MESSENGER: _("Messages on a phone (WhatsApp, Telegram, SMS …)"),
        ContactKind.EMAIL: _("E-mail"),
        ContactKind.THROUGH_SOMEONE: _("Through somebody whom the family trusts"),
    },
    # The family's own words are in the first person.
    "enquirer_is": {
        Relationship.COMPANION: _("Somebody who travelled along"),
    },
}
