"""Names of countries and languages in the reader's language, from the Unicode CLDR through Babel."""

import unicodedata
from collections.abc import Callable
from functools import cache

from babel import Locale

from i18n.locales import locale
from i18n.translate import gettext_noop as _
from web.locale import current_locale, gettext


def country_name(code: str) -> str:
    """The name of an ISO 3166-1 alpha-2 code in the reader's language; the code itself where it has none."""
    return country_name_in(current_locale().tag, code)


def country_name_in(tag: str, code: str) -> str:
    """The name of a country in a language."""
    return str(_cldr(locale(tag).cldr).territories.get(code, code))


def language_name(code: str) -> str:
    """The name of an ISO 639 code in the reader's language; the code itself where it has none."""
    own = _WITHOUT_CLDR_NAME.get(code)
    return gettext(own) if own else str(_cldr(current_locale().cldr).languages.get(code, code))


def sort_key(name: str) -> str:
    """For lists in alphabetical order: accents and case do not count, nor does the Arabic article."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return plain.casefold().removeprefix("ال")


# Languages of the road that the CLDR has no names for.
_WITHOUT_CLDR_NAME = {
    "ber": _("Berber"),
    "cab": _("Garifuna"),
    "fvr": _("Fur"),
    "kek": _("Q’eqchi’"),
    "kun": _("Kunama"),
    "mam": _("Mam"),
    "mls": _("Masalit"),
    "mnk": _("Mandinka"),
    "nah": _("Nahuatl"),
    "syl": _("Sylheti"),
    "zag": _("Zaghawa"),
}

# Tables that are not ours to translate.
NAMED: dict[str, Callable[[str], str]] = {"country": country_name, "language": language_name}


@cache
def _cldr(identifier: str) -> Locale:
    return Locale.parse(identifier)
