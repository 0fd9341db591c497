"""Invented people: a name by custom, a birth, a nationality, a loss shared with others, a body, numbers and papers."""

import datetime
import random
from dataclasses import dataclass
from functools import lru_cache

from phonenumbers import country_code_for_region

from benchmarks.invented.body_features import invent_effects, invent_marks
from benchmarks.invented.cultures import Culture
from benchmarks.invented.invented_names import InventedName, invent_name
from benchmarks.invented.losses import Loss
from benchmarks.invented.spelling import on_papers
from matching.record import Effect, IdentityDocument, Mark, Phone, PhoneRole, Sex

_MEN = 0.735
_MEAN_AGE, _SPREAD, _YOUNGEST, _OLDEST = 25.0, 8.7, 1.0, 80.0
_DAYS_A_YEAR = 365.25
_OWN_PHONE, _FAMILY_PHONE = 0.593, 0.855
_PAPER_LETTERS = "ABCDEFGHKLMNP"


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """One person as they are, before anybody tells of them.

    `papers` are the parts of the name as the person's own papers spell them, `phones` the numbers that the family
    knows, `companions` the names of some who travelled along.
    """

    number: int
    culture: Culture
    name: InventedName
    papers: tuple[str, ...]
    sex: Sex
    born: datetime.date
    nationality: str
    loss: Loss
    height_cm: int
    marks: tuple[Mark, ...]
    effects: tuple[Effect, ...]
    phones: tuple[Phone, ...]
    document: IdentityDocument
    companions: tuple[InventedName, ...] = ()


def invent_person(
    number: int, culture: Culture, loss: Loss, companions: tuple[InventedName, ...], rng: random.Random
) -> InventedPerson:
    """One person of a culture, lost in this loss."""
    sex = Sex.MALE if rng.random() < _MEN else Sex.FEMALE
    name = invent_name(culture, sex, rng)
    age = min(max(rng.gauss(_MEAN_AGE, _SPREAD), _YOUNGEST), _OLDEST)
    nationality = culture.countries.draw(rng)
    return InventedPerson(
        number=number,
        culture=culture,
        name=name,
        papers=on_papers(name, culture, rng),
        sex=sex,
        born=loss.day - datetime.timedelta(days=int(age * _DAYS_A_YEAR)),
        nationality=nationality,
        loss=loss,
        height_cm=round(rng.gauss(169 if sex is Sex.MALE else 160, 7)),
        marks=invent_marks(rng),
        effects=invent_effects(rng),
        phones=_phones(nationality, rng),
        document=IdentityDocument(invent_number(rng), "identity_card", nationality),
        companions=companions,
    )


def invent_phone(country: str, rng: random.Random) -> str:
    """A number of a country: its code and eight digits that need be nobody's."""
    return f"+{_code(country)}{rng.randrange(10**8):08d}"


def invent_number(rng: random.Random) -> str:
    """The number of a paper: a letter and seven digits."""
    return f"{rng.choice(_PAPER_LETTERS)}{rng.randrange(10**7):07d}"


def _phones(country: str, rng: random.Random) -> tuple[Phone, ...]:
    own = (Phone(invent_phone(country, rng), PhoneRole.SOUGHT),) if rng.random() < _OWN_PHONE else ()
    if rng.random() >= _FAMILY_PHONE:
        return own
    return (*own, Phone(invent_phone(country, rng), PhoneRole.ENQUIRER))


@lru_cache(maxsize=512)
def _code(country: str) -> int:
    return int(country_code_for_region(country))
