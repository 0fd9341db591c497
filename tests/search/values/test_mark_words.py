"""A mortuary and a mother describe the same mark in different words; both become the same codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.values.mark_words import read_marks, scan_marks


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "left forearm scar"),
        ("en", "scar, left forearm"),
        ("es", "cicatriz, antebrazo izquierdo"),
        ("es", "cicatriz en el antebrazo izq."),
        ("fr", "cicatrice avant-bras gauche"),
        ("it", "avambraccio sinistro: cicatrice"),
        ("pt", "cicatriz no antebraço esquerdo"),
        ("de", "Narbe am linken Unterarm"),
        ("nl", "litteken op linker onderarm"),
        ("ar", "ندبة على الساعد الأيسر"),
        ("fa", "جای زخم روی ساعد چپ"),
        ("tr", "sol ön kolda yara izi"),
        ("el", "ουλή στον αριστερό πήχη"),
        ("ru", "шрам на левом предплечье"),
        ("uk", "шрам на лівому передпліччі"),
        ("es", "sicatriz antebraso izquierdo"),
    ],
)
def test_one_scar_in_thirteen_languages(language: str, text: str) -> None:
    assert [(m.kind, m.place, m.side) for m in read_marks(text, (language,)).marks] == [("scar", "forearm", "left")]


@pytest.mark.parametrize(
    ("language", "text", "marks"),
    [
        ("es", "tatuaje corazón, cuello", [("tattoo", "neck", "", "heart")]),
        (
            "es",
            "mancha de nacimiento, pie izquierdo; quemadura, dedo",
            [("birthmark", "foot", "left", ""), ("burn", "finger", "", "")],
        ),
        (
            "it",
            "dente mancante; frattura pregressa, braccio",
            [("missing_tooth", "", "", ""), ("healed_fracture", "upper_arm", "", "")],
        ),
        ("fr", "dent en or", [("gold_tooth", "", "", "")]),
        (
            "en",
            "scars on left arm and right leg",
            [("scar", "upper_arm", "left", ""), ("scar", "lower_leg", "right", "")],
        ),
        (
            "es",
            "cicatriz en abdomen, tatuaje de la Virgen en espalda",
            [("scar", "abdomen", "", ""), ("tattoo", "back", "", "virgin_mary")],
        ),
        ("fr", "tatouage (rose) avant-bras droit", [("tattoo", "forearm", "right", "rose")]),
        ("en", "burn scar, chest", [("burn", "chest", "", "")]),
        ("ar", "missing tooth", [("missing_tooth", "", "", "")]),
        ("es", "sin tatuajes", []),
        ("es", "ninguna", []),
        ("ar", "بدون وشم", []),
        ("el", "χωρίς τατουάζ", []),
        ("fr", "sans tatouage", []),
        ("uk", "без татуювання", []),
        ("en", "tattoo, not clear", [("tattoo", "", "", "")]),
    ],
)
def test_marks_of_a_cell(language: str, text: str, marks: list[tuple[str, str, str, str]]) -> None:
    assert [(m.kind, m.place, m.side, m.motif) for m in read_marks(text, (language,)).marks] == marks


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("surgical scar from operation", ["scar"]),
        ("scar from burn", ["burn"]),
        ("scar, mole", ["scar", "mole"]),
    ],
)
def test_two_words_for_one_mark_are_one(text: str, marks: list[str]) -> None:
    assert [mark.kind for mark in read_marks(text, ("en",)).marks] == marks


def test_a_second_place_repeats_the_mark_before_it() -> None:
    found = read_marks("scar on left arm, chest", ("en",)).marks
    assert [(m.kind, m.place, m.words) for m in found] == [
        ("scar", "upper_arm", "scar on left arm"),
        ("scar", "chest", "scar on left arm, chest"),
    ]


def test_forty_marks_are_kept_and_four_thousand_characters_read() -> None:
    text = "; ".join(
        f"{motif} tattoo {place}"
        for motif in ("rose", "heart", "cross", "lion", "star", "skull", "eagle")
        for place in ("chest", "back", "neck", "left wrist", "right wrist", "left foot", "right foot")
    )
    assert len(read_marks(text, ("en",)).marks) == 40
    assert len(scan_marks(text, ("en",))) == 40
    assert read_marks("x" * 3999 + "; scar on chest", ("en",)).marks == ()


def test_words_that_are_not_understood_are_handed_back() -> None:
    assert read_marks("cicatriz; algo raro", ("es",)).left == ("algo raro",)
    assert read_marks("n/a", ("en",)).left == ()


def test_free_text_gives_only_what_is_certain() -> None:
    text = "Fue encontrado en forma inconsciente cerca de la mano del río, tiene tatuaje de león en el pecho"
    assert [(m.kind, m.place, m.motif) for m in scan_marks(text, ("es",))] == [("tattoo", "chest", "lion")]
    assert scan_marks("had a scar when we last met her", ("en",)) == ()
    assert [m.kind for m in scan_marks("scar", ("en",))] == ["scar"]


@given(st.text(max_size=120), st.sampled_from(["en", "es", "ar", "ru", "xx"]))
def test_no_words_break_the_reader(text: str, language: str) -> None:
    assert all(mark.kind for mark in (*read_marks(text, (language,)).marks, *scan_marks(text, (language,))))


@pytest.mark.parametrize("cell", ["رداء", "حذاء", "غطاء"])
def test_an_arabic_word_that_ends_in_a_hamza_is_not_lost(cell: str) -> None:
    read = read_marks(cell, ("ar",))
    assert read.left or read.marks
