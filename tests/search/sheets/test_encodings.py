"""The code page is the one whose text reads most like words; every weight of that has a text that needs it."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.sheets.encodings import decode
from search.sheets.sheet_table import read_table


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Номер;Имя\n1;Екатерина\n2;Юрий\n"),
        ("koi8-u", "Номер;Имя\n1;Екатерина\n2;Юрий\n"),
        ("cp866", "Номер;Имя\n1;Екатерина\n2;Юрий\n"),
        ("cp1253", "Αριθμός;Όνομα\n1;Ελένη\n2;Γιώργος\n"),
        ("cp1254", "Dosya No;Adı Soyadı\n1;Ayşe Öztürk\n2;İbrahim Çağlar\n"),
        ("cp1256", "رقم الملف;الاسم\n1;فاطمة علي\n2;يوسف حسن\n"),
        ("cp1255", "מספר תיק;שם\n1;רחל כהן\n2;משה לוי\n"),
        ("cp1250", "Číslo;Jméno\n1;Žofie Dvořáková\n2;Jiří Růžička\n"),
        ("mac-roman", "Folio;Nombre\n1;Íñigo Núñez\n2;José Peña\n"),
        ("shift_jis", "番号;名前\n1;山田花子\n2;佐藤次郎\n"),
    ],
)
def test_code_pages_are_told_apart_by_the_words_they_make(encoding: str, text: str) -> None:
    table = read_table(text.encode(encoding), "x.csv")
    assert [row.cells[1] for row in table.rows] == [line.split(";")[1] for line in text.splitlines()[1:]]


# For each weight the texts that are misread without it, or with too little or too much of it.
WEIGHED = {
    "letters of one language": [("iso-8859-9", "tür\nkaş"), ("cp866", "июля"), ("shift_jis", "てぃ")],
    "known headers": [
        ("mac-roman", "edad años;señas particulares"),
        ("gb18030", "姓氏;说明"),
        ("iso-8859-7", "ΗΜ ΕΥΡΕΣΗΣ\tM\tΠΕΡΙΠΟΥ\tΣ"),
        ("iso-8859-9", "Tür\nŞort"),
    ],
    "stray signs": [
        ("iso-8859-7", "ΠΡΌΘΕΣΗ;ΧΡΥΣΆ ΔΌΝΤΙΑ;ΚΑΙΣΑΡΙΚΉ"),
        ("iso-8859-9", "Tür\nŞort"),
        ("cp874", "12 ANA ฟ คองโก - บราซซาวิล"),
    ],
    "control characters": [("gb18030", "怠,斎田,漳"), ("gb18030", "绝 剞 平沢")],
    "lone letters": [("big5", "妻;漣;舉"), ("iso-8859-7", "ο,Nombre"), ("cp1251", "ш;жакет")],
    "mixed scripts": [("cp1254", "avuç;yanık;külot"), ("iso-8859-9", "Diş Eksikliği")],
    "mixed case": [("cp737", "μαντήλι"), ("mac-cyrillic", "место проживания;ф и о;дата находки")],
    "mostly accented": [("shift_jis", "ぎゅ;パナマ"), ("iso-8859-7", "ΣΛΟΒΑΚΊΑ\x44\x45ΒΆΙ")],
    "whole words": [("cp866", "ТАИТА\tФОТО"), ("cp874", "12;นาง;Ana"), ("shift_jis", "12,さん,F")],
    "pairs of bytes": [("gb18030", "怠,斎田,漳"), ("shift_jis", "片岡"), ("cp437", "FAnguilëNombre")],
    "lone bytes": [("big5", "越南"), ("big5", "茅野"), ("gb18030", "衣索比亞 x 怐 Cruz")],
    "East Asian letters": [("big5", "法屬玻里尼西亞"), ("big5", "燙,別所,殂")],
}


@pytest.mark.parametrize("weight", WEIGHED)
def test_what_each_weight_is_for(weight: str) -> None:
    misread = [text for encoding, text in WEIGHED[weight] if decode(text.encode(encoding))[0] != text]
    assert misread == []


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    ],
)
def test_a_mark_names_the_encoding(mark: bytes, encoding: str, name: str) -> None:
    assert decode(mark + "Имя;Núñez".encode(encoding)) == ("Имя;Núñez", name)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_one_zero_in_eight_bytes_is_a_wide_text_without_its_mark(encoding: str) -> None:
    text = "имя;год;" * 8
    assert decode(text.encode(encoding)) == (text, encoding)


def test_one_zero_in_fifteen_bytes_is_damage() -> None:
    assert decode((b"x" * 14 + b"\x00") * 8)[1] == "utf-8"


@pytest.mark.parametrize(("good", "name"), [(5, "utf-8"), (4, "cp1250")])
def test_more_than_four_good_letters_for_each_broken_one_are_still_utf_8(good: int, name: str) -> None:
    text, found = decode(b"a\xc3\xb1o " * good + b"\xe9 ")
    assert ("\ufffd" in text) == (name == "utf-8")
    assert (found == "utf-8") == (name == "utf-8")


def test_letters_far_below_plain_lines_still_tell() -> None:
    text = "1;2\n" * 100_000 + "Номер;Имя\n1;Екатерина\n"
    assert decode(text.encode("koi8-u")) == (text, "koi8-u")


def test_plain_text_and_nothing_are_utf_8() -> None:
    assert decode(b"") == ("", "utf-8")
    assert decode(b"Folio;Nombre") == ("Folio;Nombre", "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text(content: bytes) -> None:
    text, name = decode(content)
    assert isinstance(text, str)
    assert codecs.lookup(name)
