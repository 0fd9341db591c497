"""Marks, belongings and stable traits of a JSON request: codes of the vocabulary as they are, words as words."""

from dataclasses import replace

from matching.record import Effect, Mark, Trait
from search.files.request_values import Json, as_text
from search.values import code_words
from search.values.effect_words import read_effects
from search.values.mark_words import read_marks
from search.vocabulary import FEATURE_VALUES, BodyPlace, BodySide, Colour, EffectItem, Feature, MarkKind, Motif

_KINDS, _PLACES, _SIDES, _MOTIFS = frozenset(MarkKind), frozenset(BodyPlace), frozenset(BodySide), frozenset(Motif)
_ITEMS, _COLOURS, _FEATURES = frozenset(EffectItem), frozenset(Colour), frozenset(Feature)
_READ_FROM_WORDS = frozenset({"hair", "build", "eyes", "skin", "facial_hair"})


def marks_of(value: Json, languages: tuple[str, ...]) -> tuple[list[Mark], list[str]]:
    """Return the marks of one value, an object or words, and the words that were not understood."""
    if isinstance(value, dict):
        return [_coded_mark(value)], []
    read = read_marks(as_text(value), languages)
    return list(read.marks), list(read.left)


def effects_of(value: Json, languages: tuple[str, ...]) -> tuple[list[Effect], list[str]]:
    """Return the belongings of one value, an object or words, and the words that were not understood."""
    if isinstance(value, dict):
        return [_coded_effect(value)], []
    read = read_effects(as_text(value), languages)
    return list(read.effects), list(read.left)


def traits_of(feature: str, value: Json) -> tuple[Trait, ...]:
    """Return the traits that a value gives for a feature; empty where it is neither a code nor a known word."""
    text = as_text(value)
    if feature in _FEATURES and text.lower() in FEATURE_VALUES[Feature(feature)]:
        return (Trait(feature, text.lower()),)
    name = "hair" if feature.startswith("hair") else feature
    return code_words.traits(name, text) if text and name in _READ_FROM_WORDS else ()


def _coded_mark(value: dict[str, Json]) -> Mark:
    kind, place, side, motif = (as_text(value.get(key)) for key in ("kind", "place", "side", "motif"))
    words = as_text(value.get("words") or value.get("description") or value.get("text"))
    if kind in _KINDS and place in {"", *_PLACES} and side in {"", *_SIDES} and motif in {"", *_MOTIFS}:
        return Mark(kind, place, side, motif, words)
    said = " ".join(part.replace("_", " ") for part in (kind, motif, side, place, words) if part)
    read = next(iter(read_marks(said).marks), None)
    if read is not None:
        return replace(read, words=said)
    return Mark(MarkKind.OTHER, place if place in _PLACES else "", side if side in _SIDES else "", "", said)


def _coded_effect(value: dict[str, Json]) -> Effect:
    item, colour = as_text(value.get("item") or value.get("kind")), as_text(value.get("colour") or value.get("color"))
    brand, words = as_text(value.get("brand")), as_text(value.get("words") or value.get("description"))
    if item in _ITEMS and colour in {"", *_COLOURS}:
        return Effect(item, colour, brand, words)
    said = " ".join(part.replace("_", " ") for part in (colour, item, words) if part)
    read = next(iter(read_effects(said).effects), None)
    if read is not None:
        return replace(read, brand=brand or read.brand, words=said)
    return Effect(EffectItem.OTHER, colour if colour in _COLOURS else "", brand, said)
