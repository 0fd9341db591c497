"""Clothing and belongings in words: `camisa azul, reloj`, `blue jeans and white Nike shoes`, into codes."""

from dataclasses import dataclass, replace
from functools import lru_cache

from matching.record import Effect
from search.values import lexicon
from search.values.blanks import is_blank
from search.values.folding import fold
from search.values.phrasebook import Hit, chunks, in_any_language, phrasebook

_MAX_CHARS, _MAX_EFFECTS = 4000, 40


@dataclass(frozen=True, slots=True)
class EffectWords:
    """The things understood, and the chunks of the cell in which nothing was."""

    effects: tuple[Effect, ...] = ()
    left: tuple[str, ...] = ()


# Words that other languages have for a thing.
_ADJECTIVES = frozenset(("short",))


@lru_cache(maxsize=32768)
def read_effects(text: str, languages: tuple[str, ...] = ()) -> EffectWords:
    """Read a cell of clothing and belongings. A colour alone belongs to the thing before it."""
    if is_blank(text):
        return EffectWords()
    effects: list[Effect] = []
    left: list[str] = []
    for group in chunks(text[:_MAX_CHARS], languages):
        for chunk in group:
            words = fold(chunk).split()
            hits = _hits_of(words, languages)
            if any(hit.code("item") for hit in hits):
                effects += _effects_of(chunk, words, hits)
            elif effects and hits and not effects[-1].colour:
                effects[-1] = replace(effects[-1], colour=hits[0].code("colour"), words=f"{effects[-1].words}, {chunk}")
            elif any(len(word) > 2 for word in words):
                left.append(chunk)
    return EffectWords(tuple(dict.fromkeys(effects))[:_MAX_EFFECTS], tuple(left))


@lru_cache(maxsize=32768)
def scan_effects(text: str, languages: tuple[str, ...] = ()) -> tuple[Effect, ...]:
    """Find things in free text: only with a colour or brand beside the thing, or where nothing else is said.

    `short` alone is how tall somebody is, whatever it is called elsewhere.
    """
    effects: list[Effect] = []
    book = phrasebook(languages)
    for group in chunks(text[:_MAX_CHARS], languages):
        for chunk in group:
            words = fold(chunk).split()
            hits = [] if " ".join(words) in _ADJECTIVES else _things(book.find(words))
            known = sum(hit.end - hit.start for hit in hits)
            effects += [e for e in _effects_of(chunk, words, hits) if e.colour or e.brand or known == len(words)]
    return tuple(dict.fromkeys(effects))[:_MAX_EFFECTS]


def _hits_of(words: list[str], languages: tuple[str, ...]) -> list[Hit]:
    """What the sheet's own language and English know; where they know no thing, what any other language does."""
    own = _things(phrasebook(languages).find(words))
    if any(hit.code("item") for hit in own):
        return own
    others = _things(in_any_language(words))
    return others if not own or any(hit.code("item") for hit in others) else own


def _things(hits: list[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.code("item") or hit.code("colour")]


def _effects_of(chunk: str, words: list[str], hits: list[Hit]) -> list[Effect]:
    """Things with their colours: each belongs to the thing before it, or after it where a colour comes first."""
    items = [(at, hit) for at, hit in enumerate(hits) if hit.code("item") and not _is_colour_here(hits, at)]
    colour_first = bool(hits) and bool(items) and items[0][0] > 0
    effects: list[Effect] = []
    for order, (at, hit) in enumerate(items):
        following = items[order + 1][0] if order + 1 < len(items) else len(hits)
        before = items[order - 1][0] + 1 if order else 0
        near = hits[before:at] if colour_first else hits[at + 1 : following]
        colour = next((code for other in near if (code := other.code("colour"))), "")
        effects.append(Effect(hit.code("item"), colour, _brand(words), chunk))
    if len(effects) == 1 and not effects[0].colour:
        effects[0] = replace(
            effects[0], colour=next((c for hit in hits if not hit.code("item") and (c := hit.code("colour"))), "")
        )
    return effects


def _is_colour_here(hits: list[Hit], at: int) -> bool:
    """A word that is a colour and a thing both (`coffee`, `saco`) is a colour beside another thing."""
    return bool(hits[at].code("colour")) and any(hit.code("item") for other, hit in enumerate(hits) if other != at)


@lru_cache(maxsize=1)
def _brands() -> dict[str, str]:
    return {fold(brand): brand for _, _, brands in lexicon.rows("brands") for brand in brands}


def _brand(words: list[str]) -> str:
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            if (brand := _brands().get(" ".join(words[at : at + size]))) is not None:
                return brand
    return ""
