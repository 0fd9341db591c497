"""Ages, heights and weights of a row, in the unit that its column or the column beside says."""

import pytest

from search.documents import WeightRange
from search.sheets.column_targets import Target
from tests.search.sheets.one_row import row_of


@pytest.mark.parametrize(
    ("header", "cell", "age"),
    [("Age in months", "30", 2), ("Edad (meses)", "8", 0), ("Edad", "8", 8)],
)
def test_a_header_says_the_unit_of_its_column(header: str, cell: str, age: int) -> None:
    found = row_of((Target.AGE, header, cell)).report.found
    assert found.age is not None
    assert (found.age.low, found.age.high) == (age, age)


@pytest.mark.parametrize(("unit", "age"), [("meses", 0), ("días", 0), ("años", 8), ("", 8)])
def test_a_column_of_units_says_the_unit_of_each_row(unit: str, age: int) -> None:
    found = row_of((Target.AGE, "Edad", "8"), (Target.WORDS, "Unidad de edad", unit)).report.found
    assert found.age is not None
    assert found.age.low == age


@pytest.mark.parametrize("code", ["-1", "99", "999", "99.9", "-9"])
def test_a_code_for_an_age_that_is_not_known_is_kept_in_words(code: str) -> None:
    read = row_of((Target.AGE, "Age", code), (Target.FULL_NAME, "Name", "Irma Soto"))
    assert read.report.found.age is None
    assert [note.words for note in read.report.found.notes] == [f"Age: {code}"]


def test_ninety_nine_is_an_age_as_the_end_of_a_range() -> None:
    found = row_of((Target.AGE_LOW, "Min", "80"), (Target.AGE_HIGH, "Max", "99")).report.found
    assert found.age is not None
    assert (found.age.low, found.age.high) == (80, 99)


def test_a_weight_beside_the_height_is_a_weight() -> None:
    found = row_of((Target.HEIGHT, "Talla y peso", "176 cm / 70 kg")).report.found
    assert found.height is not None
    assert (found.height.low_cm, found.height.high_cm) == (176, 176)
    assert found.weight == WeightRange(70, 70, written="70 kg")


@pytest.mark.parametrize(("age", "cell", "is_read"), [("40", "68", False), ("3", "98", True), ("", "98", True)])
def test_no_grown_person_is_as_small_as_a_child(age: str, cell: str, *, is_read: bool) -> None:
    read = row_of((Target.AGE, "Age", age), (Target.HEIGHT, "Height", cell))
    assert (read.report.found.height is not None) is is_read
    assert [warning.code for warning in read.warnings] == ["height_unread"] * (not is_read)
