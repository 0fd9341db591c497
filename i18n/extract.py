"""`python -m i18n.extract`: collects the messages of the sources and brings every language up to them."""

from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from i18n.catalogue_files import (
    catalogue_text,
    messages,
    pot_path,
    read_catalogue,
    template_text,
    untranslated,
    updated,
)
from i18n.locales import CATALOGUES, LOCALES, SOURCE_TAG, po_path

PROJECT = Path(__file__).parent.parent

# Babel's mapping: where messages are looked for, and which reader finds them there.
_CALLS = "i18n.source_messages:extract_calls"
_ROOTS = ("web", "search", "i18n")
_TEMPLATES = "web/**/templates/**.*"
_MAPPING = [(_TEMPLATES, "jinja2.ext:babel_extract"), *((f"{root}/**.py", _CALLS) for root in _ROOTS)]
_OPTIONS = {_TEMPLATES: {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}}
_COMMENT_TAGS = ("Translators:",)
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def extract(project: Path = PROJECT) -> Catalog:
    """The messages of a project's sources. Raises NotALiteral, and SyntaxError for a source that cannot be read."""
    found = extract_from_dir(
        project,
        _MAPPING,
        _OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=_COMMENT_TAGS,
        directory_filter=lambda directory: _is_source(project, Path(directory)),
    )
    template = Catalog(charset="utf-8")
    for _path, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        template.add(message, auto_comments=list(dict.fromkeys(comments)), context=context)
    return template


def write_template(template: Catalog, catalogues: Path = CATALOGUES) -> None:
    """Writes the template and updates the file of every language that is translated."""
    _write(pot_path(catalogues), template_text(template))
    for row in LOCALES:
        if row.tag != SOURCE_TAG:
            catalogue = updated(read_catalogue(row.tag, catalogues), template)
            _write(po_path(row.tag, catalogues), catalogue_text(row.tag, catalogue))


def main() -> None:
    """Extracts, and says how many messages each language still lacks."""
    template = extract()
    write_template(template)
    click.echo(f"{len(messages(template))} messages")
    for row in LOCALES:
        if row.tag != SOURCE_TAG:
            click.echo(f"{row.tag}: {len(untranslated(read_catalogue(row.tag), template))} without words")


def _is_source(project: Path, directory: Path) -> bool:
    """Keeps the walk out of the virtual environment, the data and the caches."""
    parts = directory.relative_to(project).parts
    return not parts or (parts[0] in _ROOTS and not parts[-1].startswith((".", "_")))


def _write(path: Path, text: str) -> None:
    """Leaves an unchanged file alone, so that nothing is compiled again for nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
