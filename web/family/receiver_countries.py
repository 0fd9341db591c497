"""The countries whose offices a family is asked about: those that it named, and any other by typing."""

from collections.abc import Iterable
from typing import NamedTuple

from matching.record import Place
from search.documents import Description
from search.vocabulary import ReceiverKind
from web.fields.asking_names import named
from web.fields.typed_names import COUNTRIES, country_codes

MOST = 4


class Meant(NamedTuple):
    """The country that a line names, else those that it may mean; neither where nobody knows it."""

    country: str = ""
    perhaps: tuple[str, ...] = ()


def meant(typed: str) -> Meant:
    """Which country a family typed. One that can be two is asked about, never chosen."""
    perhaps = tuple(code for code in named(typed, "country", lambda line: country_codes(line)[0]) if code in COUNTRIES)
    read = [code for code in country_codes(typed)[0] if code in COUNTRIES]
    if len(read) == 1 and not perhaps:
        return Meant(read[0])
    return Meant(perhaps=(perhaps or tuple(read))[:MOST])


def countries_named(sought: Description, kind: ReceiverKind) -> list[str]:
    """The countries of the road in which somebody may have been found, the last contact first.

    Of consulates also those that were left, behind all others: who fled from there is not asked about them first.
    Forensic services work where somebody died: never those that were left.
    """
    road = _road(sought)
    return (road if kind is ReceiverKind.FORENSIC_SERVICES else list(dict.fromkeys([*road, *_left(sought)])))[:MOST]


def _road(sought: Description) -> list[str]:
    journey = sought.journey
    places: list[Place | None] = [sought.event.place if sought.event else None]
    if journey is not None:
        places += [journey.destination, *(leg.destination for leg in reversed(journey.legs))]
    return _known(country for place in places if place for country in place.countries)


def _left(sought: Description) -> list[str]:
    departure = sought.journey.departure if sought.journey else None
    place = departure.place if departure else None
    return _known([*sought.nationalities, *(place.countries if place else ())])


def _known(codes: Iterable[str]) -> list[str]:
    return [code for code in dict.fromkeys(codes) if code in COUNTRIES]
