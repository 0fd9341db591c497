"""Single values of a JSON request are read in each of the shapes they come in."""

import datetime

import pytest

from matching.record import DatePrecision, NameKind, PhoneRole
from search.files.request_values import (
    Json,
    ValueReader,
    age_of,
    as_list,
    as_text,
    document_of,
    flat,
    height_of,
    names_of,
    phone_of,
    place_of,
)

TODAY = datetime.date(2024, 6, 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "yes"),
        (False, "no"),
        (3.0, "3"),
        (3.5, "3.5"),
        (1e15, "1000000000000000.0"),
        (7, "7"),
        ("  Ana ", "Ana"),
        (None, ""),
        ([1], ""),
        ({"a": 1}, ""),
        ("x" * 4001, "x" * 4000),
    ],
)
def test_a_plain_value_is_a_bounded_text(value: Json, text: str) -> None:
    assert as_text(value) == text


def test_a_single_value_is_a_list_of_one_and_a_list_is_bounded() -> None:
    assert (as_list(None), as_list("x"), as_list([1, 2])) == ([], ["x"], [1, 2])
    assert len(as_list([1] * 101)) == 100


def test_objects_and_lists_are_compact_words() -> None:
    assert flat({"a": ["ñ"]}) == '{"a": ["ñ"]}'
    assert (flat({}), flat([]), flat(" x ")) == ("", "", "x")
    assert len(flat(["x" * 5000])) == 4000


def test_names_as_texts_and_objects_each_once() -> None:
    value: Json = [
        "Ana",
        {"full": "Ana Cruz", "kind": "spelling_on_papers", "script": "Latn"},
        "Ana",
        {"given": "Eva"},
        5,
    ]
    assert [(n.text, n.kind, n.language) for n in names_of(value)] == [
        ("Ana", NameKind.FULL, ""),
        ("Ana Cruz", NameKind.SPELLING_ON_PAPERS, "Latn"),
        ("Eva", NameKind.GIVEN, ""),
        ("5", NameKind.FULL, ""),
    ]
    assert names_of({"full": "Ana", "kind": "no such"}, NameKind.NICKNAME)[0].kind is NameKind.NICKNAME


def test_a_phone_is_a_text_or_an_object_with_its_role() -> None:
    assert phone_of("123", PhoneRole.SOUGHT) == ("123", PhoneRole.SOUGHT)
    assert phone_of({"number": 123, "role": "companion"}, PhoneRole.SOUGHT) == ("123", PhoneRole.COMPANION)
    assert phone_of({"value": "123", "role": "aunt"}, PhoneRole.SOUGHT) == ("123", PhoneRole.SOUGHT)


def test_a_document_is_words_or_an_object() -> None:
    words = document_of("Pasaporte A1234567")
    coded = document_of({"kind": "identity_card", "number": "E1", "country": "Ethiopia"})
    named = document_of({"type": "Pasaporte", "number": "A1", "country": "apatride"})
    assert words is not None
    assert coded is not None
    assert named is not None
    assert (words.kind, words.number) == ("passport", "A1234567")
    assert (coded.kind, coded.number, coded.country) == ("identity_card", "E1", "ET")
    assert (named.kind, named.country) == ("passport", "")
    assert document_of({"country": "ET"}) is None
    assert document_of("") is None


@pytest.mark.parametrize(
    ("value", "span"),
    [
        (25, (25, 25)),
        ("25-30", (25, 30)),
        ([20, 30], (20, 30)),
        ({"low": 20, "high": 30}, (20, 30)),
        ({"min": 0, "max": 30}, (0, 30)),
        ({"from": 20}, (20, 20)),
        ([20, 25, 30], None),
        ({}, None),
    ],
)
def test_an_age_is_a_number_words_or_a_pair(value: Json, span: tuple[int, int] | None) -> None:
    age = age_of(value)
    assert ((age.low, age.high) if age else None) == span


def test_a_height_comes_in_the_same_shapes() -> None:
    height = height_of({"low_cm": 170, "high_cm": 175})
    assert height is not None
    assert (height.low_cm, height.high_cm) == (170, 175)


def test_a_place_is_words_or_an_object_with_coordinates_and_countries() -> None:
    place = place_of({"city": "Altar", "region": "Sonora", "lat": 0, "lng": -112, "countries": ["MX", "Marte"]})
    assert place is not None
    assert (place.text, place.latitude, place.longitude, place.countries) == ("Altar, Sonora", 0.0, -112.0, ("MX",))
    half = place_of({"city": "Altar", "lat": 30})
    assert half is not None
    assert half.latitude is None
    assert place_of({}) is None
    assert place_of(None) is None


def test_a_date_is_written_or_an_interval() -> None:
    reader = ValueReader(TODAY)
    interval = reader.date({"from": "2021-03", "to": "2021-05", "written": "spring"})
    assert interval is not None
    assert (interval.earliest.isoformat(), interval.latest.isoformat()) == ("2021-03-01", "2021-05-31")
    assert (interval.precision, interval.written) == (DatePrecision.RANGE, "spring")
    alone, turned = reader.date({"latest": "2021-05"}), reader.date({"from": "2022", "to": "2021"})
    assert alone is not None
    assert turned is not None
    assert (alone.latest.month, turned.earliest.year) == (5, 2022)
    born, seen = reader.birth("1998-01-01"), reader.date("1998-01-01")
    assert born is not None
    assert seen is not None
    assert (born.precision, seen.precision) == (DatePrecision.YEAR, DatePrecision.DAY)


def test_an_event_keeps_in_words_what_has_no_field() -> None:
    reader = ValueReader(TODAY)
    event = reader.event({"when": "the rains", "place": {"city": "Altar"}, "weather": "hot", "empty": ""})
    assert event is not None
    assert event.place is not None
    assert (event.when, event.place.text) == (None, "Altar")
    assert reader.warnings == [("last_contact", "date_unread")]
    assert reader.unread == ["last_contact: the rains", "last_contact.weather: hot"]
    assert reader.event("nothing") is None
    assert reader.event({}) is None
