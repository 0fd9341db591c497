"""Families are never shown a message that only staff have words for: their sources reach none of staff's."""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.support import Translations
from jinja2 import Environment, meta

from i18n.catalogue_files import messages
from i18n.division import STAFF_SOURCES, Catalogue, catalogue_of
from i18n.extract import PROJECT, extract
from i18n.locales import SOURCE_TAG
from i18n.offered_languages import offered
from i18n.translate import translations

ROOTS = ("web", "search", "i18n")
# `web.labels` has a table for every code, and says what staff alone read in portals of staff alone; a factory composes.
SEAMS = {"web/labels/__init__.py", "web/labels/field_words/__init__.py", "search/__main__.py"}


def sources(pattern: str) -> Iterator[tuple[str, Path]]:
    for root in ROOTS:
        for path in sorted((PROJECT / root).rglob(pattern)):
            name = path.relative_to(PROJECT).as_posix()
            if catalogue_of(name) is Catalogue.FAMILY:
                yield name, path


def imported(tree: ast.Module) -> Iterator[str]:
    """The paths that a module's imports may stand for: of the module itself, and of what is taken out of a package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            yield name.replace(".", "/") + ".py"
            yield name.replace(".", "/") + "/"


def test_what_is_listed_as_staffs_is_there_or_is_a_portal_to_come() -> None:
    missing = [source for source in STAFF_SOURCES if not (PROJECT / source).exists()]
    assert missing in ([], ["web/admin/"])


def test_a_new_source_is_the_familys_until_somebody_lists_it() -> None:
    assert catalogue_of("web/new_pages.py") is Catalogue.FAMILY
    assert catalogue_of("web/committee/templates/card.html") is Catalogue.STAFF
    assert catalogue_of("web/family/committee/choice.py") is Catalogue.FAMILY


def test_no_module_of_families_imports_one_of_staff() -> None:
    reached = {
        (name, path)
        for name, file in sources("*.py")
        if name not in SEAMS
        for path in imported(ast.parse(file.read_text(encoding="utf-8")))
        if catalogue_of(path) is Catalogue.STAFF
    }
    assert reached == set()


def test_no_page_of_families_is_made_from_a_page_of_staff() -> None:
    of_staff = {
        path.relative_to(templates).as_posix()
        for templates in (PROJECT / "web").rglob("templates")
        for path in templates.rglob("*.html")
        if catalogue_of(path.relative_to(PROJECT).as_posix()) is Catalogue.STAFF
    }
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    referred = {
        name: set(meta.find_referenced_templates(environment.parse(path.read_text(encoding="utf-8")))) & of_staff
        for name, path in sources("*.html")
    }
    assert {name: found for name, found in referred.items() if found} == {}
    assert "committee.html" in of_staff
    assert len(referred) > 20


def test_every_message_of_the_familys_sources_has_words_in_their_catalogue_alone() -> None:
    asked = messages(extract()[Catalogue.FAMILY])
    assert len(asked) > 500
    for row in offered():
        words = translations(row.tag, Catalogue.FAMILY)
        for message in asked if row.tag != SOURCE_TAG else ():
            one, *many = (message.id,) if isinstance(message.id, str) else message.id
            if many:
                said = _plural(words, message.context, one, many[0])
            else:
                said = str(words.pgettext(message.context, one)) if message.context else words.gettext(one)
            assert said, (row.tag, one)


def _plural(words: Translations, context: str | None, one: str, many: str) -> str:
    return str(words.npgettext(context, one, many, 2)) if context else words.ngettext(one, many, 2)


def test_no_message_stands_in_both_catalogues() -> None:
    family, staff = (
        {(message.id if isinstance(message.id, str) else message.id[0], message.context) for message in messages(found)}
        for found in extract().values()
    )
    assert not family & staff
    assert staff
