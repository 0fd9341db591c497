import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from i18n.catalogue_files import messages, read_catalogue, read_template, untranslated
from i18n.division import Catalogue
from i18n.extract import write_templates
from i18n.locales import SOURCE_TAG, LocaleRow, locale, po_path
from i18n.offered_languages import compiled_catalogue, offered
from i18n.translate import translations


@pytest.fixture
def invented_project(tmp_path: Path) -> Path:
    """A small project with messages in a view and in a page, written by every way of marking them.

    Five are the family's; a committee's page has one of its own and shares "Good day".
    """
    pages = tmp_path / "web" / "family" / "templates"
    pages.mkdir(parents=True)
    (pages / "home.html").write_text(
        "<p>{{ _('Good day') }}</p>{% trans %}\n  Two lines\n  become one\n{% endtrans %}"
        "{% trans n=rows %}{{ n }} row{% pluralize %}{{ n }} rows{% endtrans %}",
        encoding="utf-8",
    )
    (tmp_path / "web" / "labels.py").write_text(
        "# Translators: of the body\nBACK = pgettext_noop('body', 'Back')\n"
        "SAVED = gettext(tag, 'Saved, %(name)s', name=n)\n",
        encoding="utf-8",
    )
    committee = tmp_path / "web" / "committee"
    committee.mkdir()
    (committee / "card.py").write_text("_('Evidence')\n_('Good day')\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def three_languages(monkeypatch: pytest.MonkeyPatch) -> list[LocaleRow]:
    """A table of the source and of two languages that were promised to everybody, whatever else is offered by now."""
    rows = [dataclasses.replace(locale(tag), promised=tuple(Catalogue)) for tag in ("en", "es", "ar")]
    for module in ("check", "extract", "offered_languages"):
        monkeypatch.setattr(f"i18n.{module}.LOCALES", tuple(rows))
    return rows


@pytest.fixture
def words_of_formats(settled_catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every language with the words that this package itself needs, whatever the pages still lack."""
    monkeypatch.setattr(
        "i18n.translate.compiled_catalogue", lambda tag, one: compiled_catalogue(tag, one, settled_catalogues)
    )
    translations.cache_clear()
    yield
    translations.cache_clear()


@pytest.fixture(scope="session")
def settled_catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Catalogues of the messages that every language has words for."""
    catalogues = tmp_path_factory.mktemp("settled") / "catalogues"
    begun = [row for row in offered() if row.tag != SOURCE_TAG]
    template = read_template(Catalogue.FAMILY)
    lacking = {
        (message.id, message.context)
        for row in begun
        for message in untranslated(read_catalogue(row.tag, Catalogue.FAMILY), template)
    }
    settled = Catalog()
    for message in messages(template):
        if (message.id, message.context) not in lacking:
            settled.add(message.id, context=message.context)
    for row in begun:
        target = po_path(row.tag, Catalogue.FAMILY, catalogues)
        target.parent.mkdir(parents=True)
        target.write_bytes(po_path(row.tag, Catalogue.FAMILY).read_bytes())
    write_templates({Catalogue.FAMILY: settled, Catalogue.STAFF: Catalog()}, catalogues)
    assert [row.tag for row in offered(Catalogue.FAMILY, catalogues)] == ["en", *(row.tag for row in begun)]
    return catalogues
