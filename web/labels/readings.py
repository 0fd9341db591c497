"""Words for who read a search, and what for, and for answers of forms about telling."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _

TABLES: dict[str, Mapping[str, str]] = {
    # Who read a search, where no organisation did.
    "reading_role": {
        "operator": _("Whoever runs Ovillo here"),
        "family": _("The family itself"),
        "relative": _("Somebody whom the family let in"),
        "reviewer": _("A family committee"),
        "partner": _("An organisation"),
    },
    "reading_purpose": {
        "card": _("To read a pair"),
        "group": _("To see who travelled along"),
        "contacts": _("To reach the family"),
        "duplicates": _("To see whether two searches are about one person"),
        "photo": _("To look at a photo"),
        "shared": _("Because the family allowed it"),
        "look_up": _("To look the search up"),
        "claim": _("To check what somebody claims"),
        "approach": _("To ask a person who was met"),
        "forensic": _("For a forensic service"),
        "telling": _("To tell the family"),
        "letter": _("To answer a letter of the family"),
    },
    # Answers of forms about telling, which are no codes of the domain.
    "page_opener": {"yes": _("Yes, or we do not know"), "no": _("No, they do not have the words")},
    "talk_happened": {"yes": _("They spoke on another day"), "no": _("The talk did not take place")},
    "office_cause": {"none": _("As it would be for any search")},
}
