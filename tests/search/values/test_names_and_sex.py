"""Names as they were written, and the letters for sex as the whole column means them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import NameKind, Sex
from search.values.names_and_sex import read_names, read_sex, sex_coding, sex_word


@pytest.mark.parametrize(
    ("values", "language", "coding"),
    [
        (["H", "M"], "es", {"h": "male", "m": "female"}),
        (["M", "F"], "it", {"m": "male", "f": "female"}),
        (["V", "M"], "nl", {"v": "female", "m": "male"}),
        (["V", "M"], "es", {"v": "male", "m": "female"}),
        (["m", "w"], "de", {"m": "male", "w": "female"}),
        (["E", "K"], "tr", {"e": "male", "k": "female"}),
        (["Α", "Θ"], "el", {"α": "male", "θ": "female"}),
        (["м", "ж"], "ru", {"м": "male", "ж": "female"}),
        (["1", "2"], "en", {"1": "male", "2": "female"}),
        (["ذكر", "أنثى"], "ar", {"ذكر": "male", "انثي": "female"}),
        (["M"], "fr", {"m": "male"}),
    ],
)
def test_sex_letters_are_read_from_the_whole_column(values: list[str], language: str, coding: dict[str, str]) -> None:
    assert sex_coding(values, language).items() >= coding.items()


def test_an_undetermined_sex_is_understood_as_not_known() -> None:
    assert read_sex("Indeterminado", {}) == (None, True)
    assert read_sex("mujer", {}) == (Sex.FEMALE, True)
    assert read_sex("qwerty", {}) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "NN",
        "N.N.",
        "Desconocido",
        "unknown",
        "Unidentified male #4",
        "inconnu",
        "مجهول الهوية",
        "неизвестный",
        "John Doe",
        "-",
        "sin identificar",
        "?",
        "X",
        "αγνώστων στοιχείων",
    ],
)
def test_words_for_no_name_are_no_name(text: str) -> None:
    assert read_names(text) == ()


@pytest.mark.parametrize("text", ["Nada", "Nil", "Maria de la O García", "RODRÍGUEZ PÉREZ, JUAN", "سالم", "No Kwang"])
def test_names_stay_as_written(text: str) -> None:
    assert [(name.text, name.kind) for name in read_names(text)] == [(text, NameKind.FULL)]


def test_other_names_in_the_cell_are_kept_apart() -> None:
    names = {(name.text, name.kind) for name in read_names('Juan "Pepe" Cruz alias El Chino')}
    assert names == {("Juan Cruz", NameKind.FULL), ("Pepe", NameKind.NICKNAME), ("El Chino", NameKind.NICKNAME)}


@pytest.mark.parametrize(
    ("values", "language", "coding"),
    [
        (["H", "F", "M"], "fr", {"h": "male", "f": "female", "m": "male"}),
        (["H", "F", "M"], "es", {"h": "male", "f": "female", "m": "female"}),
        (["H"], "es", {"h": "male"}),
        (["V"], "es", {"v": "male"}),
        (["V"], "en", {}),
        (["1.0", "2.0", "9"], "en", {"1": "male", "2": "female", "9": "unknown"}),
        (["Hombre", "F"], "es", {"hombre": "male", "f": "female"}),
        (["x"], "en", {}),
    ],
)
def test_a_letter_means_what_stands_beside_it(values: list[str], language: str, coding: dict[str, str]) -> None:
    found = sex_coding(values, language)
    assert {key: found.get(key) for key in coding} == coding
    assert coding or found == {}


def test_a_word_for_sex_among_others_counts_where_only_one_sex_is_named() -> None:
    assert sex_word("sexo masculino") == "male"
    assert sex_word("hombre o mujer") == ""
    assert sex_word("m") == ""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Cruz (Anita)", [("Ana Cruz", NameKind.FULL), ("Anita", NameKind.NICKNAME)]),
        ("Ana Cruz (Ana Cruz Paz)", [("Ana Cruz", NameKind.FULL), ("Ana Cruz Paz", NameKind.FULL)]),
        ("Ana Cruz or Ana Paz", [("Ana Cruz", NameKind.FULL), ("Ana Paz", NameKind.FULL)]),
        ("Ana Cruz / Ana Paz", [("Ana Cruz", NameKind.FULL), ("Ana Paz", NameKind.FULL)]),
        ("Ana Cruz, alias: La China", [("Ana Cruz", NameKind.FULL), ("La China", NameKind.NICKNAME)]),
        ("Mr. John Paz", [("John Paz", NameKind.FULL)]),
        ("Don Paz", [("Don Paz", NameKind.FULL)]),
        ("Ana Cruz; 12", [("Ana Cruz; 12", NameKind.FULL)]),
        ("Ana or Ana", [("Ana", NameKind.FULL)]),
        ("12345", []),
    ],
)
def test_each_form_of_a_name_once(text: str, names: list[tuple[str, NameKind]]) -> None:
    assert [(name.text, name.kind) for name in read_names(text)] == names


def test_the_first_two_hundred_characters_are_a_name() -> None:
    assert [len(name.text) for name in read_names("x" * 300)] == [200]


def test_a_column_of_given_names_makes_given_names() -> None:
    assert [name.kind for name in read_names("Ana", NameKind.GIVEN)] == [NameKind.GIVEN]


def test_sex_and_whether_it_was_understood() -> None:
    assert read_sex("1", {"1": "male"}) == (Sex.MALE, True)
    assert read_sex("1.0", {"1": "male"}) == (Sex.MALE, True)
    assert read_sex("", {}) == (None, True)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(name.text for name in read_names(text))


def test_a_sex_that_is_denied_is_not_said() -> None:
    assert sex_word("not male") == ""
    assert sex_word("adult male") == "male"
