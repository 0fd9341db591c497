"""Words for what is asked about a day that may be another one, of senders and of witnesses alike."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _

TABLES: dict[str, Mapping[str, str]] = {
    "day_question": {
        "which_day": _("Which day do you mean?"),
        "before_birth": _("This day lies before the birth. Are both right?"),
        "day_to_come": _("This day has not come yet. Is it right?"),
    },
}
