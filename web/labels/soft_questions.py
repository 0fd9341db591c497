"""Words for what is asked once about something that was typed, beneath its field."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _

TABLES: dict[str, Mapping[str, str]] = {
    "soft_question": {
        "which_country": _("Which country do you mean?"),
        "which_digits": _("Do you mean this number?"),
        "which_month": _("Which month do you mean?"),
        "which_of_these": _("Do you mean this?"),
        "which_height": _("Do you mean feet and inches?"),
        "which_language": _("Which language do you mean?"),
        "which_number": _("Which country is this number from?"),
        "no_number": _("Nobody can call this number as it stands. Is a digit missing, or the + with the country code?"),
        "which_address": _("Do you mean this address?"),
        "no_address": _("Nobody can write to this address as it stands. Is something missing?"),
        "which_place": _("Which place do you mean?"),
        "which_day": _("Which day do you mean?"),
        "which_calendar": _("In which calendar is this date?"),
        "which_days": _("Do you mean these days?"),
        "which_year": _("In which year was that?"),
        "no_date": _("We cannot read this date as it stands. Is it right?"),
        "day_to_come": _("This day has not come yet. Is it right?"),
        "before_birth": _("This day lies before the birth. Are both right?"),
        "long_ago": _("This is very long ago. Is it right?"),
    },
    "list_of_names": {
        "country": _("All names of countries"),
        "language": _("All names of languages"),
    },
}
