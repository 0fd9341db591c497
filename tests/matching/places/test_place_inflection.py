"""Names of places as sentences bend them."""

import pytest

from matching.names.scripts import Script
from matching.places.place_folding import fold_name
from matching.places.place_inflection import other_forms
from matching.places.tables import read_rows


@pytest.mark.parametrize(
    ("bent", "alone"),
    [
        ("بطرابلس", "طرابلس"),
        ("وطرابلس", "طرابلس"),
        ("кременчуком", "кременчук"),
        ("киеве", "киев"),
        ("לתלאביב", "תלאביב"),
        ("ከአዲስ", "አዲስ"),
        ("ঢাকায়", "ঢাকা"),
    ],
)
def test_what_a_language_writes_together_with_a_name_is_taken_off(bent: str, alone: str) -> None:
    assert alone in set(other_forms(fold_name(bent)))


def test_a_script_that_bends_no_names_has_no_other_forms() -> None:
    assert set(other_forms("zuwara")) == set()


def test_three_letters_of_the_name_are_left() -> None:
    assert list(other_forms("بطرا")) == ["طرا"]
    assert list(other_forms("بطر")) == []
    assert list(other_forms("ом")) == []


def test_every_row_takes_something_off_a_script_of_the_engine() -> None:
    for script, before, ending, _instead in read_rows("place_affixes.tsv"):
        assert script in set(Script)
        assert (before, ending) != ("-", "-")
