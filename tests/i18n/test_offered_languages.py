import dataclasses
from pathlib import Path

import pytest

from i18n.catalogue_files import catalogue_text, messages, read_catalogue
from i18n.division import Catalogue
from i18n.errors import LanguageIncomplete, LanguageNotOffered
from i18n.extract import extract, write_templates
from i18n.locales import LocaleRow, po_path
from i18n.offered_languages import compiled_catalogue, offered, require_languages

FAMILY = Catalogue.FAMILY


pytestmark = pytest.mark.usefixtures("three_languages")


@pytest.fixture(autouse=True)
def template(invented_project: Path, tmp_path: Path) -> None:
    write_templates(extract(invented_project), tmp_path)


def complete(tag: str, catalogues: Path, name: Catalogue = FAMILY) -> None:
    """Writes every message's source words where a translation should be."""
    catalogue = read_catalogue(tag, name, catalogues)
    for message in messages(catalogue):
        message.string = (message.id[1],) * catalogue.num_plurals if isinstance(message.id, tuple) else message.id
    po_path(tag, name, catalogues).write_text(catalogue_text(tag, name, catalogue), encoding="utf-8")
    compiled_catalogue.cache_clear()


def tags(catalogues: Path, name: Catalogue = FAMILY) -> list[str]:
    return [row.tag for row in offered(name, catalogues)]


def test_a_language_is_offered_from_its_last_message_on(tmp_path: Path) -> None:
    assert [compiled_catalogue(tag, FAMILY, tmp_path).missing for tag in ("es", "ar")] == [5, 5]
    assert tags(tmp_path) == ["en"]
    complete("ar", tmp_path)
    assert tags(tmp_path) == ["en", "ar"]


def test_a_language_that_falls_behind_is_offered_no_longer(invented_project: Path, tmp_path: Path) -> None:
    complete("ar", tmp_path)
    (invented_project / "web" / "new.py").write_text("_('One more')\n", encoding="utf-8")
    catalogues = tmp_path / "later"
    po_path("ar", FAMILY, catalogues).parent.mkdir(parents=True)
    po_path("ar", FAMILY, catalogues).write_bytes(po_path("ar", FAMILY, tmp_path).read_bytes())
    write_templates(extract(invented_project), catalogues)
    assert compiled_catalogue("ar", FAMILY, catalogues).missing == 1
    assert tags(catalogues) == ["en"]


def test_staff_are_offered_a_language_when_they_can_read_every_page_in_it(tmp_path: Path) -> None:
    complete("ar", tmp_path, Catalogue.STAFF)
    assert tags(tmp_path, Catalogue.STAFF) == ["en"]
    complete("es", tmp_path, FAMILY)
    assert tags(tmp_path, Catalogue.STAFF) == ["en"]
    assert tags(tmp_path, FAMILY) == ["en", "es"]
    complete("es", tmp_path, Catalogue.STAFF)
    assert tags(tmp_path, Catalogue.STAFF) == ["en", "es"]


def test_a_start_asks_for_the_words_of_staff_where_they_were_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, three_languages: list[LocaleRow]
) -> None:
    for tag in ("es", "ar"):
        complete(tag, tmp_path, FAMILY)
    with pytest.raises(LanguageIncomplete, match="language_incomplete:es:staff:1"):
        require_languages("ar", tmp_path)
    to_families = [dataclasses.replace(row, promised=(FAMILY,)) for row in three_languages]
    monkeypatch.setattr("i18n.offered_languages.LOCALES", to_families)
    require_languages("ar", tmp_path)


def test_a_doubtful_translation_does_not_count_as_words(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    doubt(po_path("ar", FAMILY, tmp_path))
    assert compiled_catalogue("ar", FAMILY, tmp_path).missing == 1


def test_a_file_that_cannot_be_read_is_a_language_without_words(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    po_path("ar", FAMILY, tmp_path).write_bytes(b'msgid "Good day"\nmsgstr "\xff"\n')
    assert compiled_catalogue("ar", FAMILY, tmp_path).missing == 5
    po_path("ar", FAMILY, tmp_path).write_text('msgid "Good day"\nmsgstr no quotes\n', encoding="utf-8")
    compiled_catalogue.cache_clear()
    assert tags(tmp_path) == ["en"]


def test_nothing_is_read_twice_in_one_process(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    once = compiled_catalogue("ar", FAMILY, tmp_path)
    po_path("ar", FAMILY, tmp_path).unlink()
    assert compiled_catalogue("ar", FAMILY, tmp_path) is once


def test_a_start_goes_through_when_every_promised_language_is_complete(tmp_path: Path) -> None:
    for tag in ("es", "ar"):
        for name in Catalogue:
            complete(tag, tmp_path, name)
    require_languages("ar", tmp_path)


def test_a_start_is_refused_when_a_promised_language_is_missing_or_lacks_words(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    with pytest.raises(LanguageIncomplete, match="language_incomplete:es:family:5") as refusal:
        require_languages("en", tmp_path)
    assert (refusal.value.tag, refusal.value.missing) == ("es", 5)
    for name in Catalogue:
        complete("es", tmp_path, name)
    po_path("ar", FAMILY, tmp_path).unlink()
    with pytest.raises(LanguageIncomplete, match="language_incomplete:ar:family:5"):
        require_languages("en", tmp_path)


@pytest.mark.parametrize("default", ["xx", "", "EN", "Tesfalem"])
def test_a_start_is_refused_when_the_language_of_last_resort_is_not_offered(default: str) -> None:
    with pytest.raises(LanguageNotOffered) as refusal:
        require_languages(default)
    assert refusal.value.offered == ("en", "es", "ar")
    assert "Tesfalem" not in str(refusal.value)


def doubt(po: Path) -> None:
    text = po.read_text(encoding="utf-8")
    po.write_text(text.replace('msgid "Good day"', '#, fuzzy\nmsgid "Good day"'), encoding="utf-8")
    compiled_catalogue.cache_clear()
