"""A name part made ready to be compared: its written form, its readings as sounds, its rarity."""

from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import and_, or_

from matching.names.costs import Dropping, dropping_costs
from matching.names.frequency import rarity_bits, well_known
from matching.names.nicknames import formal_sounds
from matching.names.normalise import native_form, split_name
from matching.names.phonetic import skeleton_of, sound_of
from matching.names.romanise import Romanised, romanise
from matching.names.scripts import Script, word_script

_PREPARED_PARTS = 131_072


@dataclass(frozen=True, slots=True)
class Sounding:
    """One reading of a part; `open_vowels` when its script did not write short vowels.

    `dropping` are the costs against a script that writes all vowels, `dropping_if_open` against one that does not.
    """

    sound: str
    skeleton: str
    open_vowels: bool
    dropping: Dropping
    dropping_if_open: Dropping


@dataclass(frozen=True, slots=True, eq=False)
class NamePart:
    """One part of a name. Parts are shared objects: the same written part prepared twice is usually one object.

    `surely` and `perhaps` are bit sets of consonant classes: those in every reading, and those in any.
    """

    written: str
    native: str
    script: Script
    readings: tuple[Sounding, ...]
    rarity: float
    short_form_of: frozenset[str]
    initial: bool
    well_known: bool
    surely: int
    perhaps: int
    longest: int


@lru_cache(maxsize=_PREPARED_PARTS)
def prepare_part(written: str) -> NamePart:
    """A part with all its readings; `rarity` is in bits, that of its commonest reading."""
    readings = tuple(dict.fromkeys(_sounding(reading) for reading in romanise(written)))
    sounds = tuple(reading.sound for reading in readings)
    short = frozenset(formal for sound in sounds for formal in formal_sounds().get(sound, ()))
    native = native_form(written)
    classes = [_class_bits(reading.skeleton) for reading in readings]
    return NamePart(
        written=written,
        native=native,
        script=word_script(written),
        readings=readings,
        rarity=rarity_bits(sounds),
        short_form_of=short,
        well_known=any(not reading.open_vowels and well_known(reading.sound) for reading in readings),
        initial=len(native) == 1 and all(len(sound) <= 2 for sound in sounds),
        surely=reduce(and_, classes),
        perhaps=reduce(or_, classes),
        longest=max(len(reading.skeleton) for reading in readings),
    )


def prepare_parts(name: str) -> tuple[NamePart, ...]:
    """The parts of a whole name in the order written."""
    return tuple(prepare_part(written) for written in split_name(name))


def _class_bits(skeleton: str) -> int:
    return reduce(or_, (1 << (ord(letter) - ord("a")) for letter in skeleton), 0)


def _sounding(reading: Romanised) -> Sounding:
    sound = sound_of(reading.text)
    return Sounding(
        sound,
        skeleton_of(sound),
        reading.open_vowels,
        dropping_costs(sound, open_vowels=False),
        dropping_costs(sound, open_vowels=True),
    )
