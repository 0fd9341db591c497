"""The fixed questions: what can be answered, what an answer adds to a search, and which reports say something of it.

Nothing here depends on any candidate. `speaks` asks whether a report says *something* of the subject, in a way that
does not depend on what the person is like: a tattoo is looked for on a body that was described, not only on one that
has a tattoo. Why that matters: decision 0040.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from matching.record import NameKind, PhoneRole
from search.asking.additions import (
    Additions,
    another_name,
    companion,
    garment,
    height,
    languages,
    mark,
    no_addition,
    number_called_from,
    ornament,
    traits,
)
from search.documents import Description, Identifiers, Journey
from search.vocabulary import FEATURE_VALUES, BodyPlace, Colour, EffectItem, Feature, MarkKind, Motif, Question

Given = Mapping[str, str]
Adds = Callable[[Given], Additions]
Speaks = Callable[[Description, Identifiers], bool]

_LIMB_ENDS = (BodyPlace.FINGER, BodyPlace.HAND, BodyPlace.FOREARM, BodyPlace.TOE, BodyPlace.FOOT, BodyPlace.LOWER_LEG)
_PLACES = (
    BodyPlace.HEAD, BodyPlace.FACE, BodyPlace.NECK, BodyPlace.SHOULDER, BodyPlace.CHEST, BodyPlace.BACK,
    BodyPlace.ABDOMEN, BodyPlace.UPPER_ARM, BodyPlace.FOREARM, BodyPlace.HAND, BodyPlace.FINGER, BodyPlace.HIP,
    BodyPlace.THIGH, BodyPlace.KNEE, BodyPlace.LOWER_LEG, BodyPlace.FOOT,
)  # fmt: skip
_JAWS = (
    BodyPlace.UPPER_FRONT_TEETH, BodyPlace.UPPER_BACK_TEETH, BodyPlace.LOWER_FRONT_TEETH, BodyPlace.LOWER_BACK_TEETH,
)  # fmt: skip
_GARMENTS = (
    EffectItem.SHIRT, EffectItem.TSHIRT, EffectItem.BLOUSE, EffectItem.SWEATER, EffectItem.HOODIE, EffectItem.JACKET,
    EffectItem.COAT, EffectItem.TROUSERS, EffectItem.JEANS, EffectItem.SHORTS, EffectItem.SKIRT, EffectItem.DRESS,
    EffectItem.ROBE, EffectItem.HEADSCARF, EffectItem.CAP, EffectItem.SHOES, EffectItem.BOOTS, EffectItem.SANDALS,
)  # fmt: skip
_ORNAMENTS = (
    EffectItem.RING, EffectItem.BRACELET, EffectItem.NECKLACE, EffectItem.EARRING, EffectItem.WATCH, EffectItem.ROSARY,
    EffectItem.PRAYER_BEADS, EffectItem.AMULET,
)  # fmt: skip
_PAPERS = ("passport", "identity_card", "birth_certificate", "consular_card", "refugee_card", "driving_licence")
_HEIGHTS = ("120-149", "150-154", "155-159", "160-164", "165-169", "170-174", "175-179", "180-184", "185-210")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to choose or to type in an answer. `words` names the table of the words of its options.

    Without options it is typed. A part that is not `needed` may be left out of an answer.
    """

    name: str
    options: tuple[str, ...] = ()
    words: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolQuestion:
    """A question. `stated`: whether a search answers it already; `speaks`: whether a report says something of it.

    `worth`: by how many bits an answer brings the right one of several candidates ahead, where all their reports speak
    of it (measured: docs/benchmarks.md). `none`: "there is none" is an answer.
    """

    parts: tuple[Part, ...]
    adds: Adds
    stated: Speaks
    speaks: Speaks
    worth: float
    none: bool = False


def _body_was_described(found: Description, _identifiers: Identifiers) -> bool:
    """Whether somebody wrote down what the body is like, marks left aside: who has none has none written down."""
    return found.remains is not None or found.height is not None or bool(found.traits)


def _journey_was_described(found: Description, _identifiers: Identifiers) -> bool:
    """Whether anything is told of the way, companions left aside."""
    return found.journey is not None and replace(found.journey, companions=()) != Journey()


def _has_item(*items: EffectItem) -> Speaks:
    return lambda found, _identifiers: any(one.item in items for one in found.effects)


def _has_mark(kind: MarkKind) -> Speaks:
    return lambda found, _identifiers: any(one.kind == kind for one in found.marks)


def _says_trait(*features: Feature) -> Speaks:
    return lambda found, _identifiers: any(one.feature in features for one in found.traits)


def _says_name(kind: NameKind) -> Speaks:
    return lambda found, _identifiers: any(one.kind is kind for one in found.names)


def _feature(feature: Feature, worth: float) -> PoolQuestion:
    part = Part(feature.value, FEATURE_VALUES[feature], f"feature_value:{feature.value}.")
    says = _says_trait(feature)
    return PoolQuestion(parts=(part,), adds=traits(feature), stated=says, speaks=says, worth=worth)


def _mark(kind: MarkKind, places: tuple[BodyPlace, ...], worth: float, *more: Part) -> PoolQuestion:
    place = Part("place", places, "body_place")
    return PoolQuestion(
        parts=(place, *more),
        adds=mark(kind),
        stated=_has_mark(kind),
        speaks=_body_was_described,
        worth=worth,
        none=True,
    )


def _typed_name(kind: NameKind, worth: float) -> PoolQuestion:
    says = _says_name(kind)
    return PoolQuestion(parts=(Part("words"),), adds=another_name(kind), stated=says, speaks=says, worth=worth)


def _hair() -> PoolQuestion:
    both = (Feature.HAIR_COLOUR, Feature.HAIR_FORM)
    parts = tuple(
        Part(one.value, FEATURE_VALUES[one], f"feature_value:{one.value}.", needed=one is both[0]) for one in both
    )
    says = _says_trait(*both)
    return PoolQuestion(parts=parts, adds=traits(*both), stated=says, speaks=says, worth=2.3)


def _glasses() -> PoolQuestion:
    """Whoever wears none has none written down: what counts is that anybody looked."""
    part = Part(Feature.GLASSES.value, FEATURE_VALUES[Feature.GLASSES], "feature_value:glasses.")
    says = _says_trait(Feature.GLASSES)
    adds = traits(Feature.GLASSES)
    return PoolQuestion(parts=(part,), adds=adds, stated=says, speaks=_body_was_described, worth=0.2)


POOL: Mapping[Question, PoolQuestion] = {
    Question.TATTOOS: _mark(MarkKind.TATTOO, _PLACES, 0.8, Part("motif", tuple(Motif), "motif", needed=False)),
    Question.SCARS: _mark(MarkKind.SCAR, _PLACES, 1.6),
    Question.AMPUTATION: _mark(MarkKind.AMPUTATION, _LIMB_ENDS, 0.2),
    Question.TEETH_MISSING: _mark(MarkKind.MISSING_TOOTH, _JAWS, 0.25),
    Question.TEETH_METAL: _mark(MarkKind.GOLD_TOOTH, _JAWS, 0.1),
    Question.HANDEDNESS: _feature(Feature.HANDEDNESS, 1.0),
    Question.EYE_COLOUR: _feature(Feature.EYES, 2.4),
    Question.HAIR: _hair(),
    Question.HEIGHT: PoolQuestion(
        parts=(Part("height", _HEIGHTS, "height"),),
        adds=height,
        stated=lambda sought, _identifiers: sought.height is not None,
        speaks=lambda found, _identifiers: found.height is not None,
        worth=1.4,
    ),
    Question.BUILD: _feature(Feature.BUILD, 1.8),
    Question.GLASSES: _glasses(),
    Question.BLOOD_GROUP: _feature(Feature.BLOOD_GROUP, 2.0),
    Question.OPERATIONS: _mark(MarkKind.OPERATION, _PLACES, 0.4),
    Question.FRACTURES: _mark(MarkKind.HEALED_FRACTURE, _PLACES, 0.4),
    Question.CLOTHES_LAST: PoolQuestion(
        parts=(Part("item", _GARMENTS, "effect_item"), Part("colour", tuple(Colour), "colour", needed=False)),
        adds=garment,
        stated=_has_item(*_GARMENTS),
        speaks=_has_item(*_GARMENTS),
        worth=5.2,
    ),
    Question.JEWELLERY: PoolQuestion(
        parts=(Part("item", _ORNAMENTS, "effect_item"),),
        adds=ornament,
        stated=_has_item(*_ORNAMENTS),
        speaks=_has_item(*_GARMENTS),
        worth=2.1,
        none=True,
    ),
    Question.COMPANIONS: PoolQuestion(
        parts=(Part("words"),),
        adds=companion,
        stated=lambda sought, _identifiers: sought.journey is not None and bool(sought.journey.companions),
        speaks=_journey_was_described,
        worth=4.9,
        none=True,
    ),
    Question.NUMBER_CALLED_FROM: PoolQuestion(
        parts=(Part("number"),),
        adds=number_called_from,
        stated=lambda _sought, identifiers: any(one.role is PhoneRole.CALLED_FROM for one in identifiers.phones),
        speaks=lambda _found, identifiers: bool(identifiers.phones),
        worth=8.0,
    ),
    # Kept for readers; the engine compares numbers of papers, so no report divides anybody by this.
    Question.CARRIED_PAPERS: PoolQuestion(
        parts=(Part("papers", _PAPERS, "document_kind"),),
        adds=no_addition,
        stated=lambda _sought, identifiers: bool(identifiers.documents),
        speaks=lambda _found, _identifiers: False,
        worth=0.0,
        none=True,
    ),
    Question.FATHERS_NAME: _typed_name(NameKind.FATHER, 6.0),
    Question.MOTHERS_NAME: _typed_name(NameKind.MOTHER, 6.0),
    Question.NICKNAME: PoolQuestion(
        parts=(Part("words"),),
        adds=another_name(NameKind.NICKNAME),
        stated=_says_name(NameKind.NICKNAME),
        speaks=lambda found, _identifiers: any(one.kind is not NameKind.NICKNAME for one in found.names),
        worth=0.1,
        none=True,
    ),
    Question.LANGUAGES_SPOKEN: PoolQuestion(
        parts=(Part("words"),),
        adds=languages,
        stated=lambda sought, _identifiers: bool(sought.languages),
        speaks=lambda found, _identifiers: bool(found.languages),
        worth=2.9,
    ),
}


def open_questions(sought: Description, identifiers: Identifiers) -> frozenset[Question]:
    """The questions that a search does not answer yet: all that the family sees of itself, and nothing else."""
    return frozenset(one for one, row in POOL.items() if not row.stated(sought, identifiers))


def spoken_of(found: Description, identifiers: Identifiers) -> frozenset[Question]:
    """The questions of whose subject a report says something, whatever it says."""
    return frozenset(one for one, row in POOL.items() if row.speaks(found, identifiers))
