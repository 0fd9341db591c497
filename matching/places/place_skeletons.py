"""How a place's name sounds, as keys under which another spelling of it finds it."""

from functools import lru_cache

from matching.names.name_comparison import prepare
from matching.names.part_keys import part_keys
from matching.names.phonetic import skeleton_of, sound_of

_LEAST_CONSONANTS = 2
_MOST = 6


@lru_cache(maxsize=16384)
def name_skeletons(name: str) -> tuple[str, ...]:
    """Consonant skeletons of a whole folded name, its words run together; empty where they would say too little."""
    found = ("".join(map(_skeleton, name.split())),) if name.isascii() else _of_readings(name)
    return tuple(dict.fromkeys(one for one in found if len(one) >= _LEAST_CONSONANTS))


def _of_readings(name: str) -> list[str]:
    """By every way to read another script."""
    found = [""]
    for part in prepare(name).parts:
        said = [key[3:] for key in part_keys(part) if key.startswith("sk:")] or [""]
        found = [before + one for before in found for one in said][:_MOST]
    return found


@lru_cache(maxsize=16384)
def _skeleton(word: str) -> str:
    return skeleton_of(sound_of(word)) if word not in _ARTICLES else ""


# Written or left out at will.
_ARTICLES = frozenset({"ad", "al", "ar", "as", "ash", "at", "az", "de", "el", "la", "le", "the"})
