"""How old both sides take the person to be, as bars on one scale of years."""

import datetime
from dataclasses import dataclass

from matching.record import Event
from search.documents import Description
from search.summaries import ProposalCard
from web.values_in_words import span_words

WIDTH = 1000
OLDEST, STEP = 90, 10
_YEAR = 365.25
_LEAST_YEARS = 1


@dataclass(frozen=True, slots=True)
class AgeBar:
    """One side's ages in units of `WIDTH`, and in words."""

    side: str
    x: float
    width: float
    years: str


@dataclass(frozen=True, slots=True)
class AgeBars:
    """Both sides' bars, and where a decade begins."""

    bars: tuple[AgeBar, ...]
    ticks: tuple[float, ...]


def age_bars(card: ProposalCard) -> AgeBars | None:
    """The ages at the day of the finding; None where a side tells neither an age nor a birth."""
    day = _day(card.found) or _day(card.sought)
    if day is None:
        return None
    sides = {side: _ages(person, day) for side, person in (("sought", card.sought), ("found", card.found))}
    bars = tuple(_bar(side, *ages) for side, ages in sides.items() if ages)
    if len(bars) < len(sides):
        return None
    return AgeBars(bars, tuple(WIDTH * age / OLDEST for age in range(STEP, OLDEST, STEP)))


def _day(person: Description) -> datetime.date | None:
    when = (person.event or Event()).when
    return when.latest if when else None


def _ages(person: Description, day: datetime.date) -> tuple[int, int] | None:
    if person.birth is not None:
        least, most = ((day - born).days / _YEAR for born in (person.birth.latest, person.birth.earliest))
        return (int(least), int(most)) if least >= 0 and most <= OLDEST else None
    if person.age is None:
        return None
    later = round((day - (_day(person) or day)).days / _YEAR)
    return max(0, person.age.low + later), person.age.high + later


def _bar(side: str, low: int, high: int) -> AgeBar:
    unit = WIDTH / OLDEST
    first, last = min(low, OLDEST - _LEAST_YEARS), min(high + 1, OLDEST)
    return AgeBar(side, round(first * unit, 1), round(max(last - first, _LEAST_YEARS) * unit, 1), span_words(low, high))
