from pathlib import Path

import pytest

from i18n.catalogue_files import catalogue_text, messages, read_catalogue
from i18n.errors import LanguageIncomplete, LanguageNotOffered
from i18n.extract import extract, write_template
from i18n.locales import LOCALES, SOURCE_TAG, po_path
from i18n.offered_languages import compiled_catalogue, offered, require_languages


@pytest.fixture(autouse=True)
def template(invented_project: Path, tmp_path: Path) -> None:
    write_template(extract(invented_project), tmp_path)


def complete(tag: str, catalogues: Path) -> None:
    """Writes every message's source words where a translation should be."""
    catalogue = read_catalogue(tag, catalogues)
    for message in messages(catalogue):
        message.string = (message.id[1],) * catalogue.num_plurals if isinstance(message.id, tuple) else message.id
    po_path(tag, catalogues).write_text(catalogue_text(tag, catalogue), encoding="utf-8")
    compiled_catalogue.cache_clear()


def tags(catalogues: Path) -> list[str]:
    return [row.tag for row in offered(catalogues)]


def test_a_language_is_offered_from_its_last_message_on(tmp_path: Path) -> None:
    assert [compiled_catalogue(tag, tmp_path).missing for tag in ("es", "ar")] == [5, 5]
    assert tags(tmp_path) == ["en"]
    complete("ar", tmp_path)
    assert tags(tmp_path) == ["en", "ar"]


def test_a_language_that_falls_behind_is_offered_no_longer(invented_project: Path, tmp_path: Path) -> None:
    complete("ar", tmp_path)
    (invented_project / "web" / "new.py").write_text("_('One more')\n", encoding="utf-8")
    catalogues = tmp_path / "later"
    po_path("ar", catalogues).parent.mkdir(parents=True)
    po_path("ar", catalogues).write_bytes(po_path("ar", tmp_path).read_bytes())
    write_template(extract(invented_project), catalogues)
    assert compiled_catalogue("ar", catalogues).missing == 1
    assert tags(catalogues) == ["en"]


def test_a_doubtful_translation_does_not_count_as_words(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    doubt(po_path("ar", tmp_path))
    assert compiled_catalogue("ar", tmp_path).missing == 1


def test_a_file_that_cannot_be_read_is_a_language_without_words(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    po_path("ar", tmp_path).write_bytes(b'msgid "Good day"\nmsgstr "\xff"\n')
    assert compiled_catalogue("ar", tmp_path).missing == 5
    po_path("ar", tmp_path).write_text('msgid "Good day"\nmsgstr no quotes\n', encoding="utf-8")
    compiled_catalogue.cache_clear()
    assert tags(tmp_path) == ["en"]


def test_nothing_is_read_twice_in_one_process(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    once = compiled_catalogue("ar", tmp_path)
    po_path("ar", tmp_path).unlink()
    assert compiled_catalogue("ar", tmp_path) is once


def test_a_start_goes_through_when_every_promised_language_is_complete(tmp_path: Path) -> None:
    for row in LOCALES:
        if row.tag != SOURCE_TAG:
            complete(row.tag, tmp_path)
    require_languages("ar", tmp_path)


def test_a_start_is_refused_when_a_promised_language_is_missing_or_lacks_words(tmp_path: Path) -> None:
    complete("ar", tmp_path)
    with pytest.raises(LanguageIncomplete, match="language_incomplete:es:5") as refusal:
        require_languages("en", tmp_path)
    assert (refusal.value.tag, refusal.value.missing) == ("es", 5)
    complete("es", tmp_path)
    po_path("ar", tmp_path).unlink()
    with pytest.raises(LanguageIncomplete, match="language_incomplete:ar:5"):
        require_languages("en", tmp_path)


@pytest.mark.parametrize("default", ["xx", "", "EN", "Tesfalem"])
def test_a_start_is_refused_when_the_language_of_last_resort_is_not_offered(default: str) -> None:
    with pytest.raises(LanguageNotOffered) as refusal:
        require_languages(default)
    assert refusal.value.offered == tuple(row.tag for row in LOCALES)
    assert "Tesfalem" not in str(refusal.value)


def doubt(po: Path) -> None:
    text = po.read_text(encoding="utf-8")
    po.write_text(text.replace('msgid "Good day"', '#, fuzzy\nmsgid "Good day"'), encoding="utf-8")
    compiled_catalogue.cache_clear()
