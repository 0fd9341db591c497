"""Header words mean a field in any of the lexicon's languages, alone, among others, or misspelt."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.header_words import EXACT, GROUP, is_known_header, read_header


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Fecha de nacimiento", Target.BIRTH_DATE),
        ("caseNumber", Target.SENDER_NUMBER),
        ("CASE_NUMBER", Target.SENDER_NUMBER),
        ("Edad", Target.AGE),
        ("الجنس", Target.SEX),
        ("Apellidos", Target.FAMILY),
    ],
)
def test_a_known_phrase_is_sure_however_it_is_spaced(header: str, target: Target) -> None:
    assert max(s.score for s in read_header(header) if s.target is target) == EXACT
    assert is_known_header(header.replace("caseNumber", "case number"))


def test_the_parts_of_a_bilingual_header_count_a_little_less_each() -> None:
    scores = [
        next(s.score for s in read_header(h) if s.target is Target.AGE) for h in ("Edad", "Edad / Xx", "Xx / Edad")
    ]
    assert scores == pytest.approx([1.0, 0.97, 0.93])


def test_words_among_others_count_by_their_length_and_first_place() -> None:
    first, later = (next(s.score for s in read_header(h) if s.target is Target.AGE) for h in ("edad zzzz", "zzzz edad"))
    assert first == pytest.approx(0.45 + 0.45 * 0.5 + 0.05)
    assert later == pytest.approx(0.45 + 0.45 * 0.5)
    assert read_header("edad x")[0].score == pytest.approx(0.45 + 0.45 * 0.8 + 0.05)


def test_a_misspelt_word_is_believed_less() -> None:
    sense = next(s for s in read_header("Nacionalidda") if s.target is Target.NATIONALITY)
    assert 0.85 * 0.84 <= sense.score < 0.85
    assert read_header("qxzw") == ()


def test_a_group_helps_where_both_together_are_known() -> None:
    senses = read_header(f"Fecha{GROUP}Nacimiento")
    assert senses[0].target is Target.BIRTH_DATE


@pytest.mark.parametrize("header", ["", " ", "---", "Xyzzy"])
def test_an_unknown_header_says_nothing(header: str) -> None:
    assert read_header(header) == ()
    assert not is_known_header(header)


def test_the_best_reading_comes_first_with_its_languages() -> None:
    senses = read_header("Nombre completo de la madre")
    assert [s.score for s in senses] == sorted((s.score for s in senses), reverse=True)
    assert "es" in read_header("Apellidos")[0].languages


def test_a_hundred_and_twenty_characters_are_read() -> None:
    assert read_header("x " * 60 + "edad") == ()
