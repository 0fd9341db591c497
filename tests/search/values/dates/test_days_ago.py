"""Words that count back from today."""

import datetime

from matching.record import DatePrecision
from search.values.dates.days_ago import read_days_ago

TODAY = datetime.date(2026, 11, 29)


def test_words_that_count_back_are_read_in_many_languages_as_finely_as_they_count() -> None:
    told = {
        "yesterday": "2026-11-28", "anteayer": "2026-11-27", "امس": "2026-11-28", "three weeks ago": "2026-11-08",
        "قبل أسبوعين": "2026-11-15", "hace 2 semanas": "2026-11-15", "دو هفته پیش": "2026-11-15",
        "দুই সপ্তাহ আগে": "2026-11-15", "il y a deux mois": "2026-09-01", "منذ شهر": "2026-10-01",
        "ከሁለት ሳምንት በፊት": "2026-11-15", "3 years ago": "2023-01-01",
    }  # fmt: skip
    found = {text: day.earliest.isoformat() for text in told if (day := read_days_ago(text, TODAY))}
    assert found == told
    week = read_days_ago("a week ago", TODAY)
    assert week is not None
    assert (week.precision, week.written) == (DatePrecision.ABOUT, "a week ago")


def test_anything_else_counts_no_days() -> None:
    others = ("ago", "a month ago we talked", "two weeks after Eid", "in May", "hace mucho tiempo", "99 weeks ago", "")
    assert [text for text in others if read_days_ago(text, TODAY)] == []
