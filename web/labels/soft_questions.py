"""Words for what is asked once about something that was typed, beneath its field."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _

TABLES: dict[str, Mapping[str, str]] = {
    "soft_question": {
        "which_country": _("Which country do you mean?"),
        "which_language": _("Which language do you mean?"),
        "which_place": _("Which place do you mean?"),
    },
    "list_of_names": {
        "country": _("All names of countries"),
        "language": _("All names of languages"),
    },
}
