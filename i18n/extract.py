"""`python -m i18n.extract`: collects the messages of the sources and brings every language up to them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from i18n.catalogue_files import (
    catalogue_text,
    known_words,
    messages,
    pot_path,
    read_catalogue,
    template_text,
    untranslated,
    updated,
)
from i18n.division import Catalogue, catalogue_of
from i18n.locales import CATALOGUES, LOCALES, is_begun, po_path

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


Templates = Mapping[Catalogue, Catalog]
"""The messages of each catalogue, without words."""

Message = tuple[str, str | None]
"""What gettext tells messages apart by: the words, the singular of a plural, and the context."""

_Found = tuple[str, int, str | tuple[str, ...], list[str], str | None]


def extract(project: Path = PROJECT) -> Templates:
    """The messages of a project's sources, each in one catalogue: the family's where families can meet it.

    Raises NotALiteral, and SyntaxError for a source that cannot be read.
    """
    found = sorted(_found(project), key=lambda row: (row[0], row[1]))
    of_families = {_key(row) for row in found if catalogue_of(row[0]) is Catalogue.FAMILY}
    templates = {catalogue: Catalog(charset="utf-8") for catalogue in Catalogue}
    for row in found:
        catalogue = Catalogue.FAMILY if _key(row) in of_families else Catalogue.STAFF
        _path, _line, message, comments, context = row
        templates[catalogue].add(message, auto_comments=list(dict.fromkeys(comments)), context=context)
    return templates


def sources_of(project: Path = PROJECT) -> Mapping[Message, frozenset[str]]:
    """The paths below the project in which each message stands; raises as `extract` does."""
    found: dict[Message, set[str]] = {}
    for row in _found(project):
        found.setdefault(_key(row), set()).add(row[0])
    return {message: frozenset(paths) for message, paths in found.items()}


def write_templates(templates: Templates, catalogues: Path = CATALOGUES) -> None:
    """Writes the templates and updates the files of every language that is translated."""
    for catalogue, template in templates.items():
        _write(pot_path(catalogue, catalogues), template_text(catalogue, template))
    for row in LOCALES:
        texts = {
            catalogue: catalogue_text(row.tag, catalogue, updated(known_words(row.tag, catalogues), template))
            for catalogue, template in templates.items()
            if is_begun(row, catalogue, catalogues)
        }
        for catalogue, text in texts.items():
            _write(po_path(row.tag, catalogue, catalogues), text)


def main() -> None:
    """Extracts, and says how many messages each language still lacks."""
    templates = extract()
    write_templates(templates)
    for catalogue, template in templates.items():
        click.echo(f"{catalogue}: {len(messages(template))} messages")
        for row in LOCALES:
            if is_begun(row, catalogue):
                missing = untranslated(read_catalogue(row.tag, catalogue), template)
                click.echo(f"  {row.tag}: {len(missing)} without words")


def _found(project: Path) -> Iterable[_Found]:
    """Every message with the path below the project that it stands in."""
    return extract_from_dir(
        project,
        _MAPPING,
        _OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=_COMMENT_TAGS,
        directory_filter=lambda directory: _is_source(project, Path(directory)),
    )


def _key(row: _Found) -> Message:
    message, context = row[2], row[4]
    return message if isinstance(message, str) else message[0], context


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
