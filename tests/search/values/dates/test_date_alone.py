"""Whether words say a date and nothing else."""

from search.values.dates.date_alone import is_date_alone


def test_a_day_or_month_among_small_words_is_a_date_and_words_of_a_story_are_none() -> None:
    dates = ("14 de mayo", "in May", "يوم 3 مارس", "about 12 Ramadan", "3 5")
    stories = ("it may be", "three weeks ago", "3 of us in a car", "he called in March", "")
    assert [text for text in dates if not is_date_alone(text)] == []
    assert [text for text in stories if is_date_alone(text)] == []
