"""The last contact and the journey as a family answers them."""

import pytest

from matching.record import Event, NameKind, PersonName, Place, PlacePrecision
from search.documents import Journey
from tests.web.family.answers import PLACE, RICH, SEASON, answered, problems_of, read, unchanged
from web.family.steps.road import JOURNEY, LAST_CONTACT


def test_a_changed_place_leaves_the_remembered_time_as_it_was() -> None:
    answers = {**unchanged(LAST_CONTACT, RICH), "place-text": ["Tripoli"], "place-country": ["LY"]}
    assert read(LAST_CONTACT, RICH, answers).sought.event == Event(SEASON, Place("Tripoli", ("LY",)))


def test_a_changed_time_leaves_the_place_as_it_was() -> None:
    answers = {**unchanged(LAST_CONTACT, RICH), "when-year": ["2022"], "when-calendar": ["gregorian"]}
    event = read(LAST_CONTACT, RICH, answers).sought.event
    assert event is not None
    assert event.when is not None
    assert (event.when.earliest.year, event.place) == (2022, PLACE)


def test_what_was_heard_belongs_to_the_journey() -> None:
    case = answered("last-contact", channel="a call", what_was_said="They were at sea.")
    assert case.sought.journey == Journey(channel="a call", what_was_said="They were at sea.")
    assert case.sought.event is None


def test_where_from_and_where_to_are_two_places() -> None:
    case = answered("journey", **{"departure-text": "Asmara", "destination-country": "DE", "departed-year": "2021"})
    departure = case.journey.departure
    assert departure is not None
    assert departure.when is not None
    assert (departure.place, departure.when.earliest.year) == (Place("Asmara"), 2021)
    assert case.journey.destination == Place(countries=("DE",), precision=PlacePrecision.COUNTRY)


def test_companions_are_whole_names_and_one_that_was_struck_out_is_gone() -> None:
    case = answered("journey", **{"companions-0": "Amanuel", "companions-1": ""})
    assert case.journey.companions == (PersonName("Amanuel", NameKind.FULL),)
    assert read(JOURNEY, RICH, {**unchanged(JOURNEY, RICH), "companions-0": [""]}).journey.companions == ()


def test_an_unchanged_companion_keeps_what_was_noted_of_the_name() -> None:
    after = read(JOURNEY, RICH, {**unchanged(JOURNEY, RICH), "vessel": ["a blue boat"]}).journey
    assert (after.vessel, after.companions) == ("a blue boat", RICH.journey.companions)
    assert after.legs == RICH.journey.legs


@pytest.mark.parametrize(
    ("typed", "readable"), [("1", True), ("5000", True), ("0", False), ("5001", False), ("many", False)]
)
def test_people_on_board_are_a_number_that_a_vessel_can_carry(typed: str, *, readable: bool) -> None:
    assert (problems_of("journey", aboard=typed) == []) is readable


def test_a_time_that_is_no_date_is_explained_wherever_it_is_asked() -> None:
    for slug, field in (("last-contact", "when"), ("journey", "departed")):
        (message,) = problems_of(slug, **{f"{field}-year": "2021", f"{field}-month": "2", f"{field}-day": "30"})
        assert message.startswith("There is no such date in the calendar chosen here.")
