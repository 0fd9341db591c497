"""The words of a header name a thing and turn it; about the record there is nothing to file."""

import pytest

from search.sheets.column_targets import Target
from search.sheets.header_grammar import meaning, read_parts


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("fecha de nacimiento", Target.BIRTH_DATE),
        ("lieu de décès", Target.FOUND_PLACE),
        ("Sterbedatum", Target.FOUND_DATE),
        ("baba adi", Target.FATHER),
        ("телефон родственников", Target.CONTACT_PHONES),
        ("تاريخ الاستشهاد", Target.FOUND_DATE),
        ("home city", Target.RESIDENCE),
        ("coordinate luogo morte", Target.COORDINATES),
        ("name of officer", Target.REPORTER),
    ],
)
def test_a_thing_and_its_turn_have_a_meaning_together(header: str, target: Target) -> None:
    assert meaning(read_parts(header).parts) is target
    assert read_parts(header).whole


@pytest.mark.parametrize("header", ["date", "city", "number", "xyzzy", "", "date modified", "birth"])
def test_a_word_alone_and_the_keeping_of_records_have_none(header: str) -> None:
    assert meaning(read_parts(header).parts) is None


def test_a_word_that_stands_for_nothing_is_left_over() -> None:
    assert not read_parts("fecha de xyzzy").whole
    assert read_parts("data di nascita").languages == {"it"}
