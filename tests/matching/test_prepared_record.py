"""A record made ready: what is derived, what counts as said, and how many names of a person are read."""

import datetime

import pytest

from matching import AgeRange, Effect, HeightRange, IdentityDocument, Mark, NameKind, Place, Remains, Sex, Trait
from matching.names.part_rarity import PartRarities
from matching.prepared_record import Days, Has, NameRole, prepare
from matching.record import MatchRecord
from tests.matching.records import BODY, LIVING, SOUGHT, Said, at, called, day, numbers, person

SAID: dict[int, tuple[MatchRecord, Said]] = {
    Has.NAMES: (SOUGHT, {"names": called("Karim")}),
    Has.BIRTH: (SOUGHT, {"birth": day("1990-02-03")}),
    Has.AGE: (SOUGHT, {"age": AgeRange(30, 30), "event": at("2022-05-01")}),
    Has.SEX: (SOUGHT, {"sex": Sex.FEMALE}),
    Has.NATIONALITY: (LIVING, {"nationalities": ("HN",)}),
    Has.LANGUAGES: (SOUGHT, {"languages": ("es",)}),
    Has.WHEN: (SOUGHT, {"event": at("2022-05-01")}),
    Has.PLACE: (SOUGHT, {"event": at(point=(27.5, -99.5))}),
    Has.ORIGIN: (SOUGHT, {"nationalities": ("HN",)}),
    Has.PHONES: (SOUGHT, {"phones": numbers("123")}),
    Has.DOCUMENTS: (SOUGHT, {"documents": (IdentityDocument("E1"),)}),
    Has.HEIGHT: (SOUGHT, {"height": HeightRange(160, 170)}),
    Has.MARKS: (SOUGHT, {"marks": (Mark("scar"),)}),
    Has.EFFECTS: (SOUGHT, {"effects": (Effect("ring"),)}),
    Has.TRAITS: (SOUGHT, {"traits": (Trait("eyes", "brown"),)}),
    Has.COMPANIONS: (SOUGHT, {"companions": called("Karim")}),
    Has.PARENTS: (SOUGHT, {"names": called("Karim") + called("Rosa Quispe", kind=NameKind.MOTHER)}),
    Has.HOME: (SOUGHT, {"birth_place": Place("Keren", ("ER",))}),
    Has.COMMUNITY: (SOUGHT, {"community": "Hazara"}),
}
_ALSO = {Has.BIRTH: Has.AGE, Has.AGE: Has.WHEN, Has.ORIGIN: Has.NATIONALITY, Has.PARENTS: Has.NAMES}


@pytest.mark.parametrize("bit", SAID)
def test_each_bit_stands_for_what_it_says_and_no_other(bit: int) -> None:
    record, said = SAID[bit]
    assert person(record, **said).has == bit | _ALSO.get(bit, 0)


def test_every_bit_has_its_case() -> None:
    assert set(SAID) == {value for name, value in vars(Has).items() if name.isupper()}


def test_a_sought_person_s_origin_counts_without_a_place_and_a_found_person_s_place_is_what_it_meets() -> None:
    told = {"nationalities": ("HN",), "event": at(text="Sfax, Tunisia")}
    assert not person(SOUGHT, **told).has & Has.ORIGIN
    assert person(LIVING, **told).has & Has.ORIGIN


@pytest.mark.parametrize(("low", "high", "assessed"), [(30, 30, False), (30, 31, False), (30, 32, True)])
def test_an_age_of_more_than_two_years_was_assessed(low: int, high: int, assessed: bool) -> None:  # noqa: FBT001 - a case
    assert person(SOUGHT, age=AgeRange(low, high)).assessed is assessed
    assert not person(SOUGHT, age=AgeRange(low, high), birth=day("1990")).assessed


def test_somebody_of_thirty_was_born_in_the_year_before_the_thirtieth_birthday() -> None:
    met = datetime.date(2022, 5, 1).toordinal()
    births = person(SOUGHT, age=AgeRange(30, 30), event=at("2022-05-01")).birth_from_age
    assert births == Days(met - 11_322 + 1, met - 10_957)


@pytest.mark.parametrize(
    ("record", "dead"),
    [(BODY, True), (LIVING, False), (MatchRecord(LIVING.side, "forensic"), True), (SOUGHT, False)],
)
def test_a_body_is_dead_by_the_kind_of_the_report_or_its_remains(record: MatchRecord, dead: bool) -> None:  # noqa: FBT001 - a case
    assert person(record).dead is dead
    assert person(record, remains=Remains.SKELETAL).dead


def test_numbers_are_read_as_digits_and_papers_as_clerks_read_them() -> None:
    prepared = person(
        SOUGHT,
        phones=numbers("+504 9999-0001", "50499990001", "none"),
        documents=(IdentityDocument("e 2733-o2i"), IdentityDocument("E2733021"), IdentityDocument("--")),
    )
    assert (prepared.phones, prepared.documents) == (("50499990001",), ("E2733021",))


def test_eight_names_are_read_and_not_a_ninth() -> None:
    families = ("Haddad", "Sow", "Quispe", "Kaplan", "Shevchuk", "Adhikari", "Figueira", "Kidane", "Zaydani")
    written = [f"Karim {family}" for family in families]
    assert [one.name.text for one in person(SOUGHT, names=called(*written)).names] == written[:8]


def test_a_mother_whose_name_is_a_part_of_one_s_own_is_not_told_twice() -> None:
    mother = called("Quispe", kind=NameKind.MOTHER)
    assert person(SOUGHT, names=(*called("Rosa Quispe"), *mother)).relatives == ()
    ((role, name),) = person(SOUGHT, names=(*called("Rosa Mamani"), *mother)).relatives
    assert (role, name.name.text) == (NameRole.MOTHER, "Quispe")


def test_where_a_tooth_sits_is_forgotten_and_of_equal_marks_one_stays() -> None:
    marks = (Mark("gold_tooth", "mouth"), Mark("gold_tooth", "face"), Mark("scar", "face"))
    assert person(SOUGHT, marks=marks).marks == (Mark("gold_tooth"), Mark("scar", "face"))


def test_a_record_holds_on_to_the_rarities_that_all_its_names_were_prepared_with() -> None:
    counted = PartRarities({"karim": 90_000.0})
    told = MatchRecord(SOUGHT.side, names=called("Karim"), companions=called("Karim"), community="Karim")
    prepared = prepare(told, counted)
    assert prepared.rarities is counted
    assert {part.rarities for _, one in prepared.every_name for part in one.name.parts} == {counted}
