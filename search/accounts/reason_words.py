"""Whether a typed reason says something: a few words, or a few different letters, in any script."""

import re

_LEAST_WORDS, _LEAST_LETTERS, _LEAST_DIFFERENT = 3, 12, 5
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def says_why(text: str) -> bool:
    """Three different words, or twelve letters of which five differ; "aaaaaaaa" and "x x x" say nothing."""
    words = [word.casefold() for word in _WORD.findall(text)]
    letters = "".join(words)
    if len(set(letters)) < _LEAST_DIFFERENT:
        return False
    return len(set(words)) >= _LEAST_WORDS or len(letters) >= _LEAST_LETTERS
