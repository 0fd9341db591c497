"""Names as they were written: what of a cell is a name, and whose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import NameKind
from search.values.name_cells import read_name_cell, read_names

FULL, FAMILY, MOTHER, FATHER, MAIDEN, NICKNAME = (
    NameKind.FULL, NameKind.FAMILY, NameKind.MOTHER, NameKind.FATHER, NameKind.MAIDEN, NameKind.NICKNAME,
)  # fmt: skip


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


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert all(name.text for name in read_names(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("FNU Rahman", [("Rahman", FULL)]),
        ("Diallo (prénom inconnu)", [("Diallo", FULL)]),
        ("Rojas, nombre desconocido", [("Rojas", FULL)]),
        ("XXXX Keita", [("Keita", FULL)]),
        ("@N.N. Soto", [("Soto", FULL)]),
        ("Paciente Irma Soto", [("Irma Soto", FULL)]),
        ("NN (posible Irma Soto)", [("Irma Soto", FULL)]),
    ],
)
def test_the_part_of_a_name_that_is_not_known_is_left_out(text: str, names: list[tuple[str, NameKind]]) -> None:
    assert [(name.text, name.kind) for name in read_names(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Infant of Irma Soto", [("Irma Soto", MOTHER)]),
        ("B/O Irma Soto", [("Irma Soto", MOTHER)]),
        ("Son of Idris Bello", []),
        ("Son of Yusuf Bello", [("Yusuf Bello", FATHER)]),
        ("Daughter of Irma Soto (3 yrs)", [("Irma Soto", MOTHER)]),
        ("Hijo de Pedro Soto", [("Pedro Soto", FATHER)]),
        ("Bebé de Irma Soto", [("Irma Soto", MOTHER)]),
        ("Fille de Fanta Keita", [("Fanta Keita", MOTHER)]),
        ("Sohn von Musa Bello", [("Musa Bello", FATHER)]),
        ("ابن كريم داود", [("كريم داود", FATHER)]),
        ("رضيعة ليلى حداد", []),
        ("طفلة فاطمة حداد", [("فاطمة حداد", MOTHER)]),
        ("نوزاد مریم احمدی", [("مریم احمدی", MOTHER)]),
        ("сын Ивана Белова", []),
        ("Ayşe Yılmaz bebeği", [("Ayşe Yılmaz", MOTHER)]),
        ("Irma Soto's baby", [("Irma Soto", MOTHER)]),
        ("Idris Bello's wife", []),
        ("hijo del señor Pedro Soto", [("Pedro Soto", FATHER)]),
        ("فرزند کریم احمدی", [("کریم احمدی", FATHER)]),
        ("Wife of Idris Bello", []),
        ("Viuda de Pedro Soto", []),
        ("زوجة كريم داود", []),
        ("Mère de Moussa Keita", []),
        ("BB Soto", [("Soto", FAMILY)]),
        ("Baby Girl Bello", [("Bello", FAMILY)]),
        ("Nouveau-né Keita", [("Keita", FAMILY)]),
    ],
)
def test_who_is_told_by_somebody_else_has_no_name_of_their_own(text: str, names: list[tuple[str, NameKind]]) -> None:
    assert [(name.text, name.kind) for name in read_names(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Muthu s/o Raman", "Baby Kumari", "Ahmed of Kabul", "أبو بكر", "Hassan ibn Ali", "Ana Torres de Gómez",
        "José Ortega y Gasset", "Santiago Ramón y Cajal", "João Costa e Silva Pereira", "SOTO RÍOS, Irma Elena",
        "Sean O Brien", "Ng'ang'a Mwangi", "Lady Johana Soto", "Malcolm X", "N. D. Silva", "Nee Soon", "Maria de la O",
    ],
)  # fmt: skip
def test_a_name_that_looks_like_something_else_stays_whole(text: str) -> None:
    cell = read_name_cell(text)
    assert [(name.text, name.kind) for name in cell.names] == [(text, FULL)]
    assert not cell.is_several


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Bello née Soto", [("Jane Bello", FULL), ("Soto", MAIDEN)]),
        ("Petra Lang, geb. Vogt", [("Petra Lang", FULL), ("Vogt", MAIDEN)]),
        ("Ольга Белова (урожд. Зимина)", [("Ольга Белова", FULL), ("Зимина", MAIDEN)]),
        ("Ewa Lis z domu Sowa", [("Ewa Lis", FULL), ("Sowa", MAIDEN)]),
        ("Pedro Soto (a) El Gato", [("Pedro Soto", FULL), ("El Gato", NICKNAME)]),
        ("Pedro 'Gato' Soto", [("Pedro Soto", FULL), ("Gato", NICKNAME)]),
        ("佐藤「ケン」健", [("佐藤健", FULL), ("ケン", NICKNAME)]),
        ("Fanta Keita (Fifi)", [("Fanta Keita", FULL), ("Fifi", NICKNAME)]),
        ("J. M. R. S. (menor)", [("J. M. R. S.", FULL)]),
    ],
)
def test_maiden_names_nicknames_and_initials_are_known_as_such(text: str, names: list[tuple[str, NameKind]]) -> None:
    assert [(name.text, name.kind) for name in read_names(text)] == names


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Irma Soto y su familia", ["Irma Soto"]),
        ("Fanta Keita et ses enfants", ["Fanta Keita"]),
        ("Irma Soto + 3 hijos", ["Irma Soto"]),
        ("ليلى حداد وأولادها", ["ليلى حداد"]),
        ("Irma Soto, Pedro Ríos, Eva Paz", []),
        ("Irma Soto, Pedro Soto", []),
        ("Irma Soto y Pedro Ríos", []),
        ("Irma Soto & Pedro Ríos", []),
        ("Irma Soto / Pedro Ríos", []),
        ("Familia Soto Ríos", []),
        ("3 hermanos Soto", []),
        ("Pedro y Irma Soto", []),
        ("Irma Soto y otros", ["Irma Soto"]),
        ("Brothers Bello", []),
        ("عائلة حداد", []),
    ],
)
def test_several_people_in_a_cell_are_seen(text: str, first: list[str]) -> None:
    cell = read_name_cell(text)
    assert cell.is_several
    assert [name.text for name in cell.names] == first


def test_of_is_a_word_for_or_in_dutch_alone() -> None:
    assert [name.text for name in read_names("Jan of Piet", language="nl")] == ["Jan", "Piet"]
    assert [name.text for name in read_names("Jan of Piet", language="en")] == ["Jan of Piet"]


@pytest.mark.parametrize("text", ["Lucho\nEl Gato", "Lucho; El Gato", "Lucho, El Gato"])
def test_each_nickname_of_a_cell_is_one(text: str) -> None:
    assert [(name.text, name.kind) for name in read_names(text, NICKNAME)] == [
        ("Lucho", NICKNAME),
        ("El Gato", NICKNAME),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Juan Pérez\nMaría López",
        "1. Juan\n2. María",
        "- Juan Pérez\n- María",
        "Juan Pérez (padre)\r\nLuis Pérez (hijo)",
        "Иванов Иван\nИванова Анна",
        "محمد أحمد علي\nفاطمة أحمد علي",
        "王建国\n李小红",
        "Ana e Luis Silva",
        "Ali ile Ayşe Yılmaz",
        "Jan van der Berg en Piet de Vries",
    ],
)
def test_several_people_on_lines_of_one_cell_or_with_a_word_between_make_no_name(text: str) -> None:
    assert read_name_cell(text).is_several
    assert read_name_cell(text).names == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Juan\nPérez", ["Juan Pérez"]),
        ("María del Carmen\nde la Cruz", ["María del Carmen de la Cruz"]),
        ("محمد علي\nMohammad Ali", ["محمد علي", "Mohammad Ali"]),
        ("Maria Silva e Souza", ["Maria Silva e Souza"]),
        ("Dice llamarse Juan Pérez", ["Juan Pérez"]),
        ("Nombre: Juan Pérez", ["Juan Pérez"]),
        ("Петро Іваненко (зі слів)", ["Петро Іваненко"]),
        ("Juan N.", ["Juan N."]),
        ("Hijo de NN", []),
        ("Son NN", ["Son"]),
        ("ชายไทยไม่ทราบชื่อ", []),
        ("Н/У жен.", []),
    ],
)
def test_one_name_on_two_lines_and_words_before_it(text: str, names: list[str]) -> None:
    cell = read_name_cell(text)
    assert not cell.is_several
    assert [name.text for name in cell.names] == names


def test_what_stands_behind_a_maiden_name_and_a_comma_goes_on_with_the_name() -> None:
    assert [name.text for name in read_names("Müller geb. Schmidt, Anna")] == ["Müller, Anna", "Schmidt"]


@pytest.mark.parametrize(
    "text",
    [
        *('=HYPERLINK("http://x.org")', "=A2", "#REF!", "#¿NOMBRE?", "{{name}}", "${full_name}", "<%= name %>"),
        *(
            "C:\\Users\\ana\\photo.png",
            "../photos/ana",
            "/srv/photos/12",
            "IMG_2044.jpg",
            "see photo DSC-12.jpeg",
            "lista.xlsx",
        ),
        *('["Ana","Cruz"]', '{"name": "Ana"}', "undefined", "<img src=x>", "<script>alert(1)</script>"),
        *("ana.cruz@mail.org", "https://example.org/ana.cruz", "www.example.org/ana", "mailto:ana@example.org"),
    ],
)
def test_what_a_program_left_in_the_cell_is_no_name(text: str) -> None:
    assert read_names(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Cruz ana@example.org", "Ana Cruz"),
        ("<b>Ana</b> Cruz<br>", "Ana Cruz"),
        ("Ana Cruz (ver foto IMG_12.jpg)", "Ana Cruz"),
        ("Mohamed.Ali", "Mohamed.Ali"),
        ("J. P. R. G.", "J. P. R. G."),
        ("Null", "Null"),
        ("Nan Li", "Nan Li"),
        ("/Smith/", "Smith"),
    ],
)
def test_a_name_beside_what_a_program_left_is_read(text: str, name: str) -> None:
    assert [one.text for one in read_names(text)] == [name]
