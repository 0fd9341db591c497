from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from i18n.catalogue_files import is_translated, messages, read_catalogue
from i18n.extract import write_template
from i18n.locales import LOCALES, SOURCE_TAG, po_path
from i18n.offered_languages import compiled_catalogue
from i18n.translate import translations


@pytest.fixture
def invented_project(tmp_path: Path) -> Path:
    """A small project with messages in a view and in a page, written by every way of marking them."""
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
    return tmp_path


@pytest.fixture
def words_of_formats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every language with the words that this package itself needs, whatever the pages still lack."""
    catalogues = tmp_path / "catalogues"
    settled = Catalog()
    for message in messages(read_catalogue("ar")):
        if is_translated(message):
            settled.add(message.id, context=message.context)
    for row in LOCALES:
        if row.tag != SOURCE_TAG:
            target = po_path(row.tag, catalogues)
            target.parent.mkdir(parents=True)
            target.write_bytes(po_path(row.tag).read_bytes())
    write_template(settled, catalogues)
    assert not [row.tag for row in LOCALES if row.tag != SOURCE_TAG and compiled_catalogue(row.tag, catalogues).missing]
    monkeypatch.setattr("i18n.translate.compiled_catalogue", lambda tag: compiled_catalogue(tag, catalogues))
    translations.cache_clear()
    yield
    translations.cache_clear()
