"""Which languages are offered to a reader: those whose catalogues have settled words for every message.

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
from i18n.division import LOOKED_UP_IN, Catalogue
from i18n.errors import LanguageIncomplete, LanguageNotOffered
from i18n.locales import CATALOGUES, LOCALES, SOURCE_TAG, LocaleRow


@dataclass(frozen=True, slots=True)
class CompiledCatalogue:
    """One language in the form that gettext reads; `missing` messages without words leave `compiled` empty."""

    missing: int
    compiled: bytes


@cache
def compiled_catalogue(tag: str, catalogue: Catalogue, catalogues: Path = CATALOGUES) -> CompiledCatalogue:
    """A language's words, compiled at the first call; one that cannot be read lacks every message.

    Raises UnknownLocale, and FileNotFoundError where there is not even a template.
    """
    template = _template(catalogue, catalogues)
    try:
        words = read_catalogue(tag, catalogue, catalogues)
    except (PoFileError, UnicodeDecodeError):
        return CompiledCatalogue(len(messages(template)), b"")
    missing = len(untranslated(words, template))
    return CompiledCatalogue(missing, b"" if missing else _compiled(words))


def offered(catalogue: Catalogue = Catalogue.FAMILY, catalogues: Path = CATALOGUES) -> tuple[LocaleRow, ...]:
    """The languages that the readers of a catalogue choose from, in the order of the table.

    Staff are offered those in which they can read every page, families those in which theirs are complete. The source
    language is always one of them.
    """
    return tuple(row for row in LOCALES if row.tag == SOURCE_TAG or _is_complete(row.tag, catalogue, catalogues))


def require_languages(default: str, catalogues: Path = CATALOGUES) -> None:
    """What every start asks: nobody loses a language they were promised, and families have the language of last resort.

    Raises LanguageIncomplete or LanguageNotOffered.
    """
    for row in LOCALES:
        for catalogue in row.promised if row.tag != SOURCE_TAG else ():
            if missing := compiled_catalogue(row.tag, catalogue, catalogues).missing:
                raise LanguageIncomplete(row.tag, missing, catalogue)
    tags = [row.tag for row in offered(Catalogue.FAMILY, catalogues)]
    if default not in tags:
        raise LanguageNotOffered(tags)


@cache
def _template(catalogue: Catalogue, catalogues: Path) -> Catalog:
    return read_template(catalogue, catalogues)


def _is_complete(tag: str, catalogue: Catalogue, catalogues: Path) -> bool:
    return not any(compiled_catalogue(tag, needed, catalogues).missing for needed in LOOKED_UP_IN[catalogue])


def _compiled(words: Catalog) -> bytes:
    buffer = io.BytesIO()
    write_mo(buffer, words)
    return buffer.getvalue()
