"""Where something happened, from words and coordinates in whatever way they were written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import PlacePrecision
from search.values.place_texts import coordinate, coordinates, is_only_coordinates, read_place


@pytest.mark.parametrize(
    "text",
    [
        "31.795, 22.76",
        "31,795; 22,76",
        "31°47'42\"N 22°45'36\"E",
        "N 31.795 E 22.76",
        "31.795 / 22.760",
        "(31.795,22.76)",
    ],
)
def test_coordinates_in_one_cell(text: str) -> None:
    assert coordinates(text) == (31.795, 22.76)


def test_western_and_southern_coordinates_are_negative() -> None:
    assert coordinate("110,5 W", 180.0) == -110.5
    assert coordinate("N31.5", 90.0) == 31.5
    assert coordinate("95", 90.0) is None
    assert coordinates("0, 0") is None


@pytest.mark.parametrize(
    ("text", "countries", "precision"),
    [
        ("Sabratha, Libya", ("LY",), PlacePrecision.MUNICIPALITY),
        ("Libia", ("LY",), PlacePrecision.COUNTRY),
        ("US-Mexico border crossing", ("US", "MX"), PlacePrecision.ROUTE),
        ("Off Almeria, Spain - departure from Oran, Algeria", ("ES",), PlacePrecision.MUNICIPALITY),
        ("Altar, Sonora", ("MX",), PlacePrecision.MUNICIPALITY),
        ("near Tucson, Arizona", ("US",), PlacePrecision.MUNICIPALITY),
        ("somewhere", (), PlacePrecision.MUNICIPALITY),
    ],
)
def test_places_know_their_countries(text: str, countries: tuple[str, ...], precision: PlacePrecision) -> None:
    place = read_place(text)
    assert place is not None
    assert (place.text, place.countries, place.precision) == (text, countries, precision)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("110.50, 31.25", (31.25, 110.5)),
        ("W 110.5, N 31.5", None),
        ("31.50 N, 110.50 W", (31.5, -110.5)),
        ("22.76 E / 31.80 N", (31.8, 22.76)),
        ("-31.795, -22.760", (-31.795, -22.76)),
        ("90.00, 180.00", (90.0, 180.0)),
        ("90.01, 180.00", None),
        ("90.00, 180.01", None),
        ("0.00, 0.00", None),
        ("0.00, 10.00", (0.0, 10.0)),
        ("31\u066b79, 22\u066b76", (31.79, 22.76)),
        ("camp 12", None),
        ("31.7952", None),
    ],
)
def test_a_pair_is_put_in_order_by_its_letters_and_size(text: str, found: tuple[float, float] | None) -> None:
    assert coordinates(text) == found


@pytest.mark.parametrize(
    ("text", "limit", "value"),
    [
        ("90", 90.0, 90.0),
        ("90.01", 90.0, None),
        ("-180", 180.0, -180.0),
        ("31,5 S", 90.0, -31.5),
        ("10 O", 180.0, -10.0),
        ("31°30'N", 90.0, 31.5),
        ("31°30'36\"S", 90.0, -31.51),
        ("-31°30'", 90.0, -31.5),
        ("norte", 90.0, None),
    ],
)
def test_one_coordinate_in_degrees(text: str, limit: float, value: float | None) -> None:
    assert coordinate(text, limit) == value


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Sonora desert", PlacePrecision.REGION),
        ("Unspecified location, Libya", PlacePrecision.REGION),
        ("...", PlacePrecision.UNKNOWN),
        ("Libya", PlacePrecision.COUNTRY),
        ("road to the south of Libya", PlacePrecision.MUNICIPALITY),
        ("31.795, 22.76", PlacePrecision.POINT),
    ],
)
def test_words_say_how_exactly_a_place_is_known(text: str, precision: PlacePrecision) -> None:
    place = read_place(text)
    assert place is not None
    assert place.precision is precision


def test_a_column_of_coordinates_goes_before_those_in_the_words() -> None:
    place = read_place("31.795, 22.76", 10.5, 20.5)
    assert place is not None
    assert (place.latitude, place.longitude) == (10.5, 20.5)


def test_half_a_pair_is_no_point() -> None:
    place = read_place("Altar", 30.7)
    assert place is not None
    assert (place.latitude, place.longitude) == (None, None)


def test_nothing_written_is_no_place() -> None:
    assert read_place("  ") is None
    assert read_place("", 30.7, -111.8) is not None


def test_one_state_is_a_sign_of_its_country_and_two_countries_states_are_none() -> None:
    arizona, both = read_place("calle Arizona"), read_place("Arizona y Sonora")
    assert arizona is not None
    assert both is not None
    assert (arizona.countries, both.countries) == (("US",), ())


@given(st.text(max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    place = read_place(text)
    assert place is None or place.text == text.strip()
    assert coordinates(text) is None or all(abs(c) <= 180 for c in coordinates(text) or ())


def test_a_cell_is_understood_as_a_whole_where_nothing_else_stands_in_it() -> None:
    assert all(
        is_only_coordinates(cell)
        for cell in (
            "31.79, 22.76",
            "31°47'42\"N 22°45'36\"E",
        )
    )
    assert not any(
        is_only_coordinates(cell)
        for cell in (
            "31.79, 22.76 by the well",
            "no",
        )
    )
