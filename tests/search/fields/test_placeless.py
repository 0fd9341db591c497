"""Of somebody living nothing is told that says where they are, nearer than a country; of the dead nothing is hidden."""

import dataclasses
import datetime
import typing
import uuid

import pytest

from matching.comparisons import PLACING as WEIGHED_BY_PLACE
from matching.evidence import AlignedPart, Evidence, Outcome
from matching.record import (
    AgeRange,
    Effect,
    Event,
    IdentityDocument,
    Mark,
    PartialDate,
    PersonName,
    Phone,
    Place,
    PlacePrecision,
)
from search.access import Actor, ActorKind, Subject
from search.documents import Answer, Description, FieldNote, Identifiers, Journey, Medical, Photo, Provenance
from search.documents.description import AskedRelative, JourneyLeg
from search.fields import Purpose, placeless, placeless_evidence, placeless_weight, visible
from search.fields.document_types import field_paths
from search.fields.placeless import PLACING, Whereabout, whereabout, with_whereabout

DAY = datetime.date(2026, 5, 1)
HIDDEN = "the house behind the harbour"
HERE = Place(HIDDEN, ("TN",), 33.5, 11.1, PlacePrecision.POINT)
COUNTRY = Place(countries=("TN",))


def everything(place: Place = HERE, words: str = HIDDEN) -> Description:
    """A living person of whom every kind of field says where they are."""
    when = PartialDate(DAY, DAY, written=words)
    return Description(
        names=(PersonName("Aïcha Traoré"),),
        gender=words,
        age=AgeRange(20, 25, written=words),
        birth_place=Place("Kayes", ("ML",)),
        residence=place,
        occupation=words,
        asks_for=(AskedRelative(name="Fanta Traoré", where=words),),
        event=Event(when, place),
        journey=Journey(
            departure=Event(when, place), destination=place,
            legs=(JourneyLeg(origin=place, destination=place, departed=when, means=words),),
            vessel=words, companions=(PersonName("Awa Keïta"),), what_was_said=words, earlier_detention=words,
        ),
        marks=(Mark("scar", "forearm", "left", words=words),),
        effects=(Effect("bracelet", "red", words, words),),
        medical=Medical(records_held_at=words, illnesses=words),
        words=words,
        notes=(
            FieldNote(field="description.children", words=words),
            FieldNote(field="description.community", answer=Answer.UNKNOWN, words=words, right=(words,)),
        ),
    )  # fmt: skip


def test_a_living_person_keeps_a_name_a_country_and_codes_and_no_other_word() -> None:
    shown = placeless(everything())
    assert HIDDEN not in repr(shown)
    assert "33.5" not in repr(shown)
    assert (shown.names[0].text, shown.event) == ("Aïcha Traoré", Event(PartialDate(DAY, DAY), COUNTRY))
    assert shown.journey is not None
    assert (shown.journey.destination, shown.journey.companions[0].text) == (COUNTRY, "Awa Keïta")
    assert shown.birth_place == Place("Kayes", ("ML",))
    assert shown.marks == (Mark("scar", "forearm", "left"),)
    assert shown.asks_for == (AskedRelative(name="Fanta Traoré"),)


def test_words_that_the_sender_passed_are_shown_but_for_those_that_name_a_place() -> None:
    shown = placeless(everything(), words=True)
    assert (shown.words, shown.occupation, shown.marks[0].words) == (HIDDEN, HIDDEN, HIDDEN)
    assert shown.medical == Medical(illnesses=HIDDEN)
    assert (shown.asks_for[0].where, shown.event and shown.event.place, shown.residence) == ("", COUNTRY, COUNTRY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HERE, Place("Tunis, medina", ("TN",), 36.8, 10.2, PlacePrecision.POINT)),
        (Place("Zarzis"), Place("Sfax")),
        (Place("Zarzis", ("TN",)), Place(countries=("TN",))),
    ],
)
def test_two_places_of_one_country_are_one(one: Place, other: Place) -> None:
    assert placeless(everything(one, "here")) == placeless(everything(other, "there"))
    assert whereabout(Description(event=Event(place=one)), everything(other)) is Whereabout.SAME_COUNTRY


def test_every_word_of_a_description_is_hidden_unless_it_is_named_as_harmless() -> None:
    """A field that is added later is hidden until somebody says that it tells no place."""
    plain = {path for path in field_paths(Description, "description") if _is_word(path)}
    assert {"description.words", "description.journey.vessel", "description.effects.brand"} <= plain
    kept = {path for path in plain if HIDDEN in repr(placeless(_with(Description(), path.split(".")[1:])))}
    assert kept == {
        *("description.names.text", "description.asks_for.name", "description.journey.companions.text"),
        *("description.names.language", "description.journey.companions.language", "description.birth_place.text"),
        *("description.traits.feature", "description.traits.value", "description.community"),
        *("description.marks.kind", "description.marks.place", "description.marks.side", "description.marks.motif"),
        *("description.effects.item", "description.effects.colour"),
    }


def test_photos_and_numbers_of_the_living_are_kept_back_too() -> None:
    picture = Photo(words=HIDDEN, picture=b"jpeg", preview=b"jpeg")
    assert placeless(picture) == Photo()
    assert placeless(dataclasses.replace(picture, placeless=True)).picture == b"jpeg"
    numbers = Identifiers(phones=(Phone("+21671123456"),), documents=(IdentityDocument("K1", "passport"),))
    assert placeless(numbers) == Identifiers(documents=numbers.documents)
    assert placeless(Provenance(sender_number="ZARZIS-7", told_by="Abdi")) == Provenance(told_by="Abdi")


EVIDENCE: tuple[Evidence, ...] = (
    Evidence("names", "strong", Outcome.AGREES, 12.0, (AlignedPart("Aïcha", "Aicha", "same"),)),
    Evidence("elapsed", "living_month", Outcome.AGREES, 1.88, (AlignedPart(HIDDEN, HIDDEN, "fits"),)),
)


def test_what_moves_with_the_place_is_in_no_sum_and_in_no_line() -> None:
    near: tuple[Evidence, ...] = (*EVIDENCE, Evidence("place", "living_within_60_km", Outcome.AGREES, 1.8312))
    near = (*near, Evidence("incident", "same_incident", Outcome.AGREES, 0.0))
    near = (*near, Evidence("travelled", "companion_reported_nearby", Outcome.AGREES, 0.0))
    far: tuple[Evidence, ...] = (*EVIDENCE, Evidence("place", "living_beyond", Outcome.DISAGREES, -1.06))
    far = (*far, Evidence("together", "living_weeks_elsewhere", Outcome.DISAGREES, -0.02))
    far = (*far, Evidence("origin", "living_unusual", Outcome.DISAGREES, -1.77))
    assert placeless_evidence(near) == placeless_evidence(far) == placeless_evidence(EVIDENCE)
    assert placeless_weight(-14.012, near) == placeless_weight(-14.012, far) == -0.13
    assert HIDDEN not in repr(placeless_evidence(near))
    assert placeless_evidence(near)[0].parts
    here = with_whereabout(placeless_evidence(near), everything(), everything())[-1]
    assert (here.level, here.weight) == ("same_country", 0.0)


def test_whatever_the_engine_weighs_by_the_place_of_the_finding_is_kept_back() -> None:
    assert set(WEIGHED_BY_PLACE) == PLACING - {"incident"}


COMMITTEE, SHELTER = uuid.UUID(int=1), uuid.UUID(int=2)
READER = Actor(kind=ActorKind.REVIEWER, organisation_id=COMMITTEE)
SENDER = Actor(kind=ActorKind.PARTNER, organisation_id=SHELTER)


def test_who_met_the_person_reads_what_they_wrote() -> None:
    subject = Subject(organisation_id=SHELTER, committee_id=COMMITTEE, placeless=True)
    assert visible(everything(), SENDER, subject, Purpose.READ).words == HIDDEN
    assert HIDDEN not in repr(visible(everything(), READER, subject, Purpose.READ))
    of_the_dead = dataclasses.replace(subject, placeless=False)
    assert visible(everything(), READER, of_the_dead, Purpose.READ).words == HIDDEN


def _is_word(path: str) -> bool:
    kind = typing.get_type_hints(Description)
    for name in path.split(".")[1:]:
        if name not in kind:
            return False
        held = kind[name]
        inner = [one for one in typing.get_args(held) if dataclasses.is_dataclass(one)]
        if held is str:
            return True
        found = inner[0] if inner else held
        kind = typing.get_type_hints(found) if dataclasses.is_dataclass(found) else {}
    return False


def _with(document: typing.Any, names: list[str]) -> typing.Any:
    """The document with the hidden words at a path, and whatever its way there must hold."""
    name, *rest = names
    held = typing.get_type_hints(type(document))[name]
    if not rest:
        return dataclasses.replace(document, **{name: HIDDEN})
    kind = next((one for one in typing.get_args(held) if dataclasses.is_dataclass(one)), held)
    made = _with(_empty(kind), rest)
    return dataclasses.replace(document, **{name: (made,) if typing.get_origin(held) is tuple else made})


def _empty(kind: typing.Any) -> typing.Any:
    needed = {
        field.name: DAY if "date" in str(field.type) else 1 if "int" in str(field.type) else ""
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    return kind(**needed)
