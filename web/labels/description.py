"""Words for the fields of a description, as they head the rows of a page."""

from collections.abc import Mapping

from i18n.translate import gettext_noop as _

TABLES: dict[str, Mapping[str, str]] = {
    "description_field": {
        "names": _("Names"),
        "sex": _("Sex"),
        "gender": _("Gender"),
        "birth": _("Date of birth"),
        "age": _("Age"),
        "birth_place": _("Place of birth"),
        "nationalities": _("Nationality"),
        "community": _("Community"),
        "languages": _("Languages"),
        "religion": _("Religion"),
        "marital_status": _("Family status"),
        "children": _("Children"),
        "occupation": _("Work"),
        "when": _("When (last contact or finding)"),
        "where": _("Where (last contact or finding)"),
        "journey": _("Journey"),
        "companions": _("Companions on the road"),
        "height": _("Height"),
        "traits": _("Appearance"),
        "marks": _("Marks on the body"),
        "effects": _("Clothing and belongings"),
        "medical": _("Health"),
        "remains": _("Condition of the body"),
        "words": _("Other words"),
    },
}
