"""Identity documents out of a cell: the kind, and the number as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.identity_documents import document_kind, read_documents, without_labels


@pytest.mark.parametrize(
    ("text", "header", "kind", "number"),
    [
        ("Pasaporte A1234567", "", "passport", "A1234567"),
        ("L7648088", "Documento", "", "L7648088"),
        ("12345678", "DNI", "identity_card", "12345678"),
        ("UNHCR card 123-45C67890", "", "refugee_card", "123-45C67890"),
    ],
)
def test_documents_have_kind_and_number(text: str, header: str, kind: str, number: str) -> None:
    assert [(d.kind, d.number) for d in read_documents(text, header)] == [(kind, number)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("AB 123 456", ["AB 123 456"]),
        ("Pasaporte ABCD 123 456", ["123 456"]),
        ("A1234567; B7654321", ["A1234567", "B7654321"]),
        ("A1234567 y B7654321", ["A1234567", "B7654321"]),
        ("Passport No. 1234567", ["1234567"]),
        ("№1234567", ["1234567"]),
        ("123", ["123"]),
        ("12", ["12"]),
        ("1-2; A1234567", ["A1234567"]),
        ("٠١٢٣٤٥", ["012345"]),
        ("pasaporte", ["pasaporte"]),
        ("", []),
    ],
)
def test_numbers_stand_as_written(text: str, numbers: list[str]) -> None:
    assert [document.number for document in read_documents(text)] == numbers


@pytest.mark.parametrize(
    ("words", "kind"), [("Pasaporte", "passport"), ("passport no", "passport"), ("carta", ""), ("", "")]
)
def test_words_name_a_kind(words: str, kind: str) -> None:
    assert document_kind(words) == kind


def test_the_words_of_the_cell_go_before_those_of_the_header() -> None:
    assert [d.kind for d in read_documents("Pasaporte A1234567", "DNI")] == ["passport"]


def test_three_hundred_characters_are_read() -> None:
    assert [d.number for d in read_documents("x" * 295 + " A1234567")] == ["A123"]


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(document.number for document in read_documents(text))


def test_a_label_before_a_number_is_left_out_and_nothing_else() -> None:
    assert without_labels("Nr. 4711 expira").split() == ["4711", "expira"]


@pytest.mark.parametrize(("cell", "number"), [("12345678.0", "12345678"), ("Pasaporte 0001234567", "0001234567")])
def test_a_float_is_the_number_that_was_typed_and_zeros_in_front_stay(cell: str, number: str) -> None:
    assert [document.number for document in read_documents(cell)] == [number]
