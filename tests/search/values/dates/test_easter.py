"""Easter Sunday against the days on which it was held."""

from search.values.dates.easter import easter_east, easter_west


def test_easter_is_the_day_on_which_it_was_held() -> None:
    west = [easter_west(year).isoformat() for year in (1961, 2000, 2021, 2024, 2025)]
    assert west == ["1961-04-02", "2000-04-23", "2021-04-04", "2024-03-31", "2025-04-20"]
    east = [easter_east(year).isoformat() for year in (2000, 2021, 2024, 2025)]
    assert east == ["2000-04-30", "2021-05-02", "2024-05-05", "2025-04-20"]
