"""Last contact and finding on one line of time, and how far apart the two places are."""

import datetime
from dataclasses import dataclass

from i18n.formats import distance, duration
from matching.places.distance import haversine_km
from matching.record import Event, PartialDate, Place
from search.summaries import ProposalCard
from search.vocabulary import ReportKind
from web.committee.outline_map import point_of
from web.locale import gettext, language
from web.template_filters import shown_date

WIDTH = 1000
_LEAST = 10.0
# Widest interval that still says when something was: open ends reach to the beginning and the end of the calendar.
# The step of the scale by how many days it has to show.
_STEPS = (("day", 21), ("week", 120), ("month", 1100), ("year", 9000))
_MOST_DAYS = 40_000
_OPEN = datetime.timedelta(days=200 * 365)


@dataclass(frozen=True, slots=True)
class Span:
    """One side's interval in units of `WIDTH`, with its dates in words."""

    side: str
    x: float
    width: float
    dates: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The spans (none when a date is unknown), the time between them and the distance in words, empty if unknown.

    `ticks` are where a day, week, month or year begins (`step`, empty where the line is too short for a scale).
    """

    spans: tuple[Span, ...]
    between: str
    apart: str
    ticks: tuple[float, ...] = ()
    step: str = ""


def timeline(card: ProposalCard) -> Timeline:
    """What a card says about when and where."""
    sought, found = card.sought.event or Event(), card.found.event or Event()
    apart = _apart(sought.place, found.place)
    if sought.when is None or found.when is None:
        return Timeline((), "", apart)
    between = _seen if card.report_kind is ReportKind.WITNESS else _between
    spans = _spans(sought.when, found.when)
    step, ticks = _scale(sought.when, found.when) if spans else ("", ())
    return Timeline(spans, between(sought.when, found.when), apart, ticks, step)


def _spans(sought: PartialDate, found: PartialDate) -> tuple[Span, ...]:
    if any(when.latest - when.earliest > _OPEN for when in (sought, found)):
        return ()
    first = min(sought.earliest, found.earliest)
    days = (max(sought.latest, found.latest) - first).days + 1
    return tuple(_span(side, when, first, WIDTH / days) for side, when in (("sought", sought), ("found", found)))


def _scale(sought: PartialDate, found: PartialDate) -> tuple[str, tuple[float, ...]]:
    """The step of the scale, and where each begins."""
    first, last = min(sought.earliest, found.earliest), max(sought.latest, found.latest)
    days = (last - first).days + 1
    step = next((name for name, longest in _STEPS if days <= longest), "decade")
    every = (first + datetime.timedelta(days=at) for at in range(1, min(days, _MOST_DAYS)))
    begins = [day for day in every if _begins(step, day)]
    return step, tuple(round((day - first).days * WIDTH / days, 1) for day in begins)


def _begins(step: str, day: datetime.date) -> bool:
    if step == "week":
        return day.weekday() == 0
    if step == "month":
        return day.day == 1
    if step in ("year", "decade"):
        return (day.month, day.day) == (1, 1) and (step == "year" or day.year % 10 == 0)
    return True


def _span(side: str, when: PartialDate, first: datetime.date, unit: float) -> Span:
    width = max(((when.latest - when.earliest).days + 1) * unit, _LEAST)
    x = min((when.earliest - first).days * unit, WIDTH - width)
    return Span(side, round(x, 1), round(width, 1), shown_date(when))


def _between(sought: PartialDate, found: PartialDate) -> str:
    if found.earliest > sought.latest:
        return gettext("Found %(time)s after the last contact.", time=_length(found.earliest - sought.latest))
    if sought.earliest > found.latest:
        return gettext(
            "Found %(time)s before the last contact that the family remembers.",
            time=_length(sought.earliest - found.latest),
        )
    return gettext("The two times overlap.")


def _seen(sought: PartialDate, seen: PartialDate) -> str:
    """What a witness saw is no finding."""
    if seen.earliest > sought.latest:
        return gettext("Seen %(time)s after the last contact.", time=_length(seen.earliest - sought.latest))
    if sought.earliest > seen.latest:
        return gettext(
            "Seen %(time)s before the last contact that the family remembers.",
            time=_length(sought.earliest - seen.latest),
        )
    return gettext("The two times overlap.")


def _length(length: datetime.timedelta) -> str:
    return duration(language(), length)


def _apart(one: Place | None, other: Place | None) -> str:
    here, there = point_of(one), point_of(other)
    if here is None or there is None:
        return ""
    kilometres = haversine_km(here.latitude, here.longitude, there.latitude, there.longitude)
    return gettext("The two places are about %(distance)s apart.", distance=distance(language(), kilometres))
