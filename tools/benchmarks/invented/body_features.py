"""What a body has and wears, and how somebody else remembers it: side, place, word and colour may be otherwise."""

import random
from itertools import accumulate

from matching.record import Effect, Mark

_KINDS = (
    "tattoo",
    "scar",
    "burn",
    "birthmark",
    "mole",
    "piercing",
    "missing_tooth",
    "healed_fracture",
    "gold_tooth",
    "amputation",
)
_KIND_WEIGHTS = tuple(accumulate((12, 11, 10, 10, 10, 9, 10, 10, 9, 9)))
_TEETH = frozenset({"missing_tooth", "gold_tooth"})
_PLACES = (
    "face",
    "neck",
    "chest",
    "back",
    "abdomen",
    "upper_arm",
    "forearm",
    "hand",
    "finger",
    "thigh",
    "lower_leg",
    "foot",
)
_ONE_SIDED = frozenset({"upper_arm", "forearm", "hand", "finger", "thigh", "lower_leg", "foot"})
_MOTIFS = (
    "name",
    "cross",
    "date",
    "star",
    "rose",
    "heart",
    "lion",
    "snake",
    "virgin_mary",
    "anchor",
    "butterfly",
    "eagle",
)
# Which word another person uses for the same thing.
_OTHER_MARK = {
    "scar": "burn",
    "burn": "scar",
    "mole": "birthmark",
    "birthmark": "mole",
    "missing_tooth": "gold_tooth",
    "gold_tooth": "missing_tooth",
    "healed_fracture": "scar",
    "amputation": "scar",
    "piercing": "scar",
    "tattoo": "birthmark",
}
_ITEMS = (
    "shirt",
    "jacket",
    "trousers",
    "shoes",
    "sandals",
    "belt",
    "cap",
    "ring",
    "watch",
    "bracelet",
    "backpack",
    "rosary",
    "headscarf",
    "dress",
)
_COLOURS = ("black", "blue", "white", "grey", "red", "green", "brown", "yellow")
_OTHER_ITEM = {
    "shirt": "jacket",
    "jacket": "shirt",
    "trousers": "dress",
    "shoes": "sandals",
    "sandals": "shoes",
    "belt": "backpack",
    "cap": "headscarf",
    "ring": "bracelet",
    "watch": "bracelet",
    "bracelet": "watch",
    "backpack": "belt",
    "rosary": "bracelet",
    "headscarf": "cap",
    "dress": "trousers",
}
_SIDE_KNOWN, _MOTIF_KNOWN = 0.78, 0.7
# How often the second witness says something else of the same mark or piece.
_OTHER_PLACE, _OTHER_WORD, _SIDE_LEFT_OUT, _SIDE_SWAPPED = 0.18, 0.08, 0.02, 0.012
_OTHER_COLOUR, _OTHER_PIECE = 0.19, 0.06
_NUMBER_OF_MARKS = tuple(accumulate((36, 39, 19, 6)))
_NUMBER_OF_EFFECTS = tuple(accumulate((30, 40, 21, 9)))


def invent_marks(rng: random.Random) -> tuple[Mark, ...]:
    """The marks of a body: none to three."""
    many = rng.choices(range(4), cum_weights=_NUMBER_OF_MARKS)[0]
    return tuple(_mark(rng) for _ in range(many))


def invent_effects(rng: random.Random) -> tuple[Effect, ...]:
    """Some of what a person wore: none to three pieces."""
    many = rng.choices(range(4), cum_weights=_NUMBER_OF_EFFECTS)[0]
    return tuple(Effect(rng.choice(_ITEMS), rng.choice(_COLOURS)) for _ in range(many))


def another_mark(rng: random.Random) -> Mark:
    """A mark that only one of two witnesses speaks of."""
    return _mark(rng)


def another_effect(rng: random.Random) -> Effect:
    """A piece that only one of two witnesses speaks of."""
    return Effect(rng.choice(_ITEMS), rng.choice(_COLOURS))


def seen_otherwise(mark: Mark, rng: random.Random) -> Mark:
    """The mark as another person describes it, mostly the same."""
    kind, place, side, motif = mark.kind, mark.place, mark.side, mark.motif
    if rng.random() < _OTHER_WORD:
        kind = _OTHER_MARK[kind]
    elif rng.random() < _OTHER_PLACE and kind not in _TEETH:
        place = _neighbour(place, rng)
    if side and rng.random() < _SIDE_LEFT_OUT + _SIDE_SWAPPED:
        side = "" if rng.random() < _SIDE_LEFT_OUT / (_SIDE_LEFT_OUT + _SIDE_SWAPPED) else _swapped(side)
    if place not in _ONE_SIDED:
        side = ""
    return Mark(kind, place, side, motif if kind == "tattoo" and rng.random() < _MOTIF_KNOWN else "")


def worn_otherwise(effect: Effect, rng: random.Random) -> Effect:
    """The piece as another person describes it, mostly the same."""
    if rng.random() < _OTHER_PIECE:
        return Effect(_OTHER_ITEM[effect.item], effect.colour)
    if rng.random() < _OTHER_COLOUR:
        return Effect(effect.item, rng.choice(_COLOURS))
    return effect


def _mark(rng: random.Random) -> Mark:
    kind = rng.choices(_KINDS, cum_weights=_KIND_WEIGHTS)[0]
    place = "face" if kind in _TEETH else rng.choice(_PLACES)
    side = rng.choice(("left", "right")) if place in _ONE_SIDED and rng.random() < _SIDE_KNOWN else ""
    motif = rng.choice(_MOTIFS) if kind == "tattoo" and rng.random() < _MOTIF_KNOWN else ""
    return Mark(kind, place, side, motif)


def _neighbour(place: str, rng: random.Random) -> str:
    """The next place up or down the body, in the order above."""
    at = _PLACES.index(place) + rng.choice((-1, 1))
    return _PLACES[at % len(_PLACES)]


def _swapped(side: str) -> str:
    return "left" if side == "right" else "right"
