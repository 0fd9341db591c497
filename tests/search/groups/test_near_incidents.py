"""A record is near an incident in place and time, or nothing is said where too many would do."""

import datetime
from typing import Any

import pytest
from sqlalchemy import insert

from matching.record import DatePrecision, Event, MatchRecord, PartialDate, Place, PlacePrecision, Side
from search.groups.near_incidents import MOST, KnownIncident, incident_keys, near_incidents, nearest
from search.models import Incident
from search.storage.database import Database

DAY = datetime.date(2025, 6, 10)
ZUWARA = Place("Zuwara", ("LY",), 32.93, 12.08, PlacePrecision.MUNICIPALITY)


def incident(
    name: str = "one", day: datetime.date = DAY, last: datetime.date | None = None, **changes: Any
) -> KnownIncident:
    said: dict[str, Any] = {
        "source_id": name, "first_day": day, "last_day": last or day, "latitude": 33.1, "longitude": 12.1,
        "place": "20 km off Zuwara, Libya", "route": "", "dead": 3, "missing": 40, "survivors": None, "source": "",
    }  # fmt: skip
    return KnownIncident(**{**said, **changes})


def event(day: datetime.date = DAY, last: datetime.date | None = None, place: Place = ZUWARA) -> Event:
    return Event(PartialDate(day, last or day), place)


def near(one: Event, *incidents: KnownIncident) -> list[str]:
    return [found.source_id for found in nearest(one, incidents)]


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


@pytest.mark.parametrize(("after", "said"), [(-16, False), (-15, True), (0, True), (45, True), (46, False)])
def test_from_fifteen_days_before_to_forty_five_after(after: int, said: bool) -> None:  # noqa: FBT001 - a table's column
    assert near(event(DAY + days(after)), incident()) == (["one"] if said else [])


@pytest.mark.parametrize(("latitude", "said"), [(33.1, True), (34.2, True), (34.4, False), (-33.1, False)])
def test_within_some_hundred_and_fifty_kilometres(latitude: float, said: bool) -> None:  # noqa: FBT001 - a table's column
    assert near(event(), incident(latitude=latitude)) == (["one"] if said else [])


def test_an_interval_is_near_when_any_of_its_days_is() -> None:
    month = event(datetime.date(2025, 5, 1), datetime.date(2025, 5, 31))
    assert near(month, incident()) == ["one"]
    whole_month = incident(day=datetime.date(2025, 6, 1), last=datetime.date(2025, 6, 30))
    assert near(event(datetime.date(2025, 8, 14)), whole_month) == ["one"]


def test_a_year_alone_on_either_side_says_nothing() -> None:
    year = event(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))
    assert near(year, incident()) == []
    assert near(event(), incident(day=datetime.date(2025, 1, 1), last=datetime.date(2025, 12, 31))) == []


@pytest.mark.parametrize("precision", [PlacePrecision.ROUTE, PlacePrecision.COUNTRY, PlacePrecision.REGION])
def test_a_place_that_is_wider_than_the_distance_says_nothing(precision: PlacePrecision) -> None:
    assert near(event(place=Place("", (), 33.0, 12.0, precision)), incident()) == []


@pytest.mark.parametrize("words", ["Central Mediterranean", "Libya", "", "sea", "Somewhere nobody knows"])
def test_words_that_name_a_sea_a_country_or_nothing_known_say_nothing(words: str) -> None:
    assert near(event(place=Place(words)), incident(place=f"off {words}", latitude=None, longitude=None)) == []
    assert near(event(place=Place(words)), incident()) == []


def test_a_place_without_coordinates_is_near_where_its_words_are_known() -> None:
    assert near(event(place=Place("Zuwara, Libya", ("LY",))), incident()) == ["one"]
    assert near(event(place=Place("Zuwara")), incident(latitude=None, longitude=None)) == ["one"]
    assert near(event(), incident(latitude=None, longitude=None)) == ["one"]
    assert near(event(place=Place("Sabha, Libya", ("LY",))), incident()) == []


def test_the_nearest_come_first_and_no_more_than_eight() -> None:
    many = [incident(f"i{n:02}", DAY - days(n)) for n in range(20)]
    assert near(event(), *reversed(many)) == [f"i{n:02}" for n in range(MOST)]


def test_where_too_many_fit_nothing_is_said() -> None:
    crowd = [incident(f"i{n:02}") for n in range(25)]
    assert near(event(), *crowd) == []
    a_month = event(datetime.date(2025, 6, 1), datetime.date(2025, 6, 30))
    assert near(a_month, *crowd[:9]) == []
    assert len(near(a_month, *crowd[:8])) == 8
    by_words = event(place=Place("Zuwara"))
    assert near(by_words, *crowd[:9]) == []


@pytest.mark.parametrize("one", [None, Event(), Event(place=ZUWARA), Event(PartialDate(DAY, DAY))])
def test_without_a_date_or_a_place_nothing_is_said(one: Event | None, database: Database) -> None:
    with database.reading() as session:
        assert near_incidents(session, one) == ()
    assert nearest(one or Event(), [incident()]) == ()


def test_the_query_finds_what_the_function_finds(database: Database) -> None:
    stored = [
        incident("near"),
        incident("far", latitude=10.0, place="Elsewhere"),
        incident("long ago", DAY - days(200)),
        incident("named", latitude=None, longitude=None),
        incident("named elsewhere", latitude=None, longitude=None, place="Calais, France"),
        incident("whole month", datetime.date(2025, 5, 1), datetime.date(2025, 5, 31)),
    ]
    with database.transaction() as session:
        session.execute(insert(Incident), [{**_columns(one), "region": "", "origins": ""} for one in stored])
    for place in (ZUWARA, Place("Zuwara")):
        with database.reading() as session:
            found = near_incidents(session, event(place=place))
        assert found == nearest(event(place=place), stored)
        assert {one.source_id for one in found} == {"near", "named", "whole month"}
    with database.reading() as session:
        view = MatchRecord(side=Side.SOUGHT, event=event())
        assert incident_keys(session, view) == {"incident:near", "incident:named", "incident:whole month"}


def test_a_date_line_divides_no_neighbours() -> None:
    place = Place("", (), 52.0, 179.9, PlacePrecision.POINT)
    assert near(event(place=place), incident(latitude=52.0, longitude=-179.9)) == ["one"]


def test_precision_of_a_date_is_its_interval() -> None:
    about = Event(PartialDate(DAY, DAY + days(32), DatePrecision.ABOUT), ZUWARA)
    assert nearest(about, [incident()]) == ()


def _columns(one: KnownIncident) -> dict[str, object]:
    return {name: getattr(one, name) for name in KnownIncident.__dataclass_fields__}
