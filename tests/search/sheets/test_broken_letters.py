"""Text that was decoded twice, entities and unseen signs are mended, and whole words of any language stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sheets.broken_letters import mended_rows, mended_text
from search.sheets.sheet_table import read_table
from tests.fixtures.growth import grows_in_proportion
from tests.search.sheets.layout_files import workbook

WORDS = {
    "es": "Número;Señas;José Peña;Perú – “x”",
    "ru": "Имя;Номер;Иванов Пётр",
    "ar": "الاسم;سمير حداد",
    "pl_tr": "Łukasz Żółć;Çağrı Şahin",
}
PAGES = ["cp1252", "iso-8859-1", "cp1251", "mac_roman", "cp850", "cp437", "cp1250", "cp1254"]


def mistaken(text: str, page: str) -> str:
    """UTF-8 read by a code page, a byte that it lacks as the control character of its number."""
    return "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode())


# The four broken letters of the Spanish words are too few to tell Cyrillic pairs from Cyrillic words.
MISTAKEN = [(language, page) for language in sorted(WORDS) for page in PAGES if (language, page) != ("es", "cp1251")]


@pytest.mark.parametrize(("language", "page"), MISTAKEN)
def test_text_that_was_decoded_by_a_wrong_page_is_mended(language: str, page: str) -> None:
    assert mended_text(mistaken(WORDS[language], page)) == WORDS[language]


def test_text_that_was_decoded_wrongly_twice_is_mended() -> None:
    assert mended_text(mistaken(mistaken(WORDS["es"], "cp1252"), "cp1252")) == WORDS["es"]


def test_one_broken_letter_is_enough_where_it_can_be_no_word() -> None:
    assert mended_text("Nombre\nJosÃ© Mora") == "Nombre\nJosé Mora"


@pytest.mark.parametrize(
    "text",
    [
        "ÂNGELA São João ÃO GRÃO",
        "Год рожд. РСФСР, Россия, РЕГИСТР",
        "Ελλάδα Όνομα ΑΘΗΝΑ",
        "Ñandú İstanbul Đặng Thị Ánh Łódź",
        "الاسم والكنية نام خانوادگی",
        "20 °C · 5’7” – «x» ½ ± Â",
        "می‌خواهم",
    ],
)
def test_words_as_they_should_be_stay(text: str) -> None:
    assert mended_text(text) == text


def test_entities_become_letters_and_never_divide_a_cell() -> None:
    rows = read_table(
        b"No;Nombre;Notas\n1;Mar&iacute;a Nu&ntilde;ez;a &amp; b\n2;Sean O&#39;Brien;&quot;x&quot;\n"
    ).rows
    assert [row.cells for row in rows] == [("1", "María Nuñez", "a & b"), ("2", "Sean O'Brien", '"x"')]


def test_entities_that_were_escaped_twice_are_one_letter() -> None:
    rows = [["Mar&amp;iacute;a", "R&D; x", "AT&T", "&lt;18"]]
    mended_rows(rows)
    assert rows == [["María", "R&D; x", "AT&T", "<18"]]


def test_unseen_signs_are_no_part_of_a_name() -> None:
    rows = [["\u202a+58 412\u202c", "Ana\u200b Mora", "\ufeffLu\u00adis", "Jose\u0301"]]
    mended_rows(rows)
    assert rows == [["+58 412", "Ana Mora", "Luis", "José"]]


def test_cells_of_workbooks_are_mended_as_well() -> None:
    table = read_table(workbook({"A": [["NÃºmero", "Nombre"], ["1", "MarÃ­a PeÃ±a"], ["2", "Sean O&#x27;Brien"]]}))
    assert table.headers == ("Número", "Nombre")
    assert [row.cells[1] for row in table.rows] == ["María Peña", "Sean O'Brien"]


@pytest.mark.parametrize("piece", ["Ã", "Ã©", "Рќ", "é", "&amp;", "&", "&#", "√©"])
def test_mending_takes_time_in_proportion_to_the_length(piece: str) -> None:
    assert grows_in_proportion(lambda times: mended_text(piece * times), 10_000)


@given(st.text(max_size=60))
def test_any_text_is_mended_or_stays(text: str) -> None:
    assert isinstance(mended_text(text), str)
    rows = [[text]]
    mended_rows(rows)
    assert len(rows[0]) == 1
