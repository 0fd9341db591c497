"""Words in some cells of a column tell the calendar of the figures in the others."""

import pytest

from search.values.dates.column_calendars import buddhist_told, calendar_told


@pytest.mark.parametrize(
    ("values", "calendar"),
    [
        (["13/6/1991", "Meskerem 1 1993", "5/13/1990"], "ethiopian"),
        (["1/2/2012", "ጥር 5 1990", "ሰኔ 1 1985 ዓ.ም"], "ethiopian"),
        (["5 Tir 1990", "5 Hamle 1990"], "ethiopian"),
        (["69/2/22", "۲۲ اردیبهشت ۱۳۶۹"], "solar_hijri"),
        (["12/5/1410", "5 رمضان 1415"], "hijri"),
        (["12/05/1990", "5 May 1990"], ""),
        (["5 Aban 1369", "1 رمضان 1415"], ""),
        (["5 Tir 1990"], ""),
        (["5 Hamle 1990", *["12 May 1990"] * 3], ""),
        (["5 Hamle 1990", *["12/05/1990"] * 20], ""),
        ([], ""),
    ],
)
def test_one_calendar_that_is_named_in_words_holds_for_the_column(values: list[str], calendar: str) -> None:
    assert calendar_told(values) == calendar


@pytest.mark.parametrize(
    ("values", "header", "told"),
    [
        (["2/9/2569", "2/9/69"], "Date", True),
        (["16/07/33"], "วันเกิด", True),
        (["16/07/33 B.E."], "Born", True),
        (["16/07/33"], "Born", False),
        (["16/07/33", "1990", "2533"], "Born", False),
        ([], "Date", False),
    ],
)
def test_figures_signs_and_letters_tell_the_buddhist_era(values: list[str], header: str, *, told: bool) -> None:
    assert buddhist_told(values, header) is told
