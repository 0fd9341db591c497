"""Letters in their context: the units that the learned weights speak of.

`ch` is not `c` and then `h`: each letter of a spelling that may stand for one sound is a unit of its own, and so is a
letter at the beginning or the end of a name. Units are small whole numbers, the same on every machine; what the data
never showed of a unit is taken from its plain letter.
"""

from functools import lru_cache

from matching.names.tables import read_rows

# Plain letters, signs of the readings, and letters of one group's own (see `readings`), in upper case.
LETTERS = "abcdefghijklmnopqrstuvwxyz@~ABCDEGILNOPQRSTUXYZ"
VOWELS = frozenset("aeiouy@~AEIOQUY")
_PLAIN, _FIRST, _LAST, _ALONE = range(4)
_PLACES = 4


def _graphemes() -> tuple[str, ...]:
    return tuple(row[0] for row in read_rows("graphemes.tsv"))


def _inventory() -> tuple[dict[tuple[str, int], int], tuple[int, ...], tuple[str, ...]]:
    """Ids of letters in compound spellings, and for every id its plain letter's number and what to call it."""
    letters = {letter: number for number, letter in enumerate(LETTERS)}
    plain = [number for number in range(len(LETTERS)) for _ in range(_PLACES)]
    called = [f"{before}{letter}{after}" for letter in LETTERS for before, after in _MARKS]
    ids: dict[tuple[str, int], int] = {}
    for grapheme in _graphemes():
        for position, letter in enumerate(grapheme):
            ids[grapheme, position] = len(plain)
            shown = f"{grapheme[:position]}({letter}){grapheme[position + 1 :]}"
            for ending in ("", "$"):
                plain.append(letters[letter])
                called.append(shown + ending)
    return ids, tuple(plain), tuple(called)


_MARKS = (("", ""), ("^", ""), ("", "$"), ("^", "$"))
_IN_GRAPHEME, PLAIN_LETTER, CALLED = _inventory()
_NUMBER = {letter: number for number, letter in enumerate(LETTERS)}
_KNOWN = frozenset(_graphemes())
_LONGEST = {letter: max(len(one) for one in _KNOWN if one[0] == letter) for letter in {one[0] for one in _KNOWN}}
HOW_MANY = len(PLAIN_LETTER)
UNIT_OF = {called: unit for unit, called in enumerate(CALLED)}


@lru_cache(maxsize=131_072)
def units_of(text: str) -> tuple[int, ...]:
    """The units of a reading, one for each letter; signs that are no letter have none."""
    found: list[int] = []
    position, end = 0, len(text)
    while position < end:
        grapheme = _grapheme_at(text, position)
        if grapheme:
            after = position + len(grapheme)
            first = _IN_GRAPHEME[grapheme, 0]
            found += range(first, first + 2 * len(grapheme), 2)
            found[-1] += after == end
            position = after
        else:
            number = _NUMBER.get(text[position])
            if number is not None:
                place = (_FIRST if position == 0 else 0) + (_LAST if position == end - 1 else 0)
                found.append(number * _PLACES + place)
            position += 1
    return tuple(found)


def _grapheme_at(text: str, position: int) -> str:
    longest = _LONGEST.get(text[position], 0)
    for length in range(min(longest, len(text) - position), 1, -1):
        if text[position : position + length] in _KNOWN:
            return text[position : position + length]
    return ""
