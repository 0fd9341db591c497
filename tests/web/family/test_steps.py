"""The questions: what they make of answers, and that a look at them changes nothing."""

import datetime
from collections.abc import Iterator

import pytest
from flask import Flask
from wtforms import BooleanField, Field, SelectField

from matching.record import (
    AgeRange,
    Calendar,
    DatePrecision,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    PhoneRole,
    Place,
    PlacePrecision,
    Sex,
    Trait,
)
from search.documents import Contact, Description, EarlierReport, Filing, Identifiers, Journey, JourneyLeg, Medical
from search.vocabulary import ContactKind, PersonStatus, Receiver, Relationship
from web.family.case_draft import CaseDraft
from web.family.draft_answers import as_formdata
from web.family.steps import BY_SLUG, STEPS, Step
from web.forms import every_field, options

DAY = datetime.date(2021, 3, 12)
SEASON = PartialDate(DAY, DAY + datetime.timedelta(days=80), DatePrecision.SEASON, Calendar.HIJRI, "after Ramadan")
PLACE = Place("Agadez, near the bus station", ("NE", "LY"), 16.97, 7.99, PlacePrecision.ROUTE)

# Says more than the questions ask for, in every section.
RICH = CaseDraft(
    sought=Description(
        names=(
            PersonName("Tesfalem", NameKind.GIVEN, "ti"),
            PersonName("ተስፋለም ኪዳነማርያም", NameKind.FULL, "ti"),
            PersonName("Kidane", NameKind.FATHER, "ti"),
            PersonName("Tes", NameKind.AS_HEARD),
        ),
        sex=Sex.MALE,
        birth=SEASON,
        age=AgeRange(20, 25, estimated=True, written="about 22"),
        birth_place=PLACE,
        nationalities=("ER", "XK"),
        languages=("ti", "zza"),
        religion="not asked for",
        marital_status="not asked for",
        event=Event(SEASON, PLACE),
        journey=Journey(
            departure=Event(SEASON, PLACE),
            destination=PLACE,
            legs=(JourneyLeg(means="lorry"),),
            aboard=31,
            companions=(PersonName("Amanuel", NameKind.NICKNAME, "ti"),),
            extortion="a call",
        ),
        height=HeightRange(168, 172, estimated=True, written="1.70 more or less"),
        traits=(Trait("eyes", "brown"), Trait("skin", "dark")),
        marks=(Mark("scar", "forearm", "left", "", "from a fall"), Mark("tattoo", "wrist", "", "cross")),
        effects=(Effect("ring", "gold", "", "engraved"),),
        medical=Medical(illnesses="asthma", implant_numbers="not asked for"),
        words="sings",
    ),
    identifiers=Identifiers(
        phones=(Phone("+2917123456", PhoneRole.SOUGHT), Phone("+46700000000", PhoneRole.ENQUIRER)),
        documents=(IdentityDocument("K123", "passport", "ER"),),
        accounts=("tes.k",),
        transfers=("MTCN 12",),
    ),
    filing=Filing(
        enquirer_names=(PersonName("Letebrhan", NameKind.FULL, "ti"), PersonName("Abeba")),
        relationship=Relationship.MOTHER,
        contacts=(
            Contact(kind=ContactKind.THROUGH_SOMEONE, value="the priest", safe_hours="Sundays", safe_to_say_why=True),
        ),
        earlier_reports=(EarlierReport(office="Red Cross", number="7"),),
        status=PersonStatus.BELIEVED_MISSING,
        control_facts=("the name of the goat",),
    ),
    share_with=frozenset({Receiver.RED_CROSS}),
)


@pytest.fixture(autouse=True)
def request_of_today(unconnected_family: Flask) -> Iterator[None]:
    """Forms read the portal's clock."""
    with unconnected_family.test_request_context():
        yield


def unchanged(step: Step, case: CaseDraft) -> dict[str, list[str]]:
    """What a browser sends when the filled page is sent off untouched."""
    fields = {field.name: shown(field) for field in every_field(step.form(data=step.fill(case)))}
    return {name: values for name, values in fields.items() if values}


def shown(field: Field) -> list[str]:
    """What a field sends as it stands."""
    if isinstance(field, SelectField):
        return [option.value for option in options(field) if option.selected]
    if isinstance(field, BooleanField):
        return ["y"] if field.data else []
    return ["" if field.data is None else str(field.data)]


def read(step: Step, case: CaseDraft, answers: dict[str, list[str]]) -> CaseDraft:
    form = step.form(as_formdata(answers))
    assert form.validate(), form.errors
    return step.read(case, form.data)


def answered(slug: str, **answers: str) -> CaseDraft:
    return read(BY_SLUG[slug], CaseDraft(), {key: [value] for key, value in answers.items()})


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_a_page_that_was_filled_and_sent_off_untouched_changes_nothing(step: Step) -> None:
    after = read(step, RICH, unchanged(step, RICH))
    assert _sorted_names(after) == _sorted_names(RICH)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.slug)
def test_an_empty_page_says_nothing(step: Step) -> None:
    assert read(step, CaseDraft(), unchanged(step, CaseDraft())) == CaseDraft()


def _sorted_names(case: CaseDraft) -> CaseDraft:
    """The order of names of different kinds means nothing."""
    return case.with_sought(names=tuple(sorted(case.sought.names, key=lambda name: (name.kind, name.text))))


def test_half_a_name_in_its_own_script_is_kept_as_it_was_written() -> None:
    assert answered("names", name=" ሓጎስ ").sought.names == (PersonName("ሓጎስ", NameKind.FULL),)


def test_another_spelling_without_its_kind_is_a_spelling_on_papers() -> None:
    names = answered("names", **{"others-0-text": "Hagos", "others-0-kind": ""}).sought.names
    assert names == (PersonName("Hagos", NameKind.SPELLING_ON_PAPERS),)


def test_an_emptied_row_is_gone_and_its_neighbour_stays() -> None:
    answers = unchanged(BY_SLUG["marks"], RICH)
    emptied = {key: [""] if key.startswith("marks-0-") else values for key, values in answers.items()}
    assert read(BY_SLUG["marks"], RICH, emptied).sought.marks == RICH.sought.marks[1:]


def test_a_changed_place_leaves_the_remembered_time_as_it_was() -> None:
    answers = {**unchanged(BY_SLUG["last-contact"], RICH), "place-text": ["Tripoli"], "place-country": ["LY"]}
    event = read(BY_SLUG["last-contact"], RICH, answers).sought.event
    assert event == Event(SEASON, Place("Tripoli", ("LY",)))


def test_a_mark_in_words_alone_is_kept() -> None:
    assert answered("marks", **{"marks-0-words": "a bite"}).sought.marks == (Mark("other", words="a bite"),)


def test_a_number_becomes_international_where_it_says_its_country() -> None:
    phones = answered("numbers", **{"phones-0-number": "00502 5555-0101", "phones-0-role": "sought"}).identifiers.phones
    assert phones == (Phone("+50255550101", PhoneRole.SOUGHT),)


def test_digits_of_another_script_are_digits() -> None:
    assert answered("numbers", **{"phones-0-number": "+٥٠٢ ٥٥٥٥ ٠١٠١"}).identifiers.phones[0].number == "+50255550101"
    assert (
        answered("age", **{"birth-year": "١٩٩٨"}).sought.birth == answered("age", **{"birth-year": "1998"}).sought.birth
    )


def test_the_number_of_the_one_who_asks_is_evidence_too() -> None:
    answers = {"contacts-0-kind": "phone", "contacts-0-value": "+46 70 000 00 01"}
    assert answered("about-you", **answers).identifiers.phones == (Phone("+46700000001", PhoneRole.ENQUIRER),)


def test_nobody_may_see_the_search_unless_the_family_ticks_them() -> None:
    assert answered("sharing").share_with == frozenset()
    assert answered("sharing", share_with="shelters").share_with == {Receiver.SHELTERS}


def test_codes_that_no_page_offers_are_no_answer() -> None:
    assert answered("sharing", share_with="police").share_with == frozenset()
    assert answered("age", sex="enforcement").sought.sex is None
    assert answered("marks", **{"marks-0-kind": "chip"}).sought.marks == ()


@pytest.mark.parametrize(
    ("slug", "field", "typed"),
    [
        ("age", "birth-year", "19x8"),
        ("age", "birth-month", "14"),
        ("age", "age", "ageless"),
        ("body", "height", "tall"),
        ("journey", "aboard", "many"),
        ("numbers", "phones-0-number", "lost"),
    ],
)
def test_what_cannot_be_read_is_explained_with_a_way_out(slug: str, field: str, typed: str) -> None:
    form = BY_SLUG[slug].form(as_formdata({field: [typed]}))
    assert not form.validate()
    messages = [message for part in every_field(form) for message in part.errors]
    assert all(message.startswith("Please ") and "empty" in message for message in messages)
    assert messages


def test_a_month_without_a_year_asks_for_the_year() -> None:
    form = BY_SLUG["age"].form(as_formdata({"birth-month": ["5"]}))
    assert not form.validate()
