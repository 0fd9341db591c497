"""Reads and writes the catalogue files so that the same messages always give the same bytes.

No dates, no line numbers, no paths: a file changes only when a message or its words change. Messages are sorted.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from i18n.locales import CATALOGUES, LocaleRow, locale, po_path

_WIDTH = 120


def pot_path(catalogues: Path = CATALOGUES) -> Path:
    """Where the template is."""
    return catalogues / "messages.pot"


def read_template(catalogues: Path = CATALOGUES) -> Catalog:
    """All messages of the sources, without words; raises FileNotFoundError."""
    return _read(pot_path(catalogues), None)


def read_catalogue(tag: str, catalogues: Path = CATALOGUES) -> Catalog:
    """One language's catalogue; empty, with its header, when there is no file yet."""
    path = po_path(tag, catalogues)
    if not path.is_file():
        return read_po(io.StringIO(_header(locale(tag))), locale=locale(tag).tag)
    return _read(path, tag)


def template_text(template: Catalog) -> str:
    """The bytes-to-be of the template file."""
    return "# Every message of the sources. Made by i18n.extract; words belong in the languages' own files.\n" + _body(
        template, _header(None)
    )


def catalogue_text(tag: str, catalogue: Catalog) -> str:
    """The bytes-to-be of one language's file."""
    row = locale(tag)
    return f"# {row.name}. Translators: read i18n/style.md first.\n" + _body(catalogue, _header(row))


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
    forms = message.string if isinstance(message.string, list | tuple) else (message.string,)
    return bool(forms) and all(forms) and not message.fuzzy


def untranslated(catalogue: Catalog, template: Catalog) -> list[Message]:
    """The template's messages that have no settled words in the catalogue."""
    missing = []
    for message in messages(template):
        found = catalogue.get(message.id, message.context)
        if found is None or not is_translated(found):
            missing.append(message)
    return missing


def _read(path: Path, tag: str | None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=tag, abort_invalid=True)


def _header(row: LocaleRow | None) -> str:
    lines = ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    if row:
        lines = [f"Language: {row.tag}", *lines, f"Plural-Forms: {row.plural_forms}"]
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)


def _body(catalogue: Catalog, header: str) -> str:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=_WIDTH, no_location=True, omit_header=True, sort_output=True)
    return f"{header}\n{buffer.getvalue().decode()}".rstrip("\n") + "\n"
