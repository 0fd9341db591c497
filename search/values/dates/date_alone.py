"""Whether words say a date and nothing else: *it may be* is no May, and *three weeks ago* no August."""

import re
from functools import lru_cache

from search.values import lexicon
from search.values.dates.calendar_days import month_names
from search.values.folding import fold

_TOKEN = re.compile(r"\d+|[^\s\d]+")
_PAIR = 2


def is_date_alone(text: str) -> bool:
    """Whether every word of a text is a number, a month, a day of the week or a small word that stands beside them."""
    tokens = _TOKEN.findall(fold(text.replace("'", " ").replace("-", " ")))
    at = 0
    while at < len(tokens):
        length = next((size for size in (_PAIR, 1) if _is_known(tokens[at : at + size], size)), 0)
        if not length:
            return False
        at += length
    return bool(tokens)


def _is_known(tokens: list[str], size: int) -> bool:
    return len(tokens) == size and (" ".join(tokens) in _known() or (size == 1 and tokens[0].isdecimal()))


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    lists = ("date_words", "feast_words", "cldr_weekdays")
    return frozenset(month_names()) | frozenset(word for one in lists for word in lexicon.every_word(one))
