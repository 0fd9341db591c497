"""Each key of a request reaches its field; what no field has stays in words."""

import datetime
from typing import Any

import pytest

from matching.record import PhoneRole, Sex
from search.documents import Description
from search.files.request_fields import RequestReader

TODAY = datetime.date(2024, 6, 1)


def reader(**person: Any) -> RequestReader:
    return RequestReader(person, TODAY, "en")


def test_nationalities_and_statelessness_are_apart() -> None:
    found = reader(nationality=["Mali", "apatride", "ML"]).description()
    assert (found.nationalities, found.stateless) == (("ML",), True)
    assert reader(stateless=True).description().stateless is True
    assert reader(stateless="no").description().stateless is None


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("sex", "qwerty", "sex_unread"),
        ("age", "a few", "age_unread"),
        ("height", "tall", "height_unread"),
        ("birth_date", "when it rained", "date_unread"),
        ("nationality", "Xyzzy", "country_unread"),
    ],
)
def test_a_value_that_cannot_be_read_is_a_warning_and_stays_in_words(key: str, value: str, code: str) -> None:
    read = reader(**{key: value})
    found = read.with_words(read.description(), {})
    assert read.warnings == [(key, code)]
    assert found.words == f"{key}: {value}"


def test_the_first_key_that_can_be_read_counts() -> None:
    found = reader(birth_place="", home="Altar, Sonora").description()
    assert found.birth_place is not None
    assert found.birth_place.text == "Altar, Sonora"


def test_letters_for_sex_are_those_of_passports() -> None:
    assert [reader(sex=letter).description().sex for letter in "MFX"] == [Sex.MALE, Sex.FEMALE, Sex.OTHER]


@pytest.mark.parametrize(
    ("aboard", "number"), [(40, 40), ("99999", 99999), ("100000", None), ("forty", None), ("٤", None)]
)
def test_persons_aboard_are_a_plain_number(aboard: Any, number: int | None) -> None:
    journey = reader(journey={"aboard": aboard, "vessel": "boat"}).description().journey
    assert journey is not None
    assert journey.aboard == number


def test_an_empty_journey_or_illness_is_none() -> None:
    found = reader(journey={"legs": [{}]}, medical={}).description()
    assert (found.journey, found.medical) == (None, None)


def test_a_journey_in_words_and_keys_outside_of_it_are_one() -> None:
    journey = reader(journey="by the river", vessel="blue boat").description().journey
    assert journey is not None
    assert (journey.what_was_said, journey.vessel) == ("by the river", "blue boat")


def test_phones_have_the_role_of_their_key_and_are_kept_once() -> None:
    found = reader(phones=["+251911234567", "+251911234567"], nationality="ET").identifiers()
    assert [(phone.number, phone.role) for phone in found.phones] == [("+251911234567", PhoneRole.SOUGHT)]
    local = reader(phones="0911234567", nationality="ET").identifiers()
    assert [phone.number for phone in local.phones] == ["+251911234567"]


def test_traits_come_as_an_object_a_list_or_keys() -> None:
    for person in (
        {"traits": {"eyes": "brown"}},
        {"traits": [{"feature": "eyes", "value": "brown"}]},
        {"eyes": "brown"},
    ):
        assert [(t.feature, t.value) for t in reader(**person).description().traits] == [("eyes", "brown")]


def test_words_hold_notes_unknown_keys_and_extras_each_once() -> None:
    read = reader(notes="viste camisa azul", shoe_size=43, name="Ana")
    read.description()
    found = read.with_words(Description(), {"remark": "urgent", "empty": ""})
    assert found.words.splitlines() == ["viste camisa azul", "shoe_size: 43", "remark: urgent"]
