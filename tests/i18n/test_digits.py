import datetime
from dataclasses import replace

import pytest

from i18n import locales
from i18n.digits import in_digits
from i18n.formats import distance, duration, moment, number
from i18n.partial_dates import full_date, partial_date

DAY = datetime.date(2021, 3, 21)


@pytest.fixture
def written_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """English as it would be for readers of the Solar Hijri calendar and of its digits."""
    rows = [replace(row, calendar="solar_hijri", digits="arabext") for row in locales.LOCALES if row.tag == "en"]
    monkeypatch.setattr(locales, "LOCALES", tuple(rows))


@pytest.mark.parametrize("tag", [row.tag for row in locales.LOCALES])
def test_the_languages_offered_now_write_0_to_9_and_the_gregorian_calendar(tag: str) -> None:
    assert in_digits(tag, "28 km") == "28 km"
    assert "2021" in full_date(tag, DAY)


@pytest.mark.usefixtures("written_otherwise")
def test_a_language_with_a_calendar_and_digits_of_its_own_is_written_in_them() -> None:
    assert full_date("en", DAY) == "۱ Hamal/Farvardin ۱۴۰۰"
    assert number("en", 1234.5) == "۱,۲۳۴.۵"
    assert distance("en", 20) == "۲۰ kilometres"
    assert duration("en", datetime.timedelta(days=3)) == "۳ days"
    assert moment("en", datetime.datetime(2021, 3, 21, 14, 2, tzinfo=datetime.UTC)).startswith(
        "۱ Hamal/Farvardin ۱۴۰۰, ۲:۰۲"
    )
    said = partial_date("en", DAY, DAY, "day", "ethiopian")
    assert "۱۲ Megabit ۲۰۱۳ Ethiopian" in said
