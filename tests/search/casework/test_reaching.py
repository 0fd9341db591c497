"""How a family is reached is one thing: conditions before the number, and silence is the strictest."""

import datetime
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.record import Phone, PhoneRole
from search.casework.reaching import (
    beside_reaching,
    conditions_of,
    family_clock,
    has_way,
    numbers_of,
    reaching_conditions,
)
from search.contact_summaries import FamilyToReach, ReachingConditions
from search.documents import Contact, FieldNote, Filing, Identifiers
from search.vocabulary import ContactKind, MaySay, ReachingCondition, Relationship
from tests.search.review.reading import request_number
from tests.search.scene import NOW, Scene

# Silence, blanks and "I do not know" in several languages.
UNSAID = ("", "   ", "-", "unknown", "desconocido", "غير معروف")


@given(
    kind=st.sampled_from([None, *ContactKind]),
    hours=st.sampled_from([*UNSAID, "after 18:00"]),
    may_say=st.sampled_from([None, *MaySay]),
    speaker=st.sampled_from([*UNSAID, "my aunt Hodan"]),
    languages=st.sampled_from([(), ("so",)]),
    relationship=st.sampled_from([None, Relationship.SISTER]),
)
def test_what_was_not_answered_is_the_strictest_and_marked_in_every_combination(
    kind: ContactKind | None,
    hours: str,
    may_say: MaySay | None,
    speaker: str,
    languages: tuple[str, ...],
    relationship: Relationship | None,
) -> None:
    way = Contact(
        kind=kind, value="+46701234567", safe_hours=hours, may_say=may_say, speaker=speaker, languages=languages
    )
    shown = conditions_of(way, Filing(relationship=relationship), "ti", now=NOW)
    unsaid = {
        ReachingCondition.CHANNEL: kind is None,
        ReachingCondition.HOURS: hours in UNSAID,
        ReachingCondition.MAY_SAY: may_say is None,
        ReachingCondition.SPEAKER: speaker in UNSAID,
        ReachingCondition.LANGUAGES: not languages,
        ReachingCondition.RELATIONSHIP: relationship is None,
    }
    assert set(shown.assumed) == {condition for condition, silent in unsaid.items() if silent}
    assert shown.may_say == (may_say or MaySay.NEVER_WHY)
    assert (shown.hours, shown.speaker) == ("" if hours in UNSAID else hours, "" if speaker in UNSAID else speaker)
    assert shown.languages == (languages or ("ti",))


def test_the_number_is_the_last_part_of_a_way() -> None:
    assert fields(ReachingConditions)[-1].name == "number"
    assert "number" not in {field.name for field in fields(FamilyToReach)}


def test_a_number_of_the_family_that_stands_elsewhere_is_a_way_of_which_nothing_was_answered() -> None:
    filing = Filing(
        contacts=(Contact(kind=ContactKind.PHONE, value="+46 70 123 45 67", safe_hours="evenings"),),
        notes=(
            FieldNote(field="filing.contacts", words="ask at the shop"),
            FieldNote(field="filing.contacts.value", words="or 0046 8 123 456 78", element=0),
            FieldNote(field="filing.contacts.safe_hours", words="not on Fridays", element=0),
            FieldNote(field="filing.control_facts", words="the door was blue"),
        ),
    )
    phones = (
        Phone("+46701234567", PhoneRole.ENQUIRER),
        Phone("+252612345678", PhoneRole.ENQUIRER),
        Phone("+393331234567", PhoneRole.SOUGHT),
    )
    ways = reaching_conditions(filing, phones, "so", now=NOW)
    assert [way.number for way in ways] == ["+46 70 123 45 67 or 0046 8 123 456 78", "+252612345678", "ask at the shop"]
    assert ways[0].hours == "evenings"
    assert all(set(way.assumed) == set(ReachingCondition) for way in ways[1:])
    assert {"+46701234567", "+252612345678"} <= numbers_of(ways)
    assert "+393331234567" not in numbers_of(ways)
    assert [note.words for note in beside_reaching(filing.notes)] == ["not on Fridays"]


@pytest.mark.parametrize(
    ("way", "country", "hour", "by_number"),
    [
        (Contact(value="+46701234567"), "SE", 13, True),
        (Contact(value="+46701234567", country="KE"), "KE", 15, False),
        (Contact(value="the priest", country="ER"), "ER", 15, False),
    ],
)
def test_the_time_at_the_family_s_place_is_known_by_what_it_said_else_by_the_number(
    way: Contact, country: str, hour: int, *, by_number: bool
) -> None:
    clock = family_clock(way, NOW)
    assert clock is not None
    assert (clock.country, clock.time.hour, clock.by_number) == (country, hour, by_number)


@pytest.mark.parametrize(
    "way",
    [
        Contact(value="+46701234567", country="MX"),
        Contact(value="amina@example.org"),
        Contact(value="0701234567"),
        Contact(country="XX"),
        Contact(),
    ],
    ids=["several times", "e-mail", "no country", "no such country", "nothing"],
)
def test_no_time_is_said_where_there_are_several_or_none(way: Contact) -> None:
    assert family_clock(way, NOW) is None


def test_the_time_follows_the_season() -> None:
    summer = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
    clock = family_clock(Contact(value="+46701234567"), summer)
    assert clock is not None
    assert clock.time.hour == 14


def test_only_a_number_an_address_or_somebody_is_a_way(scene: Scene) -> None:
    left = {
        "nothing": (Filing(), Identifiers()),
        "hours alone": (Filing(contacts=(Contact(safe_hours="evenings"),)), Identifiers()),
        "number elsewhere": (Filing(), Identifiers(phones=(Phone("+46701234567", PhoneRole.ENQUIRER),))),
        "words": (Filing(notes=(FieldNote(field="filing.contacts", words="ask at the shop"),)), Identifiers()),
        "somebody": (Filing(contacts=(Contact(value="the priest"),)), Identifiers()),
    }
    found = {}
    for name, (filing, identifiers) in left.items():
        number = request_number(scene, scene.propose(filing=filing, identifiers=identifiers))
        with scene.database.reading() as session:
            found[name] = has_way(session, number)
    assert found == {"nothing": False, "hours alone": False, "number elsewhere": True, "words": True, "somebody": True}
