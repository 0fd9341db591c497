"""What shelters, hospitals, detention visitors, consulates and mortuaries write of a person they met."""

import datetime
import random
from dataclasses import dataclass
from itertools import accumulate

from benchmarks.invented.body_features import another_effect, another_mark, seen_otherwise, worn_otherwise
from benchmarks.invented.losses import Recovery, invent_recovery, moved
from benchmarks.invented.people import InventedPerson, invent_phone
from benchmarks.invented.slips import assessed_age, day, remembered_year, slipped_birth, stated_age, wrong_digit
from benchmarks.invented.spelling import Clerk, as_written, on_papers
from matching.record import (
    AgeRange,
    Effect,
    Event,
    HeightRange,
    IdentityDocument,
    Mark,
    MatchRecord,
    NameKind,
    PartialDate,
    PersonName,
    Phone,
    Place,
    PlacePrecision,
    Remains,
    Sex,
    Side,
)

_ARABIC_LETTERS = frozenset({"arabic", "persian", "pashto", "kurdish", "urdu"})


@dataclass(frozen=True, slots=True)
class Sender:
    """Who reports, how often, and the shares of its reports that say a thing; see docs/benchmarks.md."""

    name: str
    kind: str
    weight: float
    clerk: Clerk
    named: float = 0.97
    documents: float = 0.0
    phones: float = 0.122
    height: float = 0.0
    marks: float = 0.157
    effects: float = 0.0

    @property
    def dead(self) -> bool:
        """Whether it is bodies that are reported."""
        return self.kind == "mortuary"


SENDERS = (
    Sender("consulate_ar", "consulate", 1030, Clerk("en", _ARABIC_LETTERS, 0.92)),
    Sender("consulate_es", "consulate", 930, Clerk("es"), documents=0.061),
    Sender("hospital_it", "hospital", 894, Clerk("it"), phones=0.0, height=0.097, effects=0.187),
    Sender(
        "mortuary_es",
        "mortuary",
        2518,
        Clerk("es"),
        named=0.367,
        documents=0.061,
        phones=0.11,
        height=0.908,
        marks=0.532,
        effects=0.621,
    ),
    Sender("shelter_en", "detention", 895, Clerk("en")),
    Sender("shelter_en", "shelter", 1397, Clerk("en")),
    Sender("shelter_fr", "shelter", 1336, Clerk("fr")),
)
_SHARES = tuple(accumulate(sender.weight for sender in SENDERS))
_BIRTH_DAY, _BIRTH_FIRST_JANUARY, _AGE = 0.355, 0.15, 0.345
_SEX, _SEX_WRONG, _NATIONALITY, _NATIONALITY_WRONG = 0.947, 0.014, 0.75, 0.083
_KNOWN_PHONE, _DIGIT_WRONG, _DOCUMENT_WRONG = 0.86, 0.02, 0.3
# On a body all is looked at, on the living what strikes.
_EACH_MARK, _ONE_MORE_MARK = {True: 0.78, False: 0.55}, {True: 0.12, False: 0.0}
_EACH_EFFECT, _ONE_MORE_EFFECT = {True: 0.68, False: 0.5}, {True: 0.85, False: 0.0}
_BODY_KM = 25.0
_COMPANIONS, _TOGETHER = 0.15, 0.36


def a_sender(rng: random.Random) -> Sender:
    """One of the senders, by how many reports each sends."""
    return rng.choices(SENDERS, cum_weights=_SHARES)[0]


def found(person: InventedPerson, sender: Sender, rng: random.Random) -> MatchRecord:
    """The record of a report of a person by a sender."""
    when, place = _event(person, sender, rng)
    birth, age = _birth(person, sender, when, rng)
    return MatchRecord(
        side=Side.FOUND,
        kind=sender.kind,
        names=_names(person, sender, rng),
        sex=_sex(person, rng),
        birth=birth,
        age=age,
        nationalities=() if sender.dead else _nationalities(person, rng),
        event=Event(day(when), place),
        phones=_phones(person, rng) if rng.random() < sender.phones else (),
        documents=_documents(person, rng) if rng.random() < sender.documents else (),
        height=_height(person, rng) if rng.random() < sender.height else None,
        marks=_marks(person, sender, rng) if rng.random() < sender.marks else (),
        effects=_effects(person, sender, rng) if rng.random() < sender.effects else (),
        companions=_companions(person, sender, rng),
        remains=Remains.UNKNOWN if sender.dead else None,
    )


def _names(person: InventedPerson, sender: Sender, rng: random.Random) -> tuple[PersonName, ...]:
    if rng.random() >= sender.named:
        return ()
    kind = NameKind.ON_PAPERS_FOUND if sender.dead else NameKind.AS_HEARD
    return (PersonName(as_written(person.name, person.papers, person.culture, sender.clerk, rng), kind),)


def _together(person: InventedPerson, sender: Sender, rng: random.Random) -> Recovery | None:
    """Those of one loss are now and then found together: bodies that one tide brings, people that one bus brings."""
    if person.loss.people > 1 and rng.random() < _TOGETHER:
        return person.loss.bodies if sender.dead else person.loss.living
    return None


def _event(person: InventedPerson, sender: Sender, rng: random.Random) -> tuple[datetime.date, Place]:
    """A body lies near where it was lost, within months; the living may be anywhere, about ten months later."""
    together = _together(person, sender, rng) or invent_recovery(person.loss, rng, dead=sender.dead)
    if not sender.dead:
        return together.day, Place(together.text)
    spot = person.loss.spot
    latitude, longitude = moved(spot.latitude, spot.longitude, rng.expovariate(1 / _BODY_KM), rng)
    return together.day, Place(together.text, (), round(latitude, 4), round(longitude, 4), PlacePrecision.POINT)


def _birth(
    person: InventedPerson, sender: Sender, when: datetime.date, rng: random.Random
) -> tuple[PartialDate | None, AgeRange | None]:
    if sender.dead:
        return None, assessed_age(person.born, person.loss.day, rng)
    chance = rng.random()
    if chance < _BIRTH_DAY:
        return day(slipped_birth(person.born, rng)), None
    if chance < _BIRTH_DAY + _BIRTH_FIRST_JANUARY:
        return day(datetime.date(remembered_year(slipped_birth(person.born, rng), rng), 1, 1)), None
    if chance < _BIRTH_DAY + _BIRTH_FIRST_JANUARY + _AGE:
        return None, stated_age(person.born, when, rng)
    return None, None


def _sex(person: InventedPerson, rng: random.Random) -> Sex | None:
    if rng.random() >= _SEX:
        return None
    if rng.random() < _SEX_WRONG:
        return Sex.FEMALE if person.sex is Sex.MALE else Sex.MALE
    return person.sex


def _nationalities(person: InventedPerson, rng: random.Random) -> tuple[str, ...]:
    if rng.random() >= _NATIONALITY:
        return ()
    others = [code for code in person.culture.countries.values if code != person.nationality]
    if rng.random() < _NATIONALITY_WRONG:
        return (rng.choice(others or ["EG", "MX", "IR", "ET"]),)
    return (person.nationality,)


def _phones(person: InventedPerson, rng: random.Random) -> tuple[Phone, ...]:
    """The number in the pocket: mostly one that the family knows, their own or the person's, else somebody's."""
    if person.phones and rng.random() < _KNOWN_PHONE:
        number = rng.choice(person.phones).number
    else:
        number = invent_phone(person.nationality, rng)
    return (Phone(wrong_digit(number, rng) if rng.random() < _DIGIT_WRONG else number),)


def _documents(person: InventedPerson, rng: random.Random) -> tuple[IdentityDocument, ...]:
    number = person.document.number
    return (IdentityDocument(wrong_digit(number, rng) if rng.random() < _DOCUMENT_WRONG else number),)


def _height(person: InventedPerson, rng: random.Random) -> HeightRange:
    height = round(person.height_cm + rng.gauss(0, 4.3))
    return HeightRange(height, height)


def _marks(person: InventedPerson, sender: Sender, rng: random.Random) -> tuple[Mark, ...]:
    """Those seen, each in this witness's words, and at times one that nobody else speaks of; never none."""
    seen = [seen_otherwise(mark, rng) for mark in person.marks if rng.random() < _EACH_MARK[sender.dead]]
    if not seen or rng.random() < _ONE_MORE_MARK[sender.dead]:
        seen.append(another_mark(rng))
    return tuple(dict.fromkeys(seen))


def _effects(person: InventedPerson, sender: Sender, rng: random.Random) -> tuple[Effect, ...]:
    seen = [worn_otherwise(effect, rng) for effect in person.effects if rng.random() < _EACH_EFFECT[sender.dead]]
    if not seen or rng.random() < _ONE_MORE_EFFECT[sender.dead]:
        seen.append(another_effect(rng))
    return tuple(dict.fromkeys(seen))


def _companions(person: InventedPerson, sender: Sender, rng: random.Random) -> tuple[PersonName, ...]:
    if sender.dead or not person.companions or rng.random() >= _COMPANIONS:
        return ()
    return tuple(
        PersonName(
            as_written(name, on_papers(name, person.culture, rng), person.culture, sender.clerk, rng), NameKind.AS_HEARD
        )
        for name in person.companions
    )
