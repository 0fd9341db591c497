"""Tamil writes one letter for k, g and h, one for t and d, one for p and b, one for s, ch and j: the place tells which.

First the rule of Tamil words, then all voiceless (foreign names), then voiced at both ends (Sanskrit and foreign
names), then with the breathed k of Mohan, Rahul and Ahmad.
"""

from enum import Enum, auto

from matching.names.readings.brahmic_syllables import Syllable

# Voiceless and voiced.
_STOPS = {"க": ("k", "g"), "ட": ("t", "d"), "த": ("t", "d"), "ப": ("p", "b"), "ச": ("ch", "j")}
_NASALS = frozenset("ஙஞணநமன")
_SONORANTS = frozenset("மநனணயரலவழளற")


class Manner(Enum):
    """What the reader takes the name for, the likeliest first."""

    TAMIL = auto()
    VOICELESS = auto()
    VOICED_ENDS = auto()
    BREATHED = auto()


class Place(Enum):
    """Where in a word a stop stands; `BESIDE` a sonorant."""

    FIRST = auto()
    DOUBLED = auto()
    AFTER_NASAL = auto()
    BETWEEN_VOWELS = auto()
    BESIDE = auto()
    LAST = auto()
    OTHER = auto()


_VOICED_PLACES = frozenset({Place.AFTER_NASAL, Place.BETWEEN_VOWELS, Place.BESIDE})
_ENDS = frozenset({Place.FIRST, Place.LAST})


def tamil_readings(syllables: list[Syllable]) -> list[str]:
    """The four ways to read, the likeliest first, some of them perhaps equal."""
    return ["".join(_read(syllables, at, manner) for at in range(len(syllables))) for manner in Manner]


def _read(syllables: list[Syllable], at: int, manner: Manner) -> str:
    syllable = syllables[at]
    custom = 1 if manner is Manner.VOICELESS else 0
    vowel = "a" if syllable.vowel is None else syllable.vowel[custom]
    if _helps_to_speak(syllables, at) or (manner is Manner.BREATHED and _ends_foreign_word(syllables, at)):
        vowel = "~"
    return _consonant(syllables, at, manner, custom) + vowel + syllable.nasal[custom]


def _consonant(syllables: list[Syllable], at: int, manner: Manner, custom: int) -> str:
    syllable = syllables[at]
    if syllable.written == "ச":
        sound = _palatal(_place(syllables, at), manner)
        return "c" if sound == "ch" and at + 1 < len(syllables) and _same(syllable, syllables[at + 1]) else sound
    if syllable.written in _STOPS:
        return _stop(syllable.written, _place(syllables, at), manner)
    return "n" if syllable.written in ("ங", "ஞ") and syllable.mute else syllable.onset[custom]


def _palatal(place: Place, manner: Manner) -> str:
    if place is Place.AFTER_NASAL:
        return "ch" if manner is Manner.VOICELESS else "j"
    if place is Place.FIRST:
        return "s" if manner in (Manner.TAMIL, Manner.BREATHED) else "ch"
    return "ch" if place in (Place.DOUBLED, Place.LAST) else "s"


def _stop(letter: str, place: Place, manner: Manner) -> str:
    voiceless, voiced = _STOPS[letter]
    if manner is Manner.VOICELESS:
        return voiceless
    if manner is Manner.BREATHED and letter == "க" and place is Place.BETWEEN_VOWELS:
        return "h"
    # No Tamil word begins with the retroflex: it is the d of David or Donald.
    at_end = place in _ENDS and (manner is Manner.VOICED_ENDS or (letter == "ட" and place is Place.FIRST))
    return voiced if at_end or place in _VOICED_PLACES else voiceless


def _place(syllables: list[Syllable], at: int) -> Place:
    if at == 0:
        return Place.FIRST
    this, before = syllables[at], syllables[at - 1]
    after = syllables[at + 1] if at + 1 < len(syllables) else None
    if _same(before, this) or (after is not None and _same(this, after)):
        return Place.DOUBLED
    if before.mute:
        return _after_consonant(before.written)
    if not this.mute:
        return Place.BETWEEN_VOWELS
    if after is None:
        return Place.LAST
    return Place.BESIDE if after.written in _SONORANTS else Place.OTHER


def _same(mute: Syllable, following: Syllable) -> bool:
    return mute.mute and mute.written == following.written


def _after_consonant(letter: str) -> Place:
    if letter in _NASALS:
        return Place.AFTER_NASAL
    return Place.BESIDE if letter in _SONORANTS else Place.OTHER


def _helps_to_speak(syllables: list[Syllable], at: int) -> bool:
    """An i that Tamil adds: Iraman, Pirabu, Kirushnan and Chandiran for Raman, Prabhu, Krishnan and Chandran."""
    syllable = syllables[at]
    if syllable.vowel != ("i", "i") or at + 1 == len(syllables) or syllables[at + 1].mute:
        return False
    following = syllables[at + 1].written
    if at == 0 and not syllable.written:
        return following in ("ர", "ல")
    before_sh = at + 2 < len(syllables) and syllables[at + 2].written == "ஷ"
    helping = syllable.written == "ப" or before_sh if at == 0 else syllables[at - 1].mute
    return following == "ர" and helping


def _ends_foreign_word(syllables: list[Syllable], at: int) -> bool:
    """The u of Muhammadu and Ahamadu."""
    last = at > 1 and at + 1 == len(syllables) and not syllables[at - 1].mute
    return last and syllables[at].written == "த" and syllables[at].vowel == ("u", "u")
