"""A name part made ready to be compared: its written form, its readings as units, its rarity."""

import math
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import and_, or_

from matching.names.ear_codes import close_ear_code
from matching.names.gender_endings import Ending, ending_of
from matching.names.letter_units import units_of
from matching.names.look_alikes import known_names
from matching.names.nicknames import equivalents, formal_names
from matching.names.normalise import native_form
from matching.names.part_rarity import SHIPPED_RARITIES, UNLISTED_BITS, PartRarities, coarse
from matching.names.phonetic import skeleton_of, sound_of
from matching.names.readings.by_script import read, written_in
from matching.names.readings.han import same_characters
from matching.names.readings.latin import plain
from matching.names.readings.reading_result import Group, Groups, Reading
from matching.names.scripts import Script
from matching.names.shipped_weights import shipped_weights

_PREPARED_PARTS = 131_072
# The sound that comes first in the order of characters.
_FIRST_SOUND = ord("@")
# No part of a name is longer; aligning two costs the product of their lengths, and whoever files may write anything.
_MOST_LETTERS = 48
_FEW_READINGS, _MOST_READINGS, _DOUBT = 4, 14, 0.5
# Consonant classes that one side may have and the other not, in short skeletons and in long ones.
_SHORT, _SLACK, _LONG_SLACK = 4, 2, 4
# A language has some hundred syllables: one of a given name can be no rarer than this, in bits.
_MOST_OF_A_SYLLABLE = 8.0
# An unlisted part of more sounds than these is rarer by so much a sound, up to a bound.
_LONG, _BITS_A_LETTER, _MOST_FOR_LENGTH = 5, 0.5, 3.0
# Scripts whose single signs are whole syllables, and no initials.
_SYLLABLES = frozenset({Script.HAN, Script.HANGUL, Script.KANA})
_WITH_VOWELS = frozenset(
    {Script.LATIN, Script.CYRILLIC, Script.GREEK, Script.ARMENIAN, Script.GEORGIAN, Script.ETHIOPIC, Script.BRAHMIC}
)


@dataclass(frozen=True, slots=True)
class Side:
    """One reading as one side of a comparison: by unit the bits when dropped, its weights, and what is usual.

    `rows` are the weights of each unit for every unit of the other side; they are there for the first side only.
    """

    drops: tuple[float, ...]
    rows: tuple[list[float], ...]
    usual: float


@dataclass(frozen=True, slots=True, eq=False)
class Sounding:
    """One reading of a part: its text, units, sound and consonant skeleton.

    `classes` is the bit set of the skeleton's consonant classes, `slack` how many of them may be on one side only,
    `doubt` what is taken off in bits because other readings are likelier.
    """

    text: str
    group: Group
    units: tuple[int, ...]
    sound: str
    coarse: str
    skeleton: str
    classes: int
    slack: int
    doubt: float
    _sides: dict[str, Side] = field(default_factory=dict)

    def first(self, key: str) -> Side:
        """As the first side of a comparison with the weights of this key."""
        found = self._sides.get(key)
        if found is None:
            weights, units = shipped_weights().of(key), list(self.units)
            rows = tuple(weights.row(unit) for unit in units)
            drops = tuple(weights.dropping[units].tolist()) if units else ()
            found = self._sides[key] = Side(drops, rows, float(weights.usual_first[units].sum()))
        return found

    def second(self, key: str) -> Side:
        """As the second side."""
        found = self._sides.get("/" + key)
        if found is None:
            weights, units = shipped_weights().of(key), list(self.units)
            drops = tuple(weights.adding[units].tolist()) if units else ()
            found = self._sides["/" + key] = Side(drops, (), float(weights.usual_second[units].sum()))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class NamePart:
    """One part of a name. Parts are shared objects: the same written part prepared twice is usually one object.

    `surely` and `perhaps` are bit sets of consonant classes: those in every reading, and those in any; `firsts` is one
    of the sounds that the part may begin with; `spoken` is its first sound where the script writes the vowels, else "".
    `ear` is the code of its likeliest sound to whoever writes it down by ear, "" where there is none.
    `known` are the common names that it may be, `ending` and `stem` (a skeleton) tell a man's name from a woman's.
    """

    written: str
    native: str
    script: Script
    groups: Groups
    syllable: bool
    readings: tuple[Sounding, ...]
    spoken: str
    ear: str
    rarity: float
    rarities: PartRarities
    formal: frozenset[str]
    equivalents: frozenset[str]
    initial: bool
    known: frozenset[str]
    ending: Ending
    stem: str
    surely: int
    perhaps: int
    firsts: int
    slack: int
    longest: int


@lru_cache(maxsize=_PREPARED_PARTS)
def prepare_part(
    written: str, groups: Groups = None, *, syllable: bool = False, rarities: PartRarities = SHIPPED_RARITIES
) -> NamePart:
    """A part with all its readings, or those of some ways of writing; `rarity` in bits is that of its commonest one.

    A `syllable` is one of several of a given name. Parts with other `rarities` are other parts.
    """
    readings = _soundings(written, groups)
    sounds = tuple(dict.fromkeys(reading.sound for reading in readings))
    ending, stem = ending_of(written, sounds[0], readings[0].group)
    script = written_in(written)
    native = same_characters(native_form(written)) if script is Script.HAN else native_form(written)
    classes = [reading.classes for reading in readings]
    return NamePart(
        written=written,
        native=native,
        script=script,
        groups=groups,
        syllable=syllable,
        readings=readings,
        spoken=sounds[0] if sounds and script in _WITH_VOWELS else "",
        ear=close_ear_code(sounds[0]) if sounds else "",
        rarity=_rarity(sounds, rarities, syllable=syllable),
        rarities=rarities,
        formal=frozenset(formal for sound in sounds for formal in formal_names().get(coarse(sound), ())),
        equivalents=frozenset(name for sound in sounds for name in equivalents().get(sound, ())),
        known=known_names(native, sounds),
        ending=ending,
        stem=skeleton_of(stem),
        initial=len(native) == 1 and script not in _SYLLABLES and all(len(sound) <= 2 for sound in sounds),
        surely=reduce(and_, classes),
        perhaps=reduce(or_, classes),
        firsts=reduce(or_, (1 << (ord(sound[0]) - _FIRST_SOUND) for sound in sounds if sound), 0),
        slack=max(reading.slack for reading in readings),
        longest=max(len(reading.skeleton) for reading in readings),
    )


def _rarity(sounds: tuple[str, ...], rarities: PartRarities, *, syllable: bool) -> float:
    """Bits of the commonest sound; what no table lists is the rarer the longer it is."""
    bits = rarities.bits(sounds)
    if syllable:
        return min(bits, _MOST_OF_A_SYLLABLE)
    if bits < UNLISTED_BITS:
        return bits
    letters = min(map(len, sounds), default=0)
    return bits + min(_MOST_FOR_LENGTH, _BITS_A_LETTER * max(0, letters - _LONG))


def class_bits(skeleton: str) -> int:
    """The consonant classes of a skeleton as a bit set."""
    return reduce(or_, (1 << (ord(letter) - ord("a")) for letter in skeleton), 0)


def _soundings(written: str, groups: Groups) -> tuple[Sounding, ...]:
    """Where a part may be said in many ways, each is the less likely the later it stands."""
    chosen = tuple(dict.fromkeys(read(written, groups)))
    many = len(chosen) > _FEW_READINGS
    return tuple(
        _sounding(one, _DOUBT * math.log2(1 + at) if many else 0.0) for at, one in enumerate(chosen[:_MOST_READINGS])
    )


def _sounding(reading: Reading, doubt: float) -> Sounding:
    text = reading.text[:_MOST_LETTERS]
    sound = sound_of(plain(text))
    skeleton = skeleton_of(sound)
    slack = _SLACK if len(skeleton) <= _SHORT else _LONG_SLACK
    if doubt:
        slack //= 2
    return Sounding(
        text,
        reading.group,
        units_of(text),
        sound,
        coarse(sound),
        skeleton,
        class_bits(skeleton),
        slack,
        doubt,
    )
