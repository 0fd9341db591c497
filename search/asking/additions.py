"""What an answer adds to a search, as values of its documents; and the same taken away where the answer is changed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from matching.record import Effect, HeightRange, Mark, NameKind, PersonName, Phone, PhoneRole, Trait
from search.documents import Description, Identifiers, Journey
from search.values.language_names import read_languages
from search.values.phone_numbers import read_phones
from search.vocabulary import Feature, MarkKind

Given = Mapping[str, str]
Element = TypeVar("Element")


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Values to add. A trait or a height takes the place of what was said of it, the rest stands beside it."""

    names: tuple[PersonName, ...] = ()
    marks: tuple[Mark, ...] = ()
    effects: tuple[Effect, ...] = ()
    traits: tuple[Trait, ...] = ()
    height: HeightRange | None = None
    languages: tuple[str, ...] = ()
    companions: tuple[PersonName, ...] = ()
    phones: tuple[Phone, ...] = ()

    @property
    def say_something(self) -> bool:
        """Whether there is anything to add."""
        return self != NOTHING


NOTHING = Additions()


@dataclass(frozen=True, slots=True)
class Said:
    """What a family says of the person whom it looks for."""

    sought: Description
    identifiers: Identifiers


def with_additions(said: Said, added: Additions) -> Said:
    """What the family says, with an answer."""
    person = said.sought
    features = {one.feature for one in added.traits}
    kept = tuple(one for one in person.traits if one.feature not in features)
    sought = replace(
        person,
        names=_united(person.names, added.names),
        marks=_united(person.marks, added.marks),
        effects=_united(person.effects, added.effects),
        traits=(*kept, *added.traits),
        height=added.height or person.height,
        languages=_united(person.languages, added.languages),
        journey=_travelled(person.journey, _united(_companions(person), added.companions)),
    )
    phones = _united(said.identifiers.phones, added.phones)
    return Said(sought, replace(said.identifiers, phones=phones))


def without_additions(said: Said, added: Additions) -> Said:
    """What the family says, without an answer that it gave before."""
    person = said.sought
    sought = replace(
        person,
        names=_left(person.names, added.names),
        marks=_left(person.marks, added.marks),
        effects=_left(person.effects, added.effects),
        traits=_left(person.traits, added.traits),
        height=None if person.height == added.height else person.height,
        languages=_left(person.languages, added.languages),
        journey=_travelled(person.journey, _left(_companions(person), added.companions)),
    )
    return Said(sought, replace(said.identifiers, phones=_left(said.identifiers.phones, added.phones)))


def mark(kind: MarkKind) -> Callable[[Given], Additions]:
    """A mark of this kind at the place that was chosen."""
    return lambda given: Additions(
        marks=(Mark(kind.value, place=given.get("place", ""), motif=given.get("motif", "")),)
    )


def traits(*features: Feature) -> Callable[[Given], Additions]:
    """The value of each feature that was answered."""
    return lambda given: Additions(
        traits=tuple(Trait(one.value, given[one.value]) for one in features if given.get(one.value))
    )


def height(given: Given) -> Additions:
    """The range of centimetres that was chosen."""
    low, _, high = given["height"].partition("-")
    return Additions(height=HeightRange(int(low), int(high), estimated=True))


def garment(given: Given) -> Additions:
    """A piece of clothing and its colour."""
    return Additions(effects=(Effect(given["item"], colour=given.get("colour", "")),))


def ornament(given: Given) -> Additions:
    """A ring, a chain, a watch."""
    return Additions(effects=(Effect(given["item"]),))


def another_name(kind: NameKind) -> Callable[[Given], Additions]:
    """A name of this kind, as it was typed."""
    return lambda given: Additions(names=(PersonName(given["words"], kind),))


def companion(given: Given) -> Additions:
    """Somebody with whom the person travelled."""
    return Additions(companions=(PersonName(given["words"]),))


def number_called_from(given: Given) -> Additions:
    """The number of the last call; none where it is no number."""
    return Additions(phones=read_phones(given["number"], role=PhoneRole.CALLED_FROM))


def languages(given: Given) -> Additions:
    """The languages that were named; none where no word is one."""
    return Additions(languages=read_languages(given["words"]))


def no_addition(_given: Given) -> Additions:
    """What readers are told, and the engine does not compare."""
    return NOTHING


def _companions(person: Description) -> tuple[PersonName, ...]:
    return person.journey.companions if person.journey else ()


def _travelled(journey: Journey | None, companions: tuple[PersonName, ...]) -> Journey | None:
    changed = replace(journey or Journey(), companions=companions)
    return None if changed == Journey() else changed


def _united(kept: tuple[Element, ...], added: tuple[Element, ...]) -> tuple[Element, ...]:
    return (*kept, *(one for one in added if one not in kept))


def _left(kept: tuple[Element, ...], taken: tuple[Element, ...]) -> tuple[Element, ...]:
    return tuple(one for one in kept if one not in taken)
