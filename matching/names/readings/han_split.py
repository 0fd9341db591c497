"""Where a full name in Han characters, written without a space, falls into surname and given name."""

from functools import lru_cache

from matching.names.readings.han_chinese import is_chinese_surname, is_foreign_name, transcribing_share
from matching.names.readings.han_japanese import has_japanese_sign, is_japanese_surname, is_written_in_japan
from matching.names.readings.han_variants import is_han, same_characters

_MOST_DIVISIONS = 4
_LONGEST_SURNAME = 5
_POINTS_OF_PARTICLE = 7.0
# Second characters of two that make a surname, and last characters of given names, beyond the known ones.
_SURNAME_ENDS = frozenset(
    "田山川村井野本原木島崎沢藤口谷内橋上下塚岡部浜津瀬森林尾石松池江辺間倉宮家屋名地坂水根葉岸城見元越"
)
_GIVEN_ENDS = frozenset("子郎夫雄男彦美一二三之治介助輔司史志也哉樹恵江代枝香奈菜人仁吉平作蔵造次義則明弘博昭彰信")
_NEVER_GIVEN = frozenset("田山川村井野本島崎沢口谷橋塚岡部浜瀬辺倉屋坂根間")
# Characters that hardly any name but a foreign one has.
_FOREIGN = frozenset("尔斯特克姆拉格勒鲁罗伦兹茨蒂迪莫扎普埃弗卡哈凯贝赛萨塔欧帕曼迈妮夏汀")
# Points for the lengths of surname and given name; with characters that only China has, the Chinese ones.
_JAPANESE_SHAPES = {(2, 2): 3.5, (2, 1): 1.5, (1, 2): 1, (1, 1): 1, (2, 3): 1.5, (3, 2): 1.5, (3, 1): 2}
_CHINESE_SHAPES = {(1, 2): 1.5, (1, 1): 1, (2, 2): 0.6, (2, 1): 0.3}
_PARTICLE = "の"
_JOINING_KANA = frozenset("ノのヶケがツヵ々之")


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[tuple[str, ...], ...]:
    """At most four ways to divide a name into parts, likeliest first; joined, the parts are the word again."""
    if len(word) < 2:
        return ((word,),)
    family, particle, given = word[1:-1].partition(_PARTICLE)
    weighed: list[tuple[float, tuple[str, ...]]] = []
    if particle and is_han((word[0] + family)[-1]) and is_han((given + word[-1])[0]):
        weighed.append((_POINTS_OF_PARTICLE, (word[0] + family, particle, given + word[-1])))
    weighed += [(_points(word, place), (word[:place], word[place:])) for place in _places(word)]
    weighed.append((_points_whole(word), (word,)))
    weighed.sort(key=lambda division: -division[0])
    return tuple(parts for points, parts in weighed if points > 0)[:_MOST_DIVISIONS] or ((word,),)


def _places(word: str) -> range:
    return range(1, min(len(word) - 1, _LONGEST_SURNAME) + 1)


def _points(word: str, place: int) -> float:
    """How well a name divides here; 0 or less for not at all."""
    family, given = word[:place], word[place:]
    if given[0] in _JOINING_KANA and is_han(given[1:2] or "の"):
        return 0
    points = _family_points(family, given, japanese=has_japanese_sign(word))
    shapes = _JAPANESE_SHAPES if is_written_in_japan(word) else _CHINESE_SHAPES
    points += shapes.get((len(family), len(given)), 0)
    if given[-1] in _GIVEN_ENDS and len(given) > 1:
        points += 1
    if given[0] in _NEVER_GIVEN:
        points -= 1.5
    if not is_han(given[0]) and is_han(family[-1]):
        points += 3
    return points


def _family_points(family: str, given: str, *, japanese: bool) -> float:
    """A surname that is known, or looks like one; Chinese given names have at most two characters."""
    points = 0.0
    if is_japanese_surname(family):
        points = 2.0 + 2 * len(family) if len(family) > 1 else 3
    if not japanese and is_chinese_surname(family):
        points = max(points, (7 if len(family) > 1 else 4) if len(given) <= 2 else 0.5)
    if not points and len(family) > 1 and family[-1] in _SURNAME_ENDS:
        points = 1.5
    return points


def _points_whole(word: str) -> float:
    """A foreign name written by its sound, or one part alone."""
    length, share = len(word), transcribing_share(word)
    foreign = sum(letter in _FOREIGN for letter in same_characters(word))
    if is_foreign_name(word):
        return 6.5
    if length == 2:
        return 2.8 if share == 1 else 2
    if length == 3 and share == 1:
        return 5.5 if foreign > 1 else 3.8
    if not foreign or any(is_japanese_surname(word[:place]) for place in (2, 3)):
        share -= 0.4
    return 8 * share * share if length > 3 and share > 0.5 else 0.5
