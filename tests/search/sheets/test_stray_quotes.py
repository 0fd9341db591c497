"""A quotation mark that never closes swallows nobody; a cell of several lines stays one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sheets.delimited import split_rows
from search.sheets.stray_quotes import without_stray_quotes
from tests.fixtures.growth import grows_in_proportion

HEAD = "No,Name,Notes\n"


def rows(text: str) -> list[list[str]]:
    return split_rows(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + '1,Luis Mora,"scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo\n4,Leo Paz,ok',
        HEAD + '1,Luis Mora,"scar\n2,Ana Mora,none\n3,Eva Ruiz,"tattoo, left"\n4,Leo Paz,ok',
        HEAD + '1,Luis Mora,"scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo"\n4,Leo Paz,ok',
        HEAD + '1,"Luis Mora,scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo\n4,Leo Paz,ok',
        HEAD + '"1,Luis Mora,scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo\n4,Leo Paz,ok\n',
        HEAD + '1,Luis Mora,scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo\n4,Leo Paz,"ok',
        (HEAD + '1,Luis Mora,"scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo\n4,Leo Paz,ok').replace(",", ";"),
        (HEAD + '1,Luis Mora,"scar\n2,Ana Mora,none\n3,Eva Ruiz,tattoo\n4,Leo Paz,ok').replace(",", "\t"),
    ],
)
def test_nobody_disappears_behind_a_quotation_mark_that_never_closes(text: str) -> None:
    found = [row for row in rows(text) if any(row)]
    assert [len(row) for row in found] == [3] * 5
    assert [row[1].strip('"') for row in found[1:]] == ["Luis Mora", "Ana Mora", "Eva Ruiz", "Leo Paz"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (HEAD + '1,Luis,"scar\nleft arm, tattoo"\n2,Ana,x\n3,Eva,y\n', "scar\nleft arm, tattoo"),
        (HEAD + '1,Luis,"one, two\nthree, four, five\nsix"\n2,Ana,x\n3,Eva,y\n', "one, two\nthree, four, five\nsix"),
        (HEAD + '1,Luis,"he said ""no"",\nand left"\n2,Ana,x\n', 'he said "no",\nand left'),
        (HEAD + '1,Luis,"cut off\nin the middle', "cut off\nin the middle"),
    ],
)
def test_a_cell_of_several_lines_stays_one(text: str, cell: str) -> None:
    assert rows(text)[1] == ["1", "Luis", cell]


def test_heights_in_feet_and_inches_open_nothing() -> None:
    text = 'No,Name,Height\n1,Luis,5\'7"\n2,Ana,"5\'2"""\n3,Eva,x\n'
    assert [row[2] for row in rows(text)[1:4]] == ["5'7\"", "5'2\"", "x"]


def test_text_without_such_marks_stays_as_it_is() -> None:
    for text in ("a,b\n1,2", '"a"', 'one "word"\nof two', '"a","b"\n"1","2"\n"3","4"'):
        assert without_stray_quotes(text, ",") == text


@pytest.mark.parametrize("piece", ['"x""\n', 'a,"b\n', '"\n', ' "a,"b,"c\n', 'a,b\n"', '""\n', '","'])
def test_looking_for_them_takes_time_in_proportion_to_the_length(piece: str) -> None:
    assert grows_in_proportion(lambda times: without_stray_quotes("a,b\n" * 5 + piece * times, ","), 2000)


@given(st.text(alphabet='a1,"\n ', max_size=80))
def test_no_sign_is_lost(text: str) -> None:
    found = "".join("".join(row) for row in rows("a,b,c\n1,2,3\n" + text))
    assert found.count("a") >= text.count("a")
