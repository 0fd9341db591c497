"""Common names that look alike and are never one: Hasan and Husayn, Said and Saad, Umar and Amr.

Two tables say which names there are: Arabic ones with their vowels, and look-alikes elsewhere. A part in another script
is taken for the one whose vowels are nearest, or for none if none is near.
"""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from matching.names.normalise import native_form
from matching.names.phonetic import skeleton_of, sound_of
from matching.names.readings.latin import plain
from matching.names.tables import read_rows

_LONG, _FAR_IF_SHORT, _FAR = 6, 1, 2


def known_names(native: str, sounds: tuple[str, ...]) -> frozenset[str]:
    """The common names, by their first form, that a part may be; the nearest ones only, empty for none."""
    if native in _natives():
        return frozenset({_natives()[native]})
    near = [
        (Levenshtein.distance(sound, known), name)
        for sound in sounds
        for known, name in _by_skeleton().get(skeleton_of(sound), ())
    ]
    nearest = min((distance for distance, _ in near), default=0)
    allowed = _FAR if max(map(len, sounds), default=0) >= _LONG else _FAR_IF_SHORT
    return frozenset(name for distance, name in near if distance == nearest) if nearest <= allowed else frozenset()


@lru_cache(maxsize=1)
def _natives() -> dict[str, str]:
    """Forms in other scripts and the first form of their name."""
    natives = {native_form(row[0]): native_form(row[0]) for row in read_rows("arabic_readings.tsv")}
    for spellings, *others in read_rows("look_alikes.tsv"):
        natives |= {native_form(form): spellings.split()[0] for form in " ".join(others).split()}
    return natives


@lru_cache(maxsize=1)
def _by_skeleton() -> dict[str, list[tuple[str, str]]]:
    spelled = [(reading, native_form(row[0])) for row in read_rows("arabic_readings.tsv") for reading in row[1].split()]
    spelled += [(form, row[0].split()[0]) for row in read_rows("look_alikes.tsv") for form in row[0].split()]
    table: dict[str, list[tuple[str, str]]] = {}
    for spelling, name in spelled:
        sound = sound_of(plain(spelling))
        table.setdefault(skeleton_of(sound), []).append((sound, name))
    return table
