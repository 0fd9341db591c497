"""Numbers from one to a hundred in words: `veintiuno`, `treinta y cinco`, `fünfunddreißig`, `ثلاثون`."""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.folding import fold

_MOST_WORDS = 5
_APOSTROPHES, _BEFORE_YEARS = re.compile("['’ʼ`]"), re.compile("(?<=t)['’](?=a)")
_LARGEST = 100
_TWO, _FIVE, _TEN, _TWENTY = 2, 5, 10, 20
# Languages that write the ones before the tens, with a word between, as one word: `fünfunddreißig`, `vijfendertig`.
_ONES_FIRST = {"de": ("und",), "nl": ("en",)}
# One that counts the tens: *hai mươi lăm* is two tens, five.
_TENS_COUNTED = frozenset({"vi"})
# Those of which eleven to nineteen are ten and a number below it, in either order: ثلاثة عشر, *toban iyo saddex*.
_TEENS_SUMMED = frozenset({"ar", "so", "am", "ti"})
# Tigrinya ends each part of a number with its `and`: ዕስራን ሓሙሽተን.
_ENDED = {"ti": "ን"}
# And those that write them behind, in one word, with or without the last vowel of the tens: `trentacinque`, `trentuno`.
_ONES_LAST = frozenset({"it"})


def number_in_words(text: str) -> int | None:
    """The number that a text is; None for a text with any other word."""
    words = _plain(text).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    found = {number for language in _languages() if (number := _together(words, language)) is not None}
    return found.pop() if len(found) == 1 else None


def with_figures(text: str, ends: frozenset[str]) -> str:
    """The text with a number in words as figures where one of `ends` stands behind it: `trois mois` is `3 mois`."""
    words = _BEFORE_YEARS.sub(" ", text).split()
    for end in range(1, len(words)):
        if fold(words[end]) not in ends:
            continue
        for start in range(max(0, end - _MOST_WORDS), end):
            number = number_in_words(" ".join(words[start:end]))
            if number is not None:
                whole = not _goes_on(words[:start], words[start:end])
                return " ".join([*words[:start], str(number), *words[end:]]) if whole else text
    return text


def _goes_on(before: list[str], number: list[str]) -> bool:
    """Whether a number began before it that nobody could put together: `two` is not all of *ten two*."""
    told = [_plain(word) for word in before if _plain(word) not in _joints()][-1:]
    own = [language for language in _languages() if _together(_plain(" ".join(number)).split(), language) is not None]
    return any(_of_word(word, language) is not None for word in told for language in own)


def _plain(text: str) -> str:
    """The words alone: an apostrophe joins (`п'ять`), but before a year of Italian (`trent'anni`)."""
    return fold(_APOSTROPHES.sub("", _BEFORE_YEARS.sub(" ", text)).replace("-", " "))


def _together(words: list[str], language: str) -> int | None:
    numbers = [_of_word(word, language) for word in words if word not in _joints()]
    if not numbers or None in numbers:
        return None
    known = [number for number in numbers if number is not None]
    if language in _TENS_COUNTED and known[1:2] == [_TEN] and 1 < known[0] < _TEN:
        known = [known[0] * _TEN, *known[2:]]
    if language in _TENS_COUNTED and len(known) == _TWO and known[0] == _TEN > known[1]:
        return _TEN + known[1]
    if language in _TEENS_SUMMED and len(known) == _TWO and _TEN in known and 0 < min(known) < _TEN:
        return sum(known)
    return _sum(known)


def _sum(numbers: list[int]) -> int | None:
    """Tens and ones in either order; `quatre-vingt-dix` is four times twenty, and ten."""
    if numbers[:2] == [4, _TWENTY]:
        numbers = [4 * _TWENTY, *numbers[2:]]
    if len(numbers) > 1 and numbers[-2] == _TEN and _FIVE < numbers[-1] < _TEN:
        numbers = [*numbers[:-2], _TEN + numbers[-1]]
    if len(numbers) == 1:
        return numbers[0] if numbers[0] <= _LARGEST else None
    tens, ones = max(numbers), min(numbers)
    fits = len(numbers) == 2 and tens % 10 == 0 and _TWENTY <= tens < _LARGEST and 0 < ones < _TWENTY
    # Seventy and ninety are sixty and eighty with what is over ten, in French alone.
    return tens + ones if fits and (ones < 10 or tens in (60, 80)) else None


def _of_word(word: str, language: str) -> int | None:
    known = _words(language)
    bare = word.removeprefix("و").removesuffix(_ENDED.get(language, ""))
    return known.get(word) if word in known else known.get(bare)


@lru_cache(maxsize=1)
def _joints() -> frozenset[str]:
    return lexicon.words("number_words", "and")


@lru_cache(maxsize=1)
def _languages() -> tuple[str, ...]:
    return tuple(sorted({language for code, language, _ in lexicon.rows("number_words") if code != "and"}))


@lru_cache(maxsize=64)
def _words(language: str) -> dict[str, int]:
    plain = {
        _plain(word): int(code)
        for code, of, words in lexicon.rows("number_words")
        if of == language and code != "and"
        for word in words
    }
    return {**dict(_compounds(plain, language)), **plain}


def _compounds(plain: dict[str, int], language: str) -> list[tuple[str, int]]:
    ones = [(word, number) for word, number in plain.items() if number < 10]
    tens = [(word, number) for word, number in plain.items() if number % 10 == 0 and _TWENTY <= number < _LARGEST]
    between = _ONES_FIRST.get(language, ())
    found = [(f"{one}{joint}{ten}", n + m) for one, n in ones for ten, m in tens for joint in between]
    if language in _ONES_LAST:
        found += [(f"{stem}{one}", n + m) for one, n in ones for ten, m in tens for stem in (ten, ten[:-1])]
    return found
