"""Reads and writes the catalogue files so that the same messages always give the same bytes.

No dates, no line numbers, no paths: a file changes only when a message or its words change. Messages are sorted.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from i18n.division import Catalogue
from i18n.locales import CATALOGUES, LocaleRow, locale, po_path

_WIDTH = 120
_READERS = {
    Catalogue.FAMILY: "all that a relative can meet",
    Catalogue.STAFF: "what only partners, committees and programs are shown",
}


def pot_path(catalogue: Catalogue, catalogues: Path = CATALOGUES) -> Path:
    """Where the template of a catalogue is."""
    return catalogues / f"{catalogue}.pot"


def read_template(catalogue: Catalogue, catalogues: Path = CATALOGUES) -> Catalog:
    """All messages of a catalogue's sources, without words; raises FileNotFoundError."""
    return _read(pot_path(catalogue, catalogues), None)


def read_catalogue(tag: str, catalogue: Catalogue, catalogues: Path = CATALOGUES) -> Catalog:
    """One language's words; empty, with the header, when there is no file yet."""
    path = po_path(tag, catalogue, catalogues)
    return _read(path, tag) if path.is_file() else _empty(tag)


def known_words(tag: str, catalogues: Path = CATALOGUES) -> Catalog:
    """All words that a language has, whatever file they are in, so that a message that moves keeps its own.

    Where two files have different words for a message, those of the family hold.
    """
    known = _empty(tag)
    for path in sorted(po_path(tag, Catalogue.FAMILY, catalogues).parent.glob("*.po")):
        for message in messages(_read(path, tag)):
            earlier = known.get(message.id, message.context)
            if earlier and not any(_forms(earlier)):
                known.delete(message.id, message.context)
            known[message.id] = message
    return known


def template_text(catalogue: Catalogue, template: Catalog) -> str:
    """The bytes-to-be of a template file."""
    head = f"# {_READERS[catalogue].capitalize()}. Made by i18n.extract; words belong in the languages' own files.\n"
    return head + _body(template, _header(None))


def catalogue_text(tag: str, catalogue: Catalogue, words: Catalog) -> str:
    """The bytes-to-be of one language's file."""
    row = locale(tag)
    return _head(row, catalogue) + _body(words, _header(row))


def empty_text(row: LocaleRow, catalogue: Catalogue, template: Catalog) -> str:
    """The bytes-to-be of the file of a language that has no words yet, and no row in the table."""
    words = updated(read_po(io.StringIO(_header(row)), locale=row.cldr), template)
    return _head(row, catalogue) + _body(words, _header(row))


def updated(catalogue: Catalog, template: Catalog) -> Catalog:
    """The catalogue with exactly the template's messages: known words kept, new messages empty, old ones gone."""
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def messages(catalogue: Catalog) -> list[Message]:
    """The messages without the header."""
    return [message for message in catalogue if message.id]


def is_translated(message: Message) -> bool:
    """Whether every form has words that a person has settled."""
    forms = _forms(message)
    return bool(forms) and all(forms) and not message.fuzzy


def untranslated(catalogue: Catalog, template: Catalog) -> list[Message]:
    """The template's messages that have no settled words in the catalogue."""
    missing = []
    for message in messages(template):
        found = catalogue.get(message.id, message.context)
        if found is None or not is_translated(found):
            missing.append(message)
    return missing


def _forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


def _empty(tag: str) -> Catalog:
    return read_po(io.StringIO(_header(locale(tag))), locale=locale(tag).tag)


def _read(path: Path, tag: str | None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=tag, abort_invalid=True)


def _head(row: LocaleRow, catalogue: Catalogue) -> str:
    return f"# {row.name}: {_READERS[catalogue]}. Translators: read i18n/style.md first.\n"


def _header(row: LocaleRow | None) -> str:
    lines = ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    if row:
        lines = [f"Language: {row.tag}", *lines, f"Plural-Forms: {row.plural_forms}"]
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)


def _body(catalogue: Catalog, header: str) -> str:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=_WIDTH, no_location=True, omit_header=True, sort_output=True)
    return f"{header}\n{buffer.getvalue().decode()}".rstrip("\n") + "\n"
