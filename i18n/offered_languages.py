"""Which languages are offered to a reader: those whose catalogue has settled words for every message.

Catalogues are compiled in memory, from the files that translators write, once per process: an installation from a wheel
has exactly what a checkout has, and no flag can promise a language that is not there.
"""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError

from i18n.catalogue_files import messages, read_catalogue, read_template, untranslated
from i18n.errors import LanguageIncomplete, LanguageNotOffered
from i18n.locales import CATALOGUES, LOCALES, SOURCE_TAG, LocaleRow


@dataclass(frozen=True, slots=True)
class CompiledCatalogue:
    """One language in the form that gettext reads; `missing` messages without words leave `compiled` empty."""

    missing: int
    compiled: bytes


@cache
def compiled_catalogue(tag: str, catalogues: Path = CATALOGUES) -> CompiledCatalogue:
    """A language's catalogue, compiled at the first call; one that cannot be read lacks every message.

    Raises UnknownLocale, and FileNotFoundError where there is not even a template.
    """
    template = _template(catalogues)
    try:
        catalogue = read_catalogue(tag, catalogues)
    except (PoFileError, UnicodeDecodeError):
        return CompiledCatalogue(len(messages(template)), b"")
    missing = len(untranslated(catalogue, template))
    return CompiledCatalogue(missing, b"" if missing else _compiled(catalogue))


def offered(catalogues: Path = CATALOGUES) -> tuple[LocaleRow, ...]:
    """The languages to choose from, in the order of the table; the source language is always one of them."""
    return tuple(row for row in LOCALES if row.tag == SOURCE_TAG or not compiled_catalogue(row.tag, catalogues).missing)


def require_languages(default: str, catalogues: Path = CATALOGUES) -> None:
    """What every start asks: no family loses a language it was promised, and the language of last resort is there.

    Raises LanguageIncomplete or LanguageNotOffered.
    """
    for row in LOCALES:
        if row.promised and row.tag != SOURCE_TAG and (missing := compiled_catalogue(row.tag, catalogues).missing):
            raise LanguageIncomplete(row.tag, missing)
    tags = [row.tag for row in offered(catalogues)]
    if default not in tags:
        raise LanguageNotOffered(tags)


@cache
def _template(catalogues: Path) -> Catalog:
    return read_template(catalogues)


def _compiled(catalogue: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()
