"""A name as written into the parts it may consist of: where nothing stands between them, there are several.

A name in Han characters does not tell whose language it is in, and in one name they are all of one: each says in
which language its parts are read.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from matching.names.normalise import split_name
from matching.names.readings import han, kana, korean
from matching.names.readings.by_script import written_in
from matching.names.readings.han_chinese import is_chinese_surname
from matching.names.readings.han_japanese import has_japanese_sign, is_written_in_japan
from matching.names.readings.reading_result import Group, Groups
from matching.names.scripts import Script

_CHINESE: Groups = frozenset({Group.MANDARIN, Group.CANTONESE, Group.HOKKIEN})
_FOREIGN: Groups = frozenset({Group.TRANSCRIBED, Group.CANTONESE})
_KOREAN: Groups = frozenset({Group.KOREAN})
_JAPANESE: Groups = frozenset({Group.JAPANESE})
_LONGEST_NATIVE = 4
_MOST_JAPANESE_SEGMENTATIONS = 2
_MOST_SEGMENTATIONS = 6
# Stands between the parts of a foreign name in Chinese.
_MIDDLE_DOT = re.compile("[·•‧∙⋅]")


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The parts of a name and the ways of writing by which they are read; None for all that their script has.

    `syllables` says that the parts after the first are syllables of one given name, none of which is simply left out.
    """

    parts: tuple[str, ...]
    groups: Groups = None
    syllables: bool = False


@lru_cache(maxsize=65536)
def segmentations_of(name: str) -> tuple[Segmentation, ...]:
    """The written parts of a name, the likeliest segmentation first, at most six; one without parts for no name at all.

    Only a name that is one word of a script without spaces is divided further. Chinese and Korean names fall into
    syllables, because on the other side these are written apart, joined, or with a hyphen.
    """
    parts = split_name(name)
    scripts = {written_in(part) for part in parts}
    if Script.HAN in scripts:
        return _han_word(parts[0]) if len(parts) == 1 else _han_words(parts, scripts, name)
    if len(parts) == 1 and scripts == {Script.HANGUL}:
        whole, *divided = sorted(korean.split(parts[0]), key=len)
        return (*[Segmentation(tuple(parts[0]), syllables=True) for _ in divided[:1]], Segmentation(whole))
    if len(parts) == 1 and scripts == {Script.KANA}:
        return tuple(Segmentation(segmentation) for segmentation in kana.split(parts[0]))
    return (Segmentation(parts),)


def _han_word(word: str) -> tuple[Segmentation, ...]:
    divisions = han.split(word)
    japanese = [Segmentation(segmentation, _JAPANESE) for segmentation in divisions[:_MOST_JAPANESE_SEGMENTATIONS]]
    if has_japanese_sign(word):
        return tuple(japanese)
    syllables = tuple(word)
    named = is_chinese_surname(word[:1]) or is_chinese_surname(word[:2])
    # Characters that China alone simplified are in no Korean or Japanese name.
    languages = (_CHINESE, _KOREAN) if is_written_in_japan(word) else (_CHINESE,)
    native = [Segmentation(syllables, language, syllables=True) for language in languages if named]
    if len(word) > _LONGEST_NATIVE:
        native = []
    foreign = [Segmentation((word,), _FOREIGN)] if not native or (len(word) > 1 and (word,) in divisions[:2]) else []
    if not is_written_in_japan(word):
        japanese = []
    likeliest_foreign = not native or (len(divisions[0]) == 1 and len(word) > 1)
    segmentations = [*foreign, *native] if likeliest_foreign else [*native, *foreign]
    return (*segmentations, *japanese)[:_MOST_SEGMENTATIONS]


def _han_words(parts: tuple[str, ...], scripts: set[Script], name: str) -> tuple[Segmentation, ...]:
    """Several words: with a dot between them a foreign name, else of any of the three languages."""
    if len(scripts) > 1:
        return (Segmentation(parts),)
    if _MIDDLE_DOT.search(name):
        return (Segmentation(parts, _FOREIGN),)
    return (Segmentation(parts, _JAPANESE), Segmentation(parts, _CHINESE), Segmentation(parts, _KOREAN))
