"""The order and calendar of dates come from a column's own cells, its header, or its neighbours."""

import pytest

from matching.record import Calendar
from search.sheets.cell_evidence import Column
from search.sheets.cell_shapes import Shapes, date_order
from search.sheets.column_dates import orders_agreed, with_dates
from search.sheets.column_mapping import ColumnGuess
from search.sheets.column_targets import Target


def dated(header: str, *values: str, language: str = "en", target: Target = Target.FOUND_DATE) -> ColumnGuess:
    column = Column(0, header, (), list(values), Shapes(list(values), (language,)))
    return with_dates(ColumnGuess(0, header, target), column, language)


@pytest.mark.parametrize(
    ("values", "order", "doubt"),
    [
        (["13/04/2021"], "dmy", ""),
        (["04/13/2021"], "mdy", ""),
        (["2021-04-13"], "ymd", ""),
        (["03/04/2021"], "", "date_order"),
        (["12 April 2021"], "", ""),
    ],
)
def test_cells_prove_an_order_or_leave_a_doubt(values: list[str], order: str, doubt: str) -> None:
    found = dated("Date", *values)
    assert (found.order, found.doubt) == (order, doubt)


@pytest.mark.parametrize(
    ("header", "calendar"),
    [("تاريخ هجري", Calendar.HIJRI), ("تاریخ شمسی", Calendar.SOLAR_HIJRI), ("Date", "")],
)
def test_a_header_names_a_calendar(header: str, calendar: str) -> None:
    assert dated(header, "05/06/12").calendar == calendar


def test_the_years_name_a_calendar_where_the_header_does_not() -> None:
    assert dated("Date", "1443/13/01").calendar == Calendar.HIJRI


def test_other_columns_and_answered_orders_stay_as_they_are() -> None:
    assert dated("Age", "03/04/2021", target=Target.AGE) == ColumnGuess(0, "Age", Target.AGE)
    answered = ColumnGuess(0, "Date", Target.FOUND_DATE, order="mdy")
    column = Column(0, "Date", (), ["13/04/2021"], Shapes(["13/04/2021"], ("en",)))
    assert with_dates(answered, column, "en") is answered


def agreed(language: str, *guesses: ColumnGuess) -> list[tuple[str, str]]:
    return [(guess.order, guess.doubt) for guess in orders_agreed(guesses, language)]


DOUBTED = ColumnGuess(0, "Date", Target.FOUND_DATE, doubt="date_order")


def test_a_column_that_proves_nothing_takes_the_order_of_one_that_does() -> None:
    proved = ColumnGuess(1, "Born", Target.BIRTH_DATE, order="mdy")
    assert agreed("en", DOUBTED, proved) == [("mdy", ""), ("mdy", "")]


def test_years_first_say_nothing_of_a_neighbour() -> None:
    years = ColumnGuess(1, "Born", Target.BIRTH_DATE, order="ymd")
    assert agreed("es", DOUBTED, years) == [("dmy", ""), ("ymd", "")]


def test_without_proof_days_come_first_and_only_english_asks() -> None:
    assert agreed("es", DOUBTED) == [("dmy", "")]
    assert agreed("en", DOUBTED) == [("dmy", "date_order")]
    other = ColumnGuess(0, "Date", Target.FOUND_DATE, doubt="second_column")
    assert agreed("es", other) == [("dmy", "second_column")]


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["1990-05-12", "16-07-68", "1991-01-02"], ("dmy", True)),
        (["1990-05-12", "1991-01-02"], ("ymd", True)),
        (["1990-05-12", "03/04/1991"], ("", False)),
        (["Sat, 01/03/2026", "Thu, 01/01/2026"], ("mdy", True)),
        (["sáb 03/01/2026", "mié 07/01/2026"], ("dmy", True)),
        (["68/07/16", "69/02/03"], ("ymd", True)),
    ],
)
def test_a_year_in_front_proves_nothing_of_other_cells_and_a_weekday_does(
    values: list[str], order: tuple[str, bool]
) -> None:
    assert date_order(values) == order
