"""Words for who asks, and how they can be reached."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _
from search.vocabulary import Channel, ContactKind, MaySay, PersonStatus, Relationship

TABLES: dict[str, Mapping[str, str]] = {
    # Choices of a form that stand for no code.
    "no_answer": {
        "do_not_know": _("I do not know"),
        "choose": _("Choose, or leave as it is"),
    },
    "yes_no": {
        "yes": _("Yes"),
        "no": _("No"),
    },
    "relationship": {
        Relationship.MOTHER: _("Their mother"),
        Relationship.FATHER: _("Their father"),
        Relationship.DAUGHTER: _("Their daughter"),
        Relationship.SON: _("Their son"),
        Relationship.SISTER: _("Their sister"),
        Relationship.BROTHER: _("Their brother"),
        Relationship.WIFE: _("Their wife"),
        Relationship.HUSBAND: _("Their husband"),
        Relationship.PARTNER: _("Their partner"),
        Relationship.GRANDPARENT: _("Their grandparent"),
        Relationship.AUNT_UNCLE: _("Their aunt or uncle"),
        Relationship.COUSIN: _("Their cousin"),
        Relationship.FRIEND: _("Their friend"),
        Relationship.COMPANION: _("I travelled with them"),
        Relationship.OTHER: _("Someone else"),
    },
    "contact_kind": {
        ContactKind.PHONE: _("Phone call"),
        ContactKind.MESSENGER: _("Messages on a phone (WhatsApp, Telegram, SMS …)"),
        ContactKind.EMAIL: _("E-mail"),
        ContactKind.THROUGH_SOMEONE: _("Through someone I trust"),
    },
    "may_say": {
        MaySay.NEVER_WHY: _("Never say why you call, not even to me"),
        MaySay.WHY_TO_ME_ONLY: _("Say why you call to me alone"),
        MaySay.WHY_TO_ANYBODY: _("Say why you call, also to somebody else who answers"),
    },
    "person_status": {
        PersonStatus.INFORMATION_SOUGHT: _("I am looking for any information"),
        PersonStatus.BELIEVED_ALIVE: _("I believe that they are alive"),
        PersonStatus.BELIEVED_MISSING: _("I believe that they are missing"),
        PersonStatus.BELIEVED_DEAD: _("I believe that they have died"),
    },
    "channel": {
        Channel.WEB: _("On the web"),
        Channel.PHONE: _("By phone"),
        Channel.VISIT: _("In person"),
        Channel.SHEET: _("By spreadsheet"),
        Channel.API: _("From another system"),
        Channel.FILE: _("From a file"),
    },
}
