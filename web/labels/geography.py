"""Names of countries and languages in the reader's language, from the Unicode CLDR through Babel."""

from collections.abc import Callable
from functools import cache

from babel import Locale
from flask import has_request_context

from i18n import collation
from i18n.locales import SOURCE_TAG, locale
from i18n.overrides import own_names
from i18n.translate import gettext_noop as _
from web.locale import current_locale, gettext


def country_name(code: str) -> str:
    """The name of an ISO 3166-1 alpha-2 code in the reader's language; the code itself where it has none."""
    return country_name_in(current_locale().tag, code)


def country_name_in(tag: str, code: str) -> str:
    """The name of a country in a language."""
    own = own_names("countries", tag).get(code)
    return own or str(_cldr(locale(tag).cldr).territories.get(code, code))


def language_name(code: str) -> str:
    """The name of an ISO 639 code in the reader's language; the code itself where it has none."""
    if own := own_names("languages", current_locale().tag).get(code):
        return own
    if named := _WITHOUT_CLDR_NAME.get(code):
        return gettext(named)
    otherwise = own_names("languages", SOURCE_TAG).get(code, code)
    return str(_cldr(current_locale().cldr).languages.get(code, otherwise))


def sort_key(name: str) -> str:
    """For lists in the order of the reader's alphabet: accents and case do not count, nor does the Arabic article."""
    return collation.sort_key(current_locale().tag if has_request_context() else SOURCE_TAG, name)


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
