"""Known phrases are met whole, by their telling words, shortened, and inside longer headers."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.header_phrases import is_known, known, likely, phrases, shortened


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("nombre completo de la persona", Target.FULL_NAME),
        ("¿Qué edad tiene aproximadamente?", Target.AGE),
        ("Quel est son prénom ?", Target.GIVEN),
        ("Qual é o sexo da pessoa?", Target.SEX),
        ("No. de carpeta", Target.SENDER_NUMBER),
        ("_place_found_latitude", Target.LATITUDE),
    ],
)
def test_joints_and_the_words_of_a_question_turn_nothing(header: str, target: Target) -> None:
    best, *_ = known(header)
    assert (best.target, best.certain) == (target, True)


def test_joints_are_those_of_the_phrase_s_own_language() -> None:
    assert known("Eş adı") == []


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Staatsangeh.", Target.NATIONALITY),
        ("Гражд-во", Target.NATIONALITY),
        ("Fec. Nac.", Target.BIRTH_DATE),
        ("Fam.-Stand", Target.MARITAL_STATUS),
        ("Sit. fam.", Target.MARITAL_STATUS),
        ("Bem.", Target.NOTES),
    ],
)
def test_beginnings_of_the_words_of_one_phrase_are_that_phrase(header: str, target: Target) -> None:
    assert [(sense.target, sense.certain) for sense in shortened(header)] == [(target, True)]


@pytest.mark.parametrize("header", ["N.", "A.B.", "Staatsangehörigkeit", "Xyz.", ""])
def test_what_is_not_shortened_or_stands_for_nothing_is_not_guessed(header: str) -> None:
    assert shortened(header) == ()


def test_a_phrase_inside_a_longer_header_is_only_likely() -> None:
    assert not any(sense.certain for sense in likely("fecha de nacimiento xyzzy"))
    assert likely("") == ()
    assert is_known("Date of birth")
    assert "dateofbirth" in phrases()
