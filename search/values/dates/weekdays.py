"""Names of the days of the week beside a date: `Sat, 01/03/2026` is no day of September, as *Sat* is in Somali."""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.dates.calendar_days import month_names
from search.values.folding import fold

_BEFORE = re.compile(r"\s*(\D{2,60}?)[\s,.:;]*(?=\d)")
_BEHIND = re.compile(r"(?<=\d)[\s,(]+([^\d()]{2,40})\)?\s*$")
_THREE_NUMBERS = re.compile(r"\d{1,4}\s*[./\-\s]\s*\d{1,2}\s*[./\-\s]\s*\d{1,4}(?!\d)")
# What may stand before the day: `el sábado`, يوم السبت.
_ARTICLES = frozenset(("el", "le", "il", "o", "on", "am", "den", "يوم", "روز", "στις", "в"))
_MOST_WORDS = 3


def without_weekday(text: str) -> tuple[str, int]:
    """The text without the day of the week, and that day (1 is Monday; 0 where none is named)."""
    behind = _BEHIND.search(text)
    if behind is not None and fold(behind[1]) not in month_names() and (day := _days().get(fold(behind[1]))):
        return text[: behind.start()], day
    before = _BEFORE.match(text)
    if before is None:
        return text, 0
    words = fold(before[1]).split()
    while words and words[0] in _ARTICLES:
        words = words[1:]
    for length in (2, 1):
        phrase, rest = " ".join(words[:length]), words[length:]
        if (day := _days().get(phrase, 0)) and (left := _left(text, before, phrase, rest)):
            return left, day
    return text, 0


def _left(text: str, before: re.Match[str], phrase: str, rest: list[str]) -> str:
    """The text behind a day of the week; "" where the word is rather the name of a month."""
    if not rest:
        left = text[before.end() :]
        named = any(word in month_names() for word in fold(re.sub(r"\d+", " ", left)).split())
        is_month = phrase in month_names() and not named and not _THREE_NUMBERS.match(left)
        return "" if is_month else left
    if rest[0] not in month_names():
        return ""
    for count in range(1, _MOST_WORDS + 1):
        parts = text.split(maxsplit=count)
        if len(parts) > count and fold(parts[count]).split()[:1] == rest[:1]:
            return parts[count]
    return ""


@lru_cache(maxsize=1)
def _days() -> dict[str, int]:
    return {fold(word): int(code) for code, _, words in lexicon.rows("cldr_weekdays") for word in words if fold(word)}
