"""A day of the week is no month, and tells which number is the day."""

import pytest

from search.values.dates.weekdays import without_weekday


@pytest.mark.parametrize(
    ("text", "left", "day"),
    [
        ("Sat, 01/03/2026", "01/03/2026", 6),
        ("Mar. 13/01/2026", "13/01/2026", 2),
        ("Mar 12 mai 1990", "12 mai 1990", 2),
        ("sábado 12 de mayo de 1990", "12 de mayo de 1990", 6),
        ("Sat May 12 1990", "May 12 1990", 6),
        ("الجمعة 13/01/2026", "13/01/2026", 5),
        ("يوم السبت 12/05/1990", "12/05/1990", 6),
        ("пятница, 12.05.1990", "12.05.1990", 5),
        ("12/05/1990 (Saturday)", "12/05/1990", 6),
        ("12.05.1990, Samstag", "12.05.1990", 6),
    ],
)
def test_the_day_of_the_week_is_taken_off(text: str, left: str, day: int) -> None:
    assert without_weekday(text) == (left, day)


@pytest.mark.parametrize(
    "text", ["Mar-90", "Mar 1990", "12 Mar 1990", "Sep 12, 1990", "circa 1990", "12/05/1990", "Mar 5 2020"]
)
def test_a_month_and_any_other_word_stay(text: str) -> None:
    assert without_weekday(text) == (text, 0)
