"""Han characters as Chinese and Korean families say and spell them: pinyin, Hong Kong, Hokkien, Korean.

Surnames have spellings of their own; other words are put together character by character.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import islice, product

from matching.names.readings import korean
from matching.names.readings.han_variants import character, same_characters
from matching.names.readings.reading_result import Group, Reading
from matching.names.tables import read_rows

_MOST_READINGS = 4
# Longer than this is no native name: Chinese writes foreign ones so.
_LONGEST_NATIVE = 4
_LONGEST_GIVEN = 2
_COLUMNS = {Group.MANDARIN: 1, Group.CANTONESE: 2, Group.HOKKIEN: 3, Group.KOREAN: 4}
_VOWELS = tuple("aeo")


def read_mandarin(word: str) -> tuple[Reading, ...]:
    """At most four: pinyin, and the name in its own language where known, else one guess what it transcribes."""
    shared = same_characters(word)
    pinyin = _surname(shared, Group.MANDARIN) or _combined([character(letter).mandarin for letter in word], _pinyin)
    foreign = _foreign_names().get(shared) or _transcription(shared)
    native_first = shared not in _foreign_names() and len(word) <= _LONGEST_GIVEN
    texts = (*pinyin[: _MOST_READINGS - 1], *foreign) if native_first else (*foreign, *pinyin)
    return _readings(texts, Group.MANDARIN)


def read_cantonese(word: str) -> tuple[Reading, ...]:
    """At most four, as spelt in Hong Kong."""
    known = _surname(same_characters(word), Group.CANTONESE)
    return _readings(known or _combined([character(letter).cantonese for letter in word]), Group.CANTONESE)


def read_hokkien(word: str) -> tuple[Reading, ...]:
    """At most four, as spelt in Malaysia and Singapore; empty where a character is not in the hand-made table."""
    if len(word) > _LONGEST_NATIVE:
        return ()
    shared = same_characters(word)
    known = _surname(shared, Group.HOKKIEN)
    return _readings(known or _combined([_hokkien().get(letter, ()) for letter in shared]), Group.HOKKIEN)


def read_korean(word: str) -> tuple[Reading, ...]:
    """At most four, official and usual spellings; empty for what is too long for a Korean name."""
    if len(word) > _LONGEST_NATIVE:
        return ()
    known = _surname(same_characters(word), Group.KOREAN)
    columns = [character(letter).hangul for letter in word]
    hangul = [_at_start(columns[0]), *(column[:1] for column in columns[1:])] if columns else []
    spoken = [r.text for r in korean.read("".join(hangul)) if "~" not in r.text] if hangul and all(hangul) else []
    return _readings((*known, *spoken), Group.KOREAN)


def is_chinese_surname(word: str) -> bool:
    """A surname of Chinese or Korean families, in whatever form of its characters."""
    return same_characters(word) in _surnames()


def is_foreign_name(word: str) -> bool:
    """A name of another language in the hand-made table, in whatever form of its characters."""
    return same_characters(word) in _foreign_names()


def transcribing_share(word: str) -> float:
    """The share, 0 to 1, of characters such as Chinese writes foreign names with."""
    return sum(letter in _transcriptions() for letter in same_characters(word)) / len(word)


def _surname(shared: str, group: Group) -> tuple[str, ...]:
    row = _surnames().get(shared)
    return tuple(row[_COLUMNS[group]].split()) if row else ()


def _combined(columns: Sequence[tuple[str, ...]], join: Callable[[Iterable[str]], str] = "".join) -> tuple[str, ...]:
    """Readings of the characters put together, first readings first; none where a character has none."""
    together = islice(product(*columns), 64)
    weighed = sorted(
        together, key=lambda parts: sum(column.index(part) for column, part in zip(columns, parts, strict=True))
    )
    return tuple(join(parts) for parts in weighed[:_MOST_READINGS])


def _pinyin(syllables: Iterable[str]) -> str:
    """Syllables with `'` before a vowel that would be drawn to the one before."""
    text = ""
    for syllable in syllables:
        text += "'" + syllable if text and syllable.startswith(_VOWELS) else syllable
    return text


def _transcription(shared: str) -> tuple[str, ...]:
    if len(shared) < 2 or transcribing_share(shared) < 1:
        return ()
    return ("".join(_transcriptions()[letter] for letter in shared),)


def _at_start(hangul: str) -> str:
    """The form without r at the beginning of a word (이 for 리), where the table has it."""
    return next((syllable for syllable in hangul if not "라" <= syllable <= "맇"), hangul[:1])


def _readings(texts: Iterable[str], group: Group) -> tuple[Reading, ...]:
    return tuple(Reading(text, group) for text in list(dict.fromkeys(texts))[:_MOST_READINGS] if text)


@lru_cache(maxsize=1)
def _surnames() -> dict[str, tuple[str, ...]]:
    return {same_characters(row[0]): row for row in read_rows("han_surnames.tsv")}


@lru_cache(maxsize=1)
def _hokkien() -> dict[str, tuple[str, ...]]:
    given = {same_characters(row[0]): tuple(row[1].split()) for row in read_rows("han_hokkien.tsv")}
    single = {word: tuple(row[_COLUMNS[Group.HOKKIEN]].split()) for word, row in _surnames().items() if len(word) == 1}
    return single | given


@lru_cache(maxsize=1)
def _foreign_names() -> dict[str, tuple[str, ...]]:
    return {same_characters(row[0]): tuple(row[1].split()) for row in read_rows("han_readings.tsv")}


@lru_cache(maxsize=1)
def _transcriptions() -> dict[str, str]:
    return {same_characters(row[0]): row[1] for row in read_rows("han_transcription.tsv")}
