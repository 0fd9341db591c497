"""A description in words: the same wherever it is shown, in the language of the reader."""

import datetime
from collections.abc import Iterator

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.record import (
    AgeRange,
    DatePrecision,
    Effect,
    Event,
    HeightRange,
    Mark,
    NameKind,
    PartialDate,
    PersonName,
    Place,
    Remains,
    Sex,
    Trait,
)
from search.documents import Answer, Description, FieldNote, Journey, Medical
from search.fields.table import catalogue, list_of
from web.description_fields import all_fields, stated_fields
from web.values_in_words import Value, listed

NOTED = [
    row.path
    for row in catalogue().values()
    if row.section == "description" and row.widget and list_of(row.path) is None
]
PERSON = Description(
    names=(PersonName("አሚና"), PersonName("Amina", NameKind.NICKNAME)),
    sex=Sex.FEMALE,
    birth=PartialDate(datetime.date(1990, 1, 1), datetime.date(1990, 12, 31), DatePrecision.YEAR, written="c. 1990"),
    age=AgeRange(30, 35, estimated=True),
    nationalities=("ER",),
    stateless=True,
    languages=("ti",),
    event=Event(place=Place(countries=("LY",), latitude=32.9, longitude=12.1)),
    journey=Journey(destination=Place("Roma", ("IT",)), companions=(PersonName("Yonas"),)),
    height=HeightRange(165, 165),
    traits=(Trait("eyes", "brown"),),
    marks=(Mark("scar", "forearm", "left", "", "from a burn"),),
    effects=(Effect("headscarf", "green"),),
    medical=Medical(illnesses="asthma"),
    remains=Remains.UNKNOWN,
)


@pytest.fixture(autouse=True)
def reader(unconnected_family: Flask) -> Iterator[None]:
    """Somebody who reads English."""
    with unconnected_family.test_request_context():
        yield


def values(path: str, person: Description = PERSON) -> tuple[Value, ...]:
    """What one field says."""
    return next(field.values for field in all_fields(person) if field.path == f"description.{path}")


def test_every_field_of_the_table_is_shown_once_and_in_the_order_of_the_table() -> None:
    paths = [field.path for field in all_fields(Description())]
    described = [row for row in catalogue().values() if row.section == "description" and row.widget]
    alone = [row.path.partition(":")[0] for row in described if list_of(row.path) is None]
    assert sorted(paths) == sorted(set(alone))
    assert paths == [path for path in catalogue() if path in paths]
    assert paths == [field.path for field in all_fields(PERSON)]


def test_no_two_fields_are_called_alike() -> None:
    labels = [field.label for field in all_fields(Description())]
    assert len(labels) == len(set(labels))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paths=st.lists(st.sampled_from(NOTED), unique=True, min_size=1))
def test_whatever_was_noted_under_a_field_is_shown(paths: list[str]) -> None:
    notes = tuple(FieldNote(field=path, words=f"words of {path}") for path in paths)
    shown = [value.text for field in stated_fields(Description(notes=notes)) for value in field.values]
    assert sorted(shown) == sorted(f"“words of {path}”" for path in paths)


def test_what_nobody_said_is_not_told() -> None:
    assert stated_fields(Description()) == ()
    assert "description.remains" not in {field.path for field in stated_fields(PERSON)}


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("names", (Value("አሚና"), Value("Amina", "Nickname"))),
        ("sex", (Value("Female"),)),
        ("birth", (Value("1990", "c. 1990"),)),
        ("age", (Value("\u206630–35\u2069 years", "estimated"),)),
        ("nationalities", (Value("Eritrea"),)),
        ("stateless", (Value("Yes"),)),
        ("languages", (Value("Tigrinya"),)),
        ("event.place", (Value("Libya"),)),
        ("journey.destination", (Value("Roma · Italy"),)),
        ("journey.companions", (Value("Yonas"),)),
        ("height", (Value("165 cm"),)),
        ("traits", (Value("Brown eyes"),)),
        ("marks", (Value("Scar · Forearm · On their left · \u2068from a burn\u2069"),)),
        ("effects", (Value("Headscarf · Green"),)),
        ("medical.illnesses", (Value("asthma"),)),
    ],
)
def test_a_field_is_told_in_words(code: str, shown: tuple[Value, ...]) -> None:
    assert values(code) == shown


def test_a_place_known_by_its_point_alone_is_told_by_it() -> None:
    somewhere = Description(event=Event(place=Place(latitude=32.9, longitude=12.1)))
    assert values("event.place", somewhere) == (Value("32.9, 12.1"),)


def test_codes_are_joined_as_a_sentence_joins_them() -> None:
    assert listed(("names", "birth", "sex"), "comparison") == "Names, Date of birth and Sex"


def test_what_was_noted_stands_beside_its_field_and_that_of_a_feature_says_which() -> None:
    notes = (
        FieldNote(field="description.birth", words="before Eid"),
        FieldNote(field="description.marks", answer=Answer.NONE),
        FieldNote(field="description.traits:eyes", answer=Answer.UNKNOWN),
    )
    person = Description(age=AgeRange(30, 30), notes=notes)
    assert [(field.path, field.values) for field in stated_fields(person)] == [
        ("description.birth", (Value("“before Eid”"),)),
        ("description.age", (Value("30 years"),)),
        ("description.traits", (Value("I do not know", "Eyes"),)),
        ("description.marks", (Value("They have no marks"),)),
    ]
