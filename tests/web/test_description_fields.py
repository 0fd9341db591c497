"""A description in words: the same wherever it is shown, in the language of the reader."""

import datetime
from collections.abc import Iterator

import pytest
from flask import Flask

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
from web.description_fields import Value, all_fields, listed, stated_fields
from web.labels.description import TABLES

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


def values(code: str, person: Description = PERSON) -> tuple[Value, ...]:
    """What one field says."""
    return next(field.values for field in all_fields(person) if field.code == code)


def test_all_fields_stand_in_the_same_order_whatever_is_said() -> None:
    assert [field.code for field in all_fields(PERSON)] == [field.code for field in all_fields(Description())]
    assert {field.code for field in all_fields(PERSON)} == set(TABLES["description_field"])


def test_what_nobody_said_is_not_told() -> None:
    assert stated_fields(Description()) == ()
    assert "remains" not in {field.code for field in stated_fields(PERSON)}


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("names", (Value("አሚና"), Value("Amina", "Nickname"))),
        ("sex", (Value("Female"),)),
        ("birth", (Value("1990", "c. 1990"),)),
        ("age", (Value("\u206630–35\u2069 years", "estimated"),)),
        ("nationalities", (Value("Eritrea"), Value("Stateless"))),
        ("languages", (Value("Tigrinya"),)),
        ("where", (Value("Libya"),)),
        ("journey", (Value("Roma · Italy", "to"),)),
        ("companions", (Value("Yonas"),)),
        ("height", (Value("165 cm"),)),
        ("traits", (Value("Brown eyes"),)),
        ("marks", (Value("Scar · Forearm · On their left", "from a burn"),)),
        ("effects", (Value("Headscarf · Green"),)),
        ("medical", (Value("asthma"),)),
    ],
)
def test_a_field_is_told_in_words(code: str, shown: tuple[Value, ...]) -> None:
    assert values(code) == shown


def test_a_place_known_by_its_point_alone_is_told_by_it() -> None:
    somewhere = Description(event=Event(place=Place(latitude=32.9, longitude=12.1)))
    assert values("where", somewhere) == (Value("32.9, 12.1"),)


def test_codes_are_joined_as_a_sentence_joins_them() -> None:
    assert listed(("names", "birth", "sex"), "comparison") == "Names, Date of birth and Sex"


def test_words_that_no_field_could_take_are_shown_with_the_name_of_their_field() -> None:
    notes = (
        FieldNote(field="description.birth", words="before Eid"),
        FieldNote(field="description.marks", answer=Answer.NONE),
        FieldNote(field="description.sex", answer=Answer.UNKNOWN),
    )
    shown = next(field for field in all_fields(Description(notes=notes)) if field.code == "words")
    assert [(value.text, value.note) for value in shown.values] == [
        ("before Eid", "Date of birth"),
        ("none", "Marks on the body and teeth"),
        ("I do not know", "Sex"),
    ]
