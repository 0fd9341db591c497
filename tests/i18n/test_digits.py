import datetime
from dataclasses import replace

import pytest

from i18n import locales
from i18n.digits import in_digits
from i18n.formats import distance, duration, moment, number
from i18n.partial_dates import full_date, partial_date
from i18n.written_forms import gregorian_day

DAY = datetime.date(2021, 3, 21)


@pytest.fixture
def written_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """English as it would be for readers of the Solar Hijri calendar and of its digits."""
    rows = [replace(row, calendar="solar_hijri", digits="arabext") for row in locales.LOCALES if row.tag == "en"]
    monkeypatch.setattr(locales, "LOCALES", tuple(rows))


def test_every_language_writes_0_to_9_as_telephone_numbers_references_and_papers_do() -> None:
    for row in locales.LOCALES:
        assert in_digits(row.tag, "28 km") == "28 km"
        assert "2021" in gregorian_day(row.tag, DAY), row.tag


@pytest.mark.usefixtures("written_otherwise")
def test_a_language_with_a_calendar_and_digits_of_its_own_is_written_in_them() -> None:
    assert full_date("en", DAY) == "۱ Hamal/Farvardin ۱۴۰۰ (۲۱ March ۲۰۲۱)"
    assert number("en", 1234.5) == "۱,۲۳۴.۵"
    assert distance("en", 20) == "۲۰ kilometres"
    assert duration("en", datetime.timedelta(days=3)) == "۳ days"
    assert moment("en", datetime.datetime(2021, 3, 21, 14, 2, tzinfo=datetime.UTC)).startswith(
        "۱ Hamal/Farvardin ۱۴۰۰ (۲۱ March ۲۰۲۱), ۲:۰۲"
    )
    said = partial_date("en", DAY, DAY, "day", "ethiopian")
    assert "۱۲ Megabit ۲۰۱۳ Ethiopian" in said
