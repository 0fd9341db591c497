"""Missing teeth and limbs in words that stand apart: `two front teeth missing`, *le falta un brazo*, *нет руки*."""

from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold
from search.values.phrasebook import Hit

_NAME = "missing_parts"
_LONGEST = 3
_LIMBS = frozenset({"upper_arm", "forearm", "hand", "finger", "thigh", "lower_leg", "foot", "toe"})
_NEAR_LIMBS = _LIMBS | {"shoulder", "elbow", "wrist", "hip", "knee", "ankle"}


def lacks_tooth(words: list[str], languages: tuple[str, ...] = ()) -> bool:
    """Whether folded words say that a tooth is gone: behind or before a tooth, with little words between."""
    for at, word in enumerate(words):
        sides = ((words[:at][::-1], "before"), (words[at + 1 :], "after"))
        if word in _words("tooth", languages) and any(_gone(beside, side, languages) for beside, side in sides):
            return True
    return False


def lacks_limb(words: list[str], hits: list[Hit], languages: tuple[str, ...] = ()) -> bool:
    """Whether folded words say that a limb is gone, and nothing else: `no hand luggage` speaks of no hand.

    `hits`: the places and sides in them. A limb that other words stand beside is there, or they are not understood.
    """
    limbs = [hit for hit in hits if hit.code("place") in _LIMBS]
    if not limbs:
        return False
    before = _phrases(words[: limbs[0].start], "before", languages)
    after = {limbs[0].end + at for at in _phrases(words[limbs[0].end :], "after", languages)}
    near = [hit for hit in hits if hit.code("place") in _NEAR_LIMBS or hit.code("side")]
    told = {at for hit in near for at in range(hit.start, hit.end)}
    little = _words("between", languages) | _words("beside", languages)
    rest = set(range(len(words))) - told - before - after
    return bool(before or after) and all(words[at] in little or words[at].isdigit() for at in rest)


def _phrases(words: list[str], side: str, languages: tuple[str, ...]) -> set[int]:
    """Which of the words belong to a phrase that says that something is gone."""
    known = _words(side, languages)
    return {
        at
        for start in range(len(words))
        for size in range(1, _LONGEST + 1)
        if " ".join(words[start : start + size]) in known
        for at in range(start, min(start + size, len(words)))
    }


def _gone(beside: list[str], side: str, languages: tuple[str, ...]) -> bool:
    """Whether a word of this side is reached from the tooth over nothing but what may stand between."""
    for at, word in enumerate(beside):
        near = beside[at : at + _LONGEST]
        phrases = (near[:size] for size in range(1, len(near) + 1))
        if any(" ".join(one[::-1] if side == "before" else one) in _words(side, languages) for one in phrases):
            return True
        if word not in _words("between", languages) and not word.isdigit():
            return False
    return False


@lru_cache(maxsize=256)
def _words(code: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The words of all languages, and those that are told in one of these alone: a Creole tooth is a Dutch `then`."""
    spoken = ("*", "en", *languages)
    rows = lexicon.rows(_NAME)
    return frozenset(fold(word) for of, language, words in rows if of == code and language in spoken for word in words)
