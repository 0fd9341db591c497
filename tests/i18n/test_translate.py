from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from i18n.catalogue_files import catalogue_text, messages, pot_path, template_text
from i18n.division import Catalogue
from i18n.errors import LanguageNotOffered, MissingTranslation
from i18n.locales import locale, po_path
from i18n.offered_languages import compiled_catalogue
from i18n.translate import gettext, gettext_noop, ngettext, npgettext, pgettext, pgettext_noop, translations

ROWS = ("%(n)s row", "%(n)s rows")
ARABIC_ROWS = ("لا صفوف", "صف واحد", "صفان", "%(n)s صفوف", "%(n)s صفًا", "%(n)s صف")


@pytest.fixture(autouse=True)
def arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    catalogue = Catalog(locale="ar")
    catalogue.add("Hello, %(name)s", "مرحبًا، %(name)s")
    catalogue.add(("100%% of one", "100%% of many"), ("100%%",) * 6, context="share")
    catalogue.add("Back", "رجوع")
    catalogue.add("Back", "الظهر", context="body")
    catalogue.add(ROWS, ARABIC_ROWS)
    staff = Catalog(locale="ar")
    staff.add("Evidence", "الأدلة")
    staff.add("Back", "عودة")
    templates = {}
    for name, words in ((Catalogue.FAMILY, catalogue), (Catalogue.STAFF, staff)):
        path = po_path("ar", name, tmp_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(catalogue_text("ar", name, words), encoding="utf-8")
        templates[name] = Catalog()
        for message in messages(words):
            templates[name].add(message.id, context=message.context)
    for name, template in templates.items():
        pot_path(name, tmp_path).write_text(template_text(name, template), encoding="utf-8")
    monkeypatch.setattr("i18n.translate.compiled_catalogue", lambda tag, name: compiled_catalogue(tag, name, tmp_path))
    translations.cache_clear()
    yield
    translations.cache_clear()


def test_english_is_the_source_text_with_its_names_filled_in() -> None:
    assert gettext("en", "Hello, %(name)s", name="Nadia") == "Hello, Nadia"
    assert ngettext("en", *ROWS, 1) == "1 row"
    assert ngettext("en", *ROWS, 0) == "0 rows"
    assert npgettext("en", "share", "100%% of one", "100%% of many", 2) == "100% of many"


def test_words_come_in_the_language_that_is_asked_for() -> None:
    assert gettext("ar", "Hello, %(name)s", name="نادية") == "مرحبًا، نادية"
    assert gettext("en", "Hello, %(name)s", name="Nadia") == "Hello, Nadia"


def test_arabic_counts_in_six_forms() -> None:
    spoken = [ngettext("ar", *ROWS, n) for n in locale("ar").examples]
    assert spoken == ["لا صفوف", "صف واحد", "صفان", "3 صفوف", "11 صفًا", "100 صف"]
    assert ngettext("ar", *ROWS, 103) == "103 صفوف"
    assert ngettext("ar", *ROWS, 1_002) == "1002 صف"


def test_a_count_can_be_given_in_the_readers_own_writing() -> None:
    assert ngettext("en", *ROWS, 1_250, n="1,250") == "1,250 rows"


def test_the_context_tells_two_meanings_of_one_word_apart() -> None:
    assert gettext("ar", "Back") == "رجوع"
    assert pgettext("ar", *pgettext_noop("body", "Back")) == "الظهر"
    assert npgettext("ar", "share", "100%% of one", "100%% of many", 2) == "100%"


def test_a_marked_message_is_translated_where_it_is_shown() -> None:
    assert gettext("ar", gettext_noop("Back")) == "رجوع"


def test_a_hole_in_a_catalogue_is_an_error_and_never_an_english_sentence() -> None:
    with pytest.raises(MissingTranslation) as refusal:
        gettext("ar", "Not there")
    assert "Not there" not in str(refusal.value)
    with pytest.raises(MissingTranslation):
        ngettext("ar", "Not there", "Not there either", 2)
    with pytest.raises(MissingTranslation):
        pgettext("ar", "street", "Back")
    with pytest.raises(MissingTranslation):
        npgettext("ar", "table", *ROWS, 2)


def test_a_language_that_is_not_offered_cannot_be_spoken() -> None:
    with pytest.raises(LanguageNotOffered):
        gettext("es", "Back")


def test_staff_look_a_message_up_in_their_own_catalogue_and_then_in_the_familys() -> None:
    staff = translations("ar", Catalogue.STAFF)
    assert staff.gettext("Evidence") == "الأدلة"
    assert staff.gettext("Back") == "عودة"
    assert staff.gettext("Hello, %(name)s") == "مرحبًا، %(name)s"
    assert staff.ngettext(*ROWS, 11) == "%(n)s صفًا"
    assert str(staff.pgettext("body", "Back")) == "الظهر"
    assert str(staff.npgettext("share", "100%% of one", "100%% of many", 2)) == "100%%"


def test_a_message_of_staff_is_a_hole_to_families_and_one_that_nobody_has_is_one_to_staff() -> None:
    with pytest.raises(MissingTranslation):
        gettext("ar", "Evidence")
    with pytest.raises(MissingTranslation):
        translations("ar", Catalogue.STAFF).gettext("Not there")
    with pytest.raises(MissingTranslation):
        translations("ar", Catalogue.STAFF).npgettext("table", *ROWS, 2)


def test_families_keep_their_language_while_staff_lack_words(tmp_path: Path) -> None:
    po_path("ar", Catalogue.STAFF, tmp_path).unlink()
    compiled_catalogue.cache_clear()
    assert gettext("ar", "Back") == "رجوع"
    with pytest.raises(LanguageNotOffered):
        translations("ar", Catalogue.STAFF)
