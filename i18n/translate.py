"""Words in an explicit language: `gettext("es", "Save and continue")`.

The tag is always an argument; nothing here knows of a request. The catalogue is the family's unless a portal of staff
asks `translations` for its own: families are never shown a message that only staff have words for.

Placeholders are named, `%(name)s`, and a literal per cent sign is written `%%`, also in a message without placeholders.
Every language but the source's comes from complete catalogues; a message that is in none of them raises, so that a hole
can never look like a translation.
"""

import io
from functools import cache
from gettext import NullTranslations
from typing import NoReturn

from babel.support import Translations

from i18n.division import LOOKED_UP_IN, Catalogue
from i18n.errors import LanguageNotOffered, MissingTranslation
from i18n.locales import SOURCE_TAG, locale
from i18n.offered_languages import compiled_catalogue


@cache
def translations(tag: str, catalogue: Catalogue = Catalogue.FAMILY) -> Translations:
    """The words of a language for the readers of a catalogue, read once per process; empty for the source language.

    Raises UnknownLocale, and LanguageNotOffered for a language in which these readers lack words.
    """
    row = locale(tag)
    if row.tag == SOURCE_TAG:
        return Translations()
    first, *others = [_words(tag, each) for each in LOOKED_UP_IN[catalogue]]
    for other in (*others, _NoFallback(tag)):
        first.add_fallback(other)
    return first


def gettext(tag: str, message: str, /, **named: object) -> str:
    """The message of the family's catalogue in a language; raises MissingTranslation."""
    return translations(tag).gettext(message) % named


def ngettext(tag: str, singular: str, plural: str, n: int, /, **named: object) -> str:
    """The form that goes with `n`; the count itself is there as `%(n)s`, or formatted when `n` is among `named`."""
    return translations(tag).ngettext(singular, plural, n) % {"n": n, **named}


def pgettext(tag: str, context: str, message: str, /, **named: object) -> str:
    """The message in the meaning that the context gives it: "back" of the body, "back" to the page before."""
    return str(translations(tag).pgettext(context, message)) % named


def npgettext(tag: str, context: str, singular: str, plural: str, n: int, /, **named: object) -> str:
    """The form that goes with `n`, in the meaning that the context gives it."""
    return str(translations(tag).npgettext(context, singular, plural, n)) % {"n": n, **named}


def gettext_noop(message: str) -> str:
    """Marks a message for the catalogues where it is only written down; it is translated where it is shown."""
    return message


def pgettext_noop(context: str, message: str) -> tuple[str, str]:
    """Marks a message that has a context; it is shown with `pgettext(tag, *marked)`."""
    return context, message


def _words(tag: str, catalogue: Catalogue) -> Translations:
    found = compiled_catalogue(tag, catalogue)
    if found.missing:
        raise LanguageNotOffered
    return Translations(io.BytesIO(found.compiled))


class _NoFallback(NullTranslations):
    """Stands behind a catalogue and refuses to answer for it."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self._tag = tag

    def gettext(self, message: str) -> NoReturn:
        raise MissingTranslation(self._tag, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:
        raise MissingTranslation(self._tag, msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> NoReturn:
        raise MissingTranslation(self._tag, context, message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> NoReturn:
        raise MissingTranslation(self._tag, context, msgid1, msgid2, n)
