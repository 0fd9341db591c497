"""The words of a notice: one sentence for all, without a name, a link, a reference or anything that happened."""

from i18n.division import Catalogue
from i18n.translate import gettext_noop as _
from i18n.translate import translations

SUBJECT = _("Something to read")
TEXT = _("Your page has something to read.")


def subject_and_text(language: str) -> tuple[str, str]:
    """Both in a language."""
    catalogue = translations(language, Catalogue.FAMILY)
    return catalogue.gettext(SUBJECT), catalogue.gettext(TEXT)
