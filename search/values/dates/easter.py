"""Easter Sunday of the western and the eastern churches, by the rules of Gauss and Meeus."""

import datetime

# Between the Julian and the Gregorian calendar from 1900 to 2099.
_DAYS_APART = 13


def easter_west(year: int) -> datetime.date:
    """Easter Sunday of the western churches."""
    golden = year % 19
    century, rest = divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def easter_east(year: int) -> datetime.date:
    """Easter Sunday of the eastern and the Ethiopian churches, in the Gregorian calendar; true from 1900 to 2099."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(days=_DAYS_APART)
