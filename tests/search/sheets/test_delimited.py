"""Rows of a text file are divided by whichever sign divides them regularly; a stray quotation mark costs nothing."""

import pytest

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.delimited import SEPARATORS, find_separator, split_rows
from search.sheets.sheet_table import read_table
from tests.search.sheets.layout_files import delimited

ROWS = [["Folio", "Fecha", "Nombre"], ["1", "2021-03-04", "Ana Núñez"], ["2", "2021-03-05", "Luis Peña"]]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-15"]
)
def test_separator_and_encoding_are_found(separator: str, encoding: str) -> None:
    table = read_table(delimited(ROWS, separator, encoding), "x.dat")
    assert table.separator == separator
    assert table.headers == ("Folio", "Fecha", "Nombre")
    assert [row.cells[2] for row in table.rows] == ["Ana Núñez", "Luis Peña"]


def test_quoted_cells_may_hold_separators_and_lines() -> None:
    table = read_table(b'Folio,Fecha,Nombre\n1,2021-03-04,"P\xc3\xa9rez, Ana\nMar\xc3\xada"\n', "x.csv")
    assert table.rows[0].cells[2] == "Pérez, Ana\nMaría"


def test_a_stray_quotation_mark_does_not_swallow_the_file() -> None:
    lines = [b"Folio;Nombre;Sexo", b'0;"Ana;F', *(b"%d;Eva;F" % n for n in range(1, 60))]
    assert len(read_table(b"\n".join(lines), "x.csv").rows) == 60


def test_excels_own_separator_line_is_no_row() -> None:
    table = read_table(b"sep=;\nFolio;Nombre;Sexo\n1;Ana;F\n", "x.csv")
    assert table.headers == ("Folio", "Nombre", "Sexo")
    assert table.rows[0].number == 3


@pytest.mark.parametrize("separator", SEPARATORS)
def test_each_usual_sign_is_found(separator: str) -> None:
    text = "\n".join(separator.join(row) for row in ROWS)
    assert find_separator(text) == separator
    assert split_rows(text) == (ROWS, separator)


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Nombre\nAna\nLuis", ","),
        ("", ","),
        ("a;b,c\nd;e\nf;g", ";"),
        ("a,b;c,d\n1,5;2,5\n3,5;4\n5;6", ";"),
        ('"a;b";c,d\n"e;f";g,h\ni;j', ";"),
    ],
)
def test_the_sign_that_gives_most_records_the_same_columns_wins(text: str, separator: str) -> None:
    assert find_separator(text) == separator


@pytest.mark.parametrize("lines", [25, 26])
def test_twenty_five_lines_in_one_cell_are_a_long_note_and_more_are_a_stray_mark(lines: int) -> None:
    note = "\n".join(["word"] * (lines + 1))
    rows, _ = split_rows(f'Folio;Nota\n1;"{note}"\n2;x')
    assert len(rows) == (3 if lines == 25 else 3 + lines)


def test_a_mark_that_is_never_closed_is_a_plain_character() -> None:
    lines = ["Folio;Nombre", '0;"Ana', *(f"{n};Eva" for n in range(1, 60))]
    rows, separator = split_rows("\n".join(lines))
    assert (len(rows), separator) == (61, ";")
    assert rows[1] == ["0", '"Ana']


def test_line_ends_of_every_system_and_zero_bytes() -> None:
    assert split_rows("\ufeffa;b\r\n1;2\r3;\x004") == ([["a", "b"], ["1", "2"], ["3", "4"]], ";")


@pytest.mark.parametrize("first", ["sep=|", '"sep=|"', "SEP=|"])
def test_a_declared_separator_goes_before_what_the_rows_look_like(first: str) -> None:
    assert split_rows(f"{first}\na;b|c\n") == ([[], ["a;b", "c"]], "|")
    assert split_rows("sep=ab\nx,y\n")[1] == ","


def test_more_rows_than_the_limit_are_refused() -> None:
    split_rows("a\n" * sheet_limits.MAX_ROWS)
    with pytest.raises(SheetError) as caught:
        split_rows("a\n" * (sheet_limits.MAX_ROWS + 101))
    assert caught.value.code == "too_many_rows"


def test_a_cell_that_the_parser_gives_up_is_unreadable() -> None:
    with pytest.raises(SheetError) as caught:
        split_rows("a,b\n" + "x" * 200_000)
    assert caught.value.code == "unreadable_text"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("الرقم،الاسم،العمر\n1،سمير حداد،30\n2،ليلى صالح،25\n", "،"),
        ("شماره؛نام؛سن\n1؛سمیر مثال؛30\n2؛لیلا نمونه؛25\n", "؛"),
        ("编号，姓名，年龄\n1，王例，30\n2，李样，25\n", "，"),
    ],
)
def test_commas_of_other_letters_divide_where_no_usual_sign_does(text: str, separator: str) -> None:
    rows, found = split_rows(text)
    assert found == separator
    assert [len(row) for row in rows if row] == [3, 3, 3]


def test_such_commas_stay_in_cells_that_a_usual_sign_divides() -> None:
    rows, found = split_rows("الرقم,الاسم,ملاحظات\n1,سمير,طويل، أسمر\n2,ليلى,قصيرة، نحيفة\n")
    assert found == ","
    assert rows[1] == ["1", "سمير", "طويل، أسمر"]


def test_blank_lines_by_the_hundred_thousand_keep_their_numbers_and_are_no_rows() -> None:
    rows, _ = split_rows("Folio,Nombre\n1,Ana\n" + ",\n" * 300_000 + "2,Eva\n")
    assert rows[300_002] == ["2", "Eva"]
    assert sum(1 for row in rows if row) == 3
