"""How clerks write a name they hear or copy: in their own spelling, with slips, with parts dropped or moved."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from benchmarks.invented.culture_name_parts import Part
from benchmarks.invented.cultures import Culture
from benchmarks.invented.invented_names import InventedName

# What a clerk writes for sounds that the own language spells otherwise.
_HABITS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "es": (("sh", "ch"), ("kh", "j"), ("oo", "u"), ("ee", "i"), ("w", "u"), ("k", "c"), ("z", "s"), ("ph", "f")),
        "fr": (("sh", "ch"), ("oo", "ou"), ("ee", "i"), ("w", "ou"), ("k", "c"), ("j", "dj"), ("u", "ou"), ("q", "k")),
        "it": (("sh", "sci"), ("kh", "ch"), ("oo", "u"), ("ee", "i"), ("j", "gi"), ("y", "i"), ("w", "u"), ("h", "")),
        "en": (("ou", "u"), ("dj", "j"), ("aa", "a"), ("ii", "ee"), ("ei", "ey"), ("x", "h"), ("c", "k"), ("i", "ee")),
    }
)
_LETTERS = "aeiouaeiounrslmthdk"
# Shares of parts and of names, as measured on true pairs; see docs/benchmarks.md.
_USUAL_SPELLING, _RESPELLED, _SLIPPED, _SLIPPED_TWICE = 0.42, 0.2, 0.34, 0.25
_COPIED, _ACCENTS_LOST, _COPY_SLIPPED, _FROM_PAPERS = 0.92, 0.5, 0.17, 0.45
_DROPPED, _DROPPED_OF_TWO, _ALONE, _ADDED, _MOVED, _CAPITALS = 0.53, 0.06, 0.03, 0.01, 0.095, 0.235
_NATIVE_SLIPPED, _LAST_DROPPED = 0.18, 0.82
_WITHOUT_ACCENTS = str.maketrans("áàâãäéèêëíìîïóòôõöúùûüñçÁÉÍÓÚÑÇşŞîÎêûğ", "aaaaaeeeeiiiiooooouuuuncAEIOUNCsSiIeug")


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who writes: the language whose spelling is followed, and the cultures whose own letters are written."""

    language: str
    letters_of: frozenset[str] = frozenset()
    native: float = 0.0


def on_papers(name: InventedName, culture: Culture, rng: random.Random) -> tuple[str, ...]:
    """The parts in Latin letters as the bearer's own papers have them: all of them, no slips."""
    return tuple(part.native if culture.latin else _one(part.spellings, rng) for part in name.parts)


def as_written(name: InventedName, papers: Sequence[str], culture: Culture, clerk: Clerk, rng: random.Random) -> str:
    """The name as a clerk writes it down, by ear or from papers."""
    chosen = _order(_kept(len(name.parts), rng), rng)
    if culture.code in clerk.letters_of and rng.random() < clerk.native:
        words = [name.parts[at].native for at in chosen]
        words = [_slipped(word, rng) if rng.random() < _NATIVE_SLIPPED else word for word in words]
    elif culture.latin:
        words = [_copied(name.parts[at], rng) for at in chosen]
    elif rng.random() < _FROM_PAPERS:
        words = [_slipped(papers[at], rng) if rng.random() < _COPY_SLIPPED else papers[at] for at in chosen]
    else:
        words = [_heard(name.parts[at], clerk, rng) for at in chosen]
    if rng.random() < _ADDED:
        words.append(rng.choice(culture.parts["male"].draw(rng).spellings))
    text = " ".join(words)
    return text.upper() if rng.random() < _CAPITALS else text


def _kept(parts: int, rng: random.Random) -> list[int]:
    """Which parts are written. The last one is what is mostly left out, now and then one in between, or all but one."""
    kept = list(range(parts))
    if parts > 1 and rng.random() < (_DROPPED_OF_TWO if parts == 2 else _DROPPED):
        del kept[-1 if parts == 2 or rng.random() < _LAST_DROPPED else rng.randrange(1, parts - 1)]
        if len(kept) > 1 and rng.random() < _ALONE:
            del kept[1:]
    return kept


def _order(parts: list[int], rng: random.Random) -> list[int]:
    if len(parts) > 1 and rng.random() < _MOVED:
        return [parts[-1], *parts[:-1]] if rng.random() < 0.7 else [parts[0], *reversed(parts[1:])]
    return parts


def _copied(part: Part, rng: random.Random) -> str:
    """A name in Latin letters is copied, accents or not; else written as it sounds."""
    text = part.native
    if rng.random() < _ACCENTS_LOST:
        text = text.translate(_WITHOUT_ACCENTS)
    if rng.random() >= _COPIED:
        text = rng.choice(part.spellings)
    if rng.random() < _COPY_SLIPPED:
        text = _slipped(text, rng)
        return _slipped(text, rng) if rng.random() < _SLIPPED_TWICE else text
    return text


def _heard(part: Part, clerk: Clerk, rng: random.Random) -> str:
    text = _one(part.spellings, rng)
    if rng.random() < _RESPELLED:
        sound, letters = rng.choice(_HABITS.get(clerk.language, _HABITS["en"]))
        text = text.replace(sound, letters)
    if rng.random() < _SLIPPED:
        text = _slipped(text, rng)
        if rng.random() < _SLIPPED_TWICE:
            text = _slipped(text, rng)
    return text


def _one(spellings: Sequence[str], rng: random.Random) -> str:
    return spellings[0] if rng.random() < _USUAL_SPELLING else rng.choice(spellings)


def _slipped(text: str, rng: random.Random) -> str:
    """A letter doubled, left out, changed, put in, or two of them swapped; the first one stays."""
    if len(text) < 3:
        return text
    at, kind = rng.randrange(1, len(text) - 1), rng.random()
    letter = text[at]
    if kind < 0.25:
        return text[:at] + letter + text[at:]
    if kind < 0.45:
        return text[:at] + text[at + 1 :]
    if kind < 0.6:
        return text[:at] + text[at + 1] + letter + text[at + 2 :]
    other = rng.choice(_LETTERS) if letter < "\u0250" else text[rng.randrange(len(text))]
    return text[:at] + other + text[at + (kind < 0.8) :]
