"""What the cells of a column look like, as the share of them that reads as each kind of value."""

import pytest

from matching.record import Calendar
from search.sheets.cell_shapes import (
    SAMPLE,
    Shapes,
    calendar_of,
    date_order,
    has_numeric_dates,
    is_counter,
    is_date,
    number_values,
    sample,
)
from search.sheets.column_targets import Target


def share(target: Target, *values: str) -> float:
    return Shapes(list(values), ("en",)).share(target)


def test_sixty_cells_that_say_something_are_taken_from_the_whole_column() -> None:
    cells = [str(n) for n in range(600)] + [""] * 50
    assert SAMPLE == 60
    assert len(sample(cells)) == 60
    assert [int(cell) // 10 for cell in sample(cells)] == list(range(60))
    couples = ["m", "f"] * 60
    assert len(set(sample(couples))) == 2
    assert sample(["", "n/a", "x"]) == ["x"]
    assert len(sample(cells[:61])) == 60


@pytest.mark.parametrize(
    ("target", "value"),
    [
        (Target.SEX, "M"),
        (Target.SEX, "sexo masculino"),
        (Target.PHONES, "664-123-4567"),
        (Target.NATIONALITY, "Honduras"),
        (Target.COORDINATES, "31.79, 22.76"),
        (Target.AGE, "25"),
        (Target.AGE, "100"),
        (Target.HEIGHT, "1.75"),
        (Target.HEIGHT, "0.60"),
        (Target.HEIGHT, "215"),
        (Target.FULL_NAME, "Ana María Cruz"),
        (Target.FULL_NAME, "فاطمة علي"),
        (Target.MARKS, "scar on chest"),
        (Target.EFFECTS, "blue shirt"),
    ],
)
def test_a_cell_that_looks_like_its_kind_counts(target: Target, value: str) -> None:
    assert share(target, value) == 1.0


@pytest.mark.parametrize(
    ("target", "value"),
    [
        (Target.SEX, "q"),
        (Target.SEX, "a man of that house"),
        (Target.PHONES, "664-123"),
        (Target.PHONES, "12/08/2021"),
        (Target.PHONES, "calle 5 numero 6641234"),
        (Target.NATIONALITY, "HN"),
        (Target.COORDINATES, "31, 22"),
        (Target.AGE, "101"),
        (Target.AGE, "1.75"),
        (Target.HEIGHT, "0.59"),
        (Target.HEIGHT, "216"),
        (Target.HEIGHT, "25"),
        (Target.FULL_NAME, "Ana 2"),
        (Target.FULL_NAME, "NN"),
        (Target.FULL_NAME, "no one from here at all"),
        (Target.FULL_NAME, "A B C D E F G H"),
        (Target.FULL_NAME, "Honduras"),
        (Target.FULL_NAME, "Ana; Eva"),
        (Target.NOTES, "anything"),
    ],
)
def test_a_cell_that_does_not_counts_nothing(target: Target, value: str) -> None:
    assert share(target, value) == 0.0


def test_a_share_is_a_part_of_the_cells_and_none_of_no_cells() -> None:
    assert share(Target.SEX, "M", "F", "x9", "??") == 0.5
    assert share(Target.SEX) == 0.0


def test_own_numbers_are_codes_that_differ() -> None:
    assert share(Target.SENDER_NUMBER, "SH-1", "SH-2") == 1.0
    assert share(Target.SENDER_NUMBER, "1", "2") == pytest.approx(0.6)
    assert share(Target.SENDER_NUMBER, "SH-1", "SH-1") == 0.5
    assert share(Target.SENDER_NUMBER, "x1" * 16, "one two 3") == 0.0


@pytest.mark.parametrize("text", ["12/08/2021", "agosto 2021", "2021-08"])
def test_whole_and_partial_dates_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["2021", "2021.0", "123456", "1234567", "20210812", "hola"])
def test_plain_numbers_and_words_are_not(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("values", "counter"),
    [
        (["1", "2", "3"], True),
        (["0", "1"], True),
        (["1"], True),
        (["2", "3"], False),
        (["1", "3"], False),
        (["1", "x"], False),
        ([], False),
    ],
)
def test_a_counter_begins_at_one_and_misses_none(values: list[str], *, counter: bool) -> None:
    assert is_counter(values) is counter


def test_numbers_may_have_a_point_or_a_comma() -> None:
    assert number_values(["1", "-2,5", "+3.25", "٤", "x", "1.2.3"]) == [1.0, -2.5, 3.25, 4.0]


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["13/04/2021"], ("dmy", True)),
        (["04/13/2021"], ("mdy", True)),
        (["2021-04-13"], ("ymd", True)),
        (["32/04/13"], ("ymd", True)),
        (["12/12/2021"], ("", False)),
        (["hola"], ("", False)),
        (["13/04/2021", "04/13/2021", "04/13/2021"], ("mdy", True)),
        (["13/04/2021"] * 5 + ["04/13/2021"] * 2, ("dmy", False)),
        (["13/04/2021"] * 10 + ["04/13/2021"] * 2, ("dmy", True)),
    ],
)
def test_the_order_of_dates_is_proved_by_numbers_over_twelve(values: list[str], order: tuple[str, bool]) -> None:
    assert date_order(values) == order


def test_three_numbers_need_an_order() -> None:
    assert has_numeric_dates(["x", "12/12/2021"])
    assert not has_numeric_dates(["12 de agosto de 2021", "2021"])


@pytest.mark.parametrize(
    ("values", "language", "calendar"),
    [
        (["1443/01/02"], "fa", Calendar.HIJRI),
        (["1411/01/02"], "fa", Calendar.HIJRI),
        (["1410/01/02"], "fa", Calendar.SOLAR_HIJRI),
        (["1400/01/02"], "fa", Calendar.SOLAR_HIJRI),
        (["1405/01/02"], "ar", Calendar.HIJRI),
        (["1404/01/02"], "ar", Calendar.SOLAR_HIJRI),
        (["2021/01/02"], "ar", ""),
        (["1443/01/02", "x", "y"], "ar", ""),
        (["1443/01/02", "2021", "2022"], "ar", ""),
    ],
)
def test_the_years_of_a_column_show_its_calendar(values: list[str], language: str, calendar: str) -> None:
    assert calendar_of(values, language) == calendar
