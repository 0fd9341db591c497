"""Han characters as Japanese families say them: known surnames, else the readings of the characters put together.

Each character has readings with a cost; the cheapest sums come first. Where characters meet, k, s, t and h may become
g, z, d and b (kawa, gawa), and tsu and ku may be swallowed before k, s, t and p (hachi and ta: hatta).
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from matching.names.readings import kana
from matching.names.readings.han_variants import is_han, same_characters
from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_MOST_READINGS = 14
_LONGEST_NAME = 5
# Readings of one character that are tried: fewer in a long word, which would have too many combinations.
_TRIED_ALONE, _TRIED, _TRIED_IN_LONG = 14, 8, 5
# Costs, in halvings of the likelihood, about: next reading of a list; a reading that no list of names has;
# a softened or swallowed consonant; a reading that belongs to another character of the same form.
_NEXT, _UNLISTED, _ON_OF_UNLISTED, _SOFTENED, _SWALLOWED, _RELATED, _MIXED = 0.5, 2.0, 0.4, 1.5, 0.8, 2.0, 0.4
_SOFT = {"k": "g", "sh": "j", "s": "z", "ch": "j", "ts": "z", "t": "d", "h": "b", "f": "b"}
_HARD_P = {"h": "p", "f": "p"}
_SWALLOWING = ("tsu", "chi", "ku", "ki")
_VOWELS = tuple("aiueoy")
# Between two characters of a name these kana are said so, or are a particle.
_SMALL_WORDS = {"ヶ": "ga", "ケ": "ga", "ヵ": "ka", "が": "ga", "ノ": "no", "の": "no", "ツ": "tsu", "之": "no"}
_REPEAT = "々"
_HELD = "Q"


class Sound(NamedTuple):
    """One reading of a character at its place in a word; `chinese` tells an on reading."""

    text: str
    cost: float
    chinese: bool


def read_japanese(word: str) -> tuple[Reading, ...]:
    """At most 14 readings in Hepburn letters, likeliest first; empty where a character has none, or for long words."""
    known = _surnames().get(same_characters(word), ())
    units = _units(word)
    if not units or len(units) > _LONGEST_NAME:
        return tuple(Reading(text, Group.JAPANESE) for text in known)
    texts = dict.fromkeys([*known, *_combined(units)])
    return tuple(Reading(text, Group.JAPANESE) for text in list(texts)[:_MOST_READINGS])


def is_japanese_surname(word: str) -> bool:
    """A surname of the hand-made table, in today's characters or old ones."""
    return same_characters(word) in _surnames()


def has_japanese_sign(word: str) -> bool:
    """Kana or the repetition sign, which only Japanese names have."""
    return any(letter == _REPEAT or not is_han(letter) for letter in word)


def is_written_in_japan(word: str) -> bool:
    """No character of it is a simplified one of China alone."""
    return not any(is_han(letter) and _is_only_simplified(letter) for letter in word)


def _is_only_simplified(letter: str) -> bool:
    return letter != _REPEAT and not any(_row(letter)[:2]) and same_characters(letter) == letter


def _units(word: str) -> list[str]:
    """Characters, with runs of kana and pairs that are read as one in one piece, and repetition signs resolved."""
    units: list[str] = []
    for position, letter in enumerate(word):
        if letter == _REPEAT and units:
            units.append(units[-1])
        elif units and (units[-1] + letter in _names() or _in_one_kana_run(word, position)):
            units[-1] += letter
        else:
            units.append(letter)
    return units


def _in_one_kana_run(word: str, position: int) -> bool:
    return not is_han(word[position]) and not is_han(word[position - 1])


def _combined(units: list[str]) -> list[str]:
    tried = _TRIED_ALONE if len(units) == 1 else _TRIED if len(units) == 2 else _TRIED_IN_LONG
    last = len(units) - 1
    partial = list(_sounds(units[0], "first" if last else "only")[:tried])
    for position, unit in enumerate(units[1:], 1):
        following = _sounds(unit, "last" if position == last else "middle")[: tried + 4]
        joined = [
            Sound(text, before.cost + after.cost + (_MIXED if before.chinese != after.chinese else 0), after.chinese)
            for before, after in product(partial, following)
            if (text := _joined(before.text, after.text))
        ]
        partial = _cheapest(joined)
    return [sound.text for sound in partial]


def _cheapest(sounds: list[Sound]) -> list[Sound]:
    """The likeliest readings, each once."""
    best: dict[str, Sound] = {}
    for sound in sorted(sounds, key=_cost):
        best.setdefault(sound.text, sound)
        if len(best) == _MOST_READINGS:
            break
    return list(best.values())


def _cost(sound: Sound) -> float:
    return sound.cost


@lru_cache(maxsize=65536)
def _joined(before: str, after: str) -> str:
    """Both together; empty where a swallowed sound finds no consonant to hold, or a p nothing to stand on."""
    if before.endswith(_HELD):
        if after[0] not in "kstp" and not after.startswith("ch"):
            return ""
        return before[:-1] + ("t" if after.startswith("ch") else after[0]) + after
    if after[0] == "p" and before[-1] != "n":
        return ""
    return f"{before}'{after}" if before[-1] == "n" and after.startswith(_VOWELS) else before + after


@lru_cache(maxsize=16384)
def _sounds(unit: str, place: str) -> tuple[Sound, ...]:
    """What a character, or a run of kana, may be said at its place, likeliest first."""
    if not is_han(unit[0]) or (unit in _SMALL_WORDS and place == "middle"):
        return _kana_sounds(unit, place)
    sounds = [sound for sound in _readings_of(unit) if place in ("middle", "last") or not sound.text.startswith("-")]
    bare = [sound._replace(text=sound.text.removeprefix("-")) for sound in sounds]
    if place in ("middle", "last"):
        bare += [change for sound in bare for change in _softened(sound, bare)]
    if place in ("first", "middle"):
        bare += [change for sound in bare for change in _swallowed(sound)]
    return tuple(_cheapest(bare))


def _kana_sounds(unit: str, place: str) -> tuple[Sound, ...]:
    small = _SMALL_WORDS.get(unit) if place == "middle" else None
    plain = [reading.text.replace("~", "u") for reading in kana.read(unit)[-1:]] if not small else [small]
    return tuple(Sound(text, 0, False) for text in plain if text)


def _softened(sound: Sound, others: list[Sound]) -> list[Sound]:
    """The voiced form of a native reading, and p for h."""
    changes = []
    for hard, soft in _SOFT.items():
        if sound.text.startswith(hard):
            if not sound.chinese and all(other.text != soft + sound.text[len(hard) :] for other in others):
                changes.append(sound._replace(text=soft + sound.text[len(hard) :], cost=sound.cost + _SOFTENED))
            if hard in _HARD_P:
                changes.append(sound._replace(text="p" + sound.text[1:], cost=sound.cost + _SWALLOWED))
            break
    return changes


def _swallowed(sound: Sound) -> list[Sound]:
    ending = next((end for end in _SWALLOWING if sound.text.endswith(end) and len(sound.text) > len(end)), None)
    return [sound._replace(text=sound.text[: -len(ending)] + _HELD, cost=sound.cost + _SWALLOWED)] if ending else []


@lru_cache(maxsize=4096)
def _readings_of(character: str) -> list[Sound]:
    """All readings of a character and of those it may stand for; `-` marks one that never begins a word."""
    own = _own_readings(character)
    base = _RELATED if own else 0.0
    related = [sound for other in _row(character)[2] for sound in _own_readings(other)]
    return sorted([*own, *(sound._replace(cost=sound.cost + base) for sound in related)], key=_cost)


@lru_cache(maxsize=4096)
def _own_readings(character: str) -> list[Sound]:
    on, kun, _ = _row(character)
    listed = _names().get(character, ())
    sounds = [Sound(text, place * _NEXT, text.lstrip("-") in on) for place, text in enumerate(listed)]
    return sounds + _unlisted(on, kun, _UNLISTED if listed else 0.0)


def _unlisted(on: list[str], kun: list[str], base: float) -> list[Sound]:
    native = [Sound(text, base + place * _NEXT / 2, False) for place, text in enumerate(kun)]
    return native + [Sound(text, base + _ON_OF_UNLISTED + place * _NEXT, True) for place, text in enumerate(on)]


def _row(character: str) -> tuple[list[str], list[str], str]:
    """On readings, kun and name readings, and the characters it may stand for; an old form has only the last."""
    on, kun, related = (*_rows().get(character, "").split("\t"), "", "", "")[:3]
    return on.split(), kun.split(), related


@lru_cache(maxsize=1)
def _rows() -> dict[str, str]:
    return {row[0]: "\t".join(row[1:]) for row in read_rows("han_japanese.tsv")}


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """By today's forms."""
    names: dict[str, tuple[str, ...]] = {}
    for written, readings in read_rows("han_japanese_names.tsv"):
        on, kun, related = _row(written)
        key = related if len(related) == 1 and not on and not kun else written
        names[key] = (*names.get(key, ()), *readings.split())
    return names


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, ...]]:
    surnames: dict[str, tuple[str, ...]] = {}
    for written, readings in read_rows("han_japanese_surnames.tsv"):
        shared = same_characters(written)
        surnames[shared] = tuple(dict.fromkeys((*surnames.get(shared, ()), *readings.split())))
    return surnames
