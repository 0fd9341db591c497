"""Indic scripts: consonants carry a vowel that nobody writes, and that the north of India does not always say."""

from matching.names.readings.brahmic_syllables import SILENT, Syllable, syllables_of
from matching.names.readings.reading_result import Group, Reading
from matching.names.readings.tamil import tamil_readings

# Blocks by their first code point divided by 128.
_BENGALI = 0x13
_ODIA = 0x16
_TAMIL = 0x17
_MALAYALAM = 0x1A
# Devanagari, Bengali, Gurmukhi and Gujarati; Odia says all vowels, but clerks leave the last one out.
_DROPS_INNER = frozenset({0x12, _BENGALI, 0x14, 0x15})
_DROPS_LAST = _DROPS_INNER | {_ODIA}
# After a stop these need a vowel at the end of a word: Indra, Mitra, Vidya, Krishna.
_SONORANTS = ("r", "y", "v", "w", "n", "m", "l")
_CLUSTERS_OF_ONE = ("gy", "gn", "ksh")
_MOST_READINGS = 4
_KEPT_APART = ("t", "d", "s", "k", "g", "b", "p", "c", "z")


def read(word: str) -> tuple[Reading, ...]:
    """At most four readings, the likeliest first; empty for a word without a letter that has a sound."""
    syllables = syllables_of(word)
    block = _block(word)
    texts = tamil_readings(syllables) if block == _TAMIL else [_spoken(syllables, block, custom) for custom in (0, 1)]
    known = [text for text in dict.fromkeys(texts) if text]
    return tuple(Reading(text, Group.BRAHMIC) for text in known[:_MOST_READINGS])


def _block(word: str) -> int:
    return next((ord(letter) >> 7 for letter in word if letter >= "\u0900"), 0)


def _spoken(syllables: list[Syllable], block: int, custom: int) -> str:
    """The whole word; `custom` 0 takes the usual readings, 1 those of foreign names and of other customs."""
    out: list[str] = []
    for position, syllable in enumerate(syllables):
        onset = syllable.onset[custom]
        if custom and _ends_like_rao(syllables, position):
            out.append("o")
            break
        if custom and block == _MALAYALAM and _is_murugan_k(syllables, position):
            onset = "g"
        if onset.startswith("h") and out and out[-1] in _KEPT_APART:
            out.append("'")
        vowel = _unwritten(syllables, position, block, custom) if syllable.vowel is None else syllable.vowel[custom]
        out += [sound for sound in (onset, vowel, syllable.nasal[custom]) if sound]
    return "".join(out)


def _unwritten(syllables: list[Syllable], position: int, block: int, custom: int) -> str:
    """The inherent vowel: spoken (o by Bengalis), or `~` where speakers of northern languages may drop it."""
    spoken = "o" if custom and block == _BENGALI else "a"
    if position == 0 or syllables[position].nasal != SILENT:
        return spoken
    if position == len(syllables) - 1:
        return "~" if block in _DROPS_LAST and not _needs_last_vowel(syllables) else spoken
    return "~" if block in _DROPS_INNER and _may_fall(syllables, position) else spoken


def _needs_last_vowel(syllables: list[Syllable]) -> bool:
    before, last = syllables[-2], syllables[-1]
    if last.onset[0] in _CLUSTERS_OF_ONE:
        return True
    stop_before = before.mute and before.written != last.written and not before.onset[0].startswith(_SONORANTS)
    return stop_before and last.onset[0].startswith(_SONORANTS)


def _may_fall(syllables: list[Syllable], position: int) -> bool:
    """Whether the vowel is between single consonants, the second with a vowel: kam~la, not kamal~; also jas~prit~."""
    before, after = syllables[position - 1], syllables[position + 1]
    if before.mute or before.nasal != SILENT or not after.onset[0]:
        return False
    if after.mute:
        return position + 3 < len(syllables) and syllables[position + 2].onset[0] == "r"
    return after.vowel is not None or position + 2 < len(syllables)


def _is_murugan_k(syllables: list[Syllable], position: int) -> bool:
    """Malayalam writes k in Murugan and the like."""
    this = syllables[position]
    return this.written == "ക" and not this.mute and position > 0 and not syllables[position - 1].mute


def _ends_like_rao(syllables: list[Syllable], position: int) -> bool:
    """A last v after a long a: Rao, Jadhao; Telugu writes u after it."""
    if position == 0 or position != len(syllables) - 1 or syllables[position].nasal != SILENT:
        return False
    before, last = syllables[position - 1], syllables[position]
    return before.vowel == ("a", "a") and last.onset[0] in ("v", "w") and last.vowel in (None, SILENT, ("u", "u"))
