"""How a given name ends, where that tells a man's name from a woman's: Karim and Karima are two people."""

from enum import IntEnum

from matching.names.readings.reading_result import OPEN_VOWELS, Group


class Ending(IntEnum):
    """What the last sound is; `OPEN` says nothing, because the script or the custom leaves it open."""

    OPEN = 0
    A = 1
    CONSONANT = 2
    O = 3  # noqa: E741 - the letter itself


_TELLING = frozenset({Group.LATIN, Group.CYRILLIC, Group.GREEK, Group.ARABIC, Group.HEBREW})
# A Slavic surname in -a is that of the same family, and clerks write either.
_SURNAMES = ("ova", "eva", "ska", "cka", "skaya")
_TA_MARBUTA = "ة"
_OPEN_ABJAD_LETTERS = frozenset("اىوهيئؤءعحאהויעח")


def ending_of(written: str, sound: str, group: Group) -> tuple[Ending, str]:
    """The ending of a part and its sound without it; nothing to tell is `OPEN` and the whole sound."""
    if group not in _TELLING or len(sound) < 3 or sound.endswith(_SURNAMES):
        return Ending.OPEN, sound
    if group in OPEN_VOWELS:
        return _of_abjad(written, sound)
    if sound.endswith(("ah", "eh")):
        return Ending.A, sound[:-2]
    if sound.endswith("os"):
        return Ending.O, sound[:-2]
    if sound[-1] in "ao":
        return Ending.A if sound[-1] == "a" else Ending.O, sound[:-1]
    # Ends of feminine names in -at, and letters that may be silent or half a vowel.
    return (Ending.OPEN if sound[-1] in "eiuywht@~" else Ending.CONSONANT), sound


def _of_abjad(written: str, sound: str) -> tuple[Ending, str]:
    if written[-1:] == _TA_MARBUTA:
        return Ending.A, sound.rstrip("a@t")
    return (Ending.OPEN if written[-1:] in _OPEN_ABJAD_LETTERS else Ending.CONSONANT), sound
