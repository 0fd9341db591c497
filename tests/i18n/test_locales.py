import gettext
import io
import re
import unicodedata
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from i18n.errors import UnknownLocale
from i18n.locales import LOCALES, LocaleRow, best_locale, locale

ALL = ("en", "es", "ar")


def test_each_language_has_the_direction_that_its_script_is_read_in() -> None:
    assert {row.tag: row.direction for row in LOCALES} == {
        row.tag: Locale.parse(row.cldr).text_direction for row in LOCALES
    }
    assert locale("ar").direction == "rtl"


def test_each_language_is_named_in_its_own_script() -> None:
    scripts = {"Latn": "LATIN", "Arab": "ARABIC", "Beng": "BENGALI", "Ethi": "ETHIOPIC", "Cyrl": "CYRILLIC"}
    for row in LOCALES:
        letters = [unicodedata.name(letter) for letter in row.name if letter.isalpha()]
        assert all(name.startswith(scripts[row.script]) for name in letters), row.name
    assert len({row.name for row in LOCALES}) == len(LOCALES)


@pytest.mark.parametrize("row", LOCALES, ids=lambda row: row.tag)
def test_the_examples_of_a_language_reach_every_plural_form_once_and_in_order(row: LocaleRow) -> None:
    header = f'msgid ""\nmsgstr ""\n"Plural-Forms: {row.plural_forms}\\n"\n'
    compiled = io.BytesIO()
    forms = [str(form) for form in range(len(row.examples))]
    catalogue = read_po(io.StringIO(header), locale=row.tag)
    catalogue.add(("one", "many"), forms)
    write_mo(compiled, catalogue)
    compiled.seek(0)
    spoken = gettext.GNUTranslations(compiled)
    assert row.plural_forms.startswith(f"nplurals={len(forms)};")
    assert [spoken.ngettext("one", "many", n) for n in row.examples] == forms


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("ar", "ar"),
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("fr-FR,fr;q=0.9,ar;q=0.5,en;q=0.4", "ar"),
        ("en;q=0.2,es;q=0.7", "es"),
        ("es;q=0,en", "en"),
        ("arz-EG", "ar"),
        ("quc", "es"),
        ("ti-ER,ti", "en"),
        ("*", "en"),
        ("", "en"),
        (";;,,q=", "en"),
        ("es;q=most", "en"),
    ],
)
def test_a_reader_gets_the_language_their_browser_likes_best(header: str, best: str) -> None:
    assert best_locale(header, ALL) == best


def test_a_language_that_is_not_offered_is_never_chosen() -> None:
    assert best_locale("ar", ("en", "es")) == "en"
    assert best_locale("ar", ("es",)) == "es"


def test_an_endless_header_is_read_only_at_its_beginning() -> None:
    assert best_locale("xx," * 100_000 + "ar", ALL) == "en"


def test_choosing_among_no_languages_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing_offered"):
        best_locale("en", ())


def test_whoever_reads_none_of_the_languages_gets_the_one_that_was_chosen_for_them() -> None:
    assert best_locale("de, fr;q=0.5", ALL, otherwise="ar") == "ar"
    assert best_locale("*", ALL, otherwise="ar") == "ar"
    assert best_locale("de, es;q=0.1", ALL, otherwise="ar") == "es"
    assert best_locale("de", ("es",), otherwise="ar") == "es"


def test_an_unknown_tag_is_refused_without_repeating_it() -> None:
    with pytest.raises(UnknownLocale) as refusal:
        locale("Tesfalem")
    assert "Tesfalem" not in str(refusal.value)


STATIC = Path(__file__).parents[2] / "web" / "static"
_PLAIN_HEIGHT = 1.5


@pytest.mark.parametrize("row", LOCALES, ids=lambda row: row.tag)
def test_the_style_sheet_gives_each_script_the_height_of_line_that_the_table_says(row: LocaleRow) -> None:
    sheet = (STATIC / "style.css").read_text()
    rules = re.findall(r"((?::lang\(\w+\)(?:, )?)+) \{ line-height: ([0-9.]+); \}", sheet)
    heights = {tag: float(height) for tags, height in rules for tag in re.findall(r"lang\((\w+)\)", tags)}
    assert heights.get(row.tag, _PLAIN_HEIGHT) == row.line_height
