"""Reading and replacing what a document holds at a path."""

import datetime

import pytest

from matching.record import Event, NameKind, PartialDate, PersonName, Place, Trait
from search.documents import Description, Journey, Medical
from search.fields.values_at_paths import value_at, with_value

DAY = datetime.date(2021, 3, 12)
WHEN = PartialDate(DAY, DAY)
FATHER = PersonName("Kidane", NameKind.FATHER, "ti")
SECOND_FATHER = PersonName("Kidané", NameKind.FATHER)
FULL = PersonName("Tesfalem Kidane")
GIVEN = PersonName("Tesfalem", NameKind.GIVEN)


def test_a_nested_document_comes_with_its_first_value_and_goes_with_its_last() -> None:
    said = with_value(Description(), "description.journey.vessel", "a blue boat")
    assert said == Description(journey=Journey(vessel="a blue boat"))
    assert with_value(said, "description.journey.vessel", "") == Description()


def test_date_and_place_of_an_event_are_apart() -> None:
    dated = with_value(Description(), "description.journey.departure.when", WHEN)
    placed = with_value(dated, "description.journey.departure.place", Place("Asmara"))
    assert placed.journey == Journey(departure=Event(WHEN, Place("Asmara")))
    assert with_value(placed, "description.journey.departure.when", None).journey == Journey(
        departure=Event(place=Place("Asmara"))
    )


@pytest.mark.parametrize(
    ("path", "blank"),
    [
        ("description.journey.vessel", ""),
        ("description.journey.companions", ()),
        ("description.journey.departure.place", None),
        ("description.event.when", None),
        ("description.traits:eyes", None),
        ("description.names:father", None),
        ("description.names", ()),
        ("description.sex", None),
    ],
)
def test_a_document_that_says_nothing_has_a_blank_everywhere(path: str, blank: object) -> None:
    assert value_at(Description(), path) == blank


def test_the_first_name_of_a_kind_has_its_field_and_the_others_stay_in_the_list() -> None:
    names = Description(names=(GIVEN, FATHER, FULL, SECOND_FATHER))
    assert value_at(names, "description.names:father") == FATHER
    assert value_at(names, "description.names:full") == FULL
    assert value_at(names, "description.names") == (GIVEN, SECOND_FATHER)


def test_another_name_of_a_kind_takes_the_place_of_the_first_only() -> None:
    names = Description(names=(GIVEN, FATHER, FULL, SECOND_FATHER))
    renamed = with_value(names, "description.names:father", PersonName("Kidan", NameKind.FATHER))
    assert renamed.names == (FULL, PersonName("Kidan", NameKind.FATHER), GIVEN, SECOND_FATHER)
    without = with_value(names, "description.names:father", None)
    assert without.names == (FULL, GIVEN, SECOND_FATHER)
    assert with_value(names, "description.names", ()).names == (FULL, FATHER)


def test_a_feature_is_its_value() -> None:
    traits = Description(traits=(Trait("skin", "dark"), Trait("eyes", "brown")))
    assert value_at(traits, "description.traits:eyes") == "brown"
    assert set(with_value(traits, "description.traits:eyes", "green").traits) == {
        Trait("eyes", "green"),
        Trait("skin", "dark"),
    }
    assert with_value(traits, "description.traits:eyes", "").traits == (Trait("skin", "dark"),)


def test_what_is_not_touched_stays() -> None:
    whole = Description(medical=Medical(illnesses="asthma", implant_numbers="7"), words="sings")
    changed = with_value(whole, "description.medical.illnesses", "")
    assert (changed.medical, changed.words) == (Medical(implant_numbers="7"), "sings")
