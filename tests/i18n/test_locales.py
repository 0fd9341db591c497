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
from i18n.locales import LOCALES, LocaleRow, locale


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
