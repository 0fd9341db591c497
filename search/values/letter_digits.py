"""Letters that were typed for digits: 2o24, l998, 3O."""

import re

from search.values.folding import plain_digits

# The letter o is in two alphabets.
_FOR = str.maketrans({"o": "0", "O": "0", "\u041e": "0", "\u043e": "0", "l": "1", "I": "1", "|": "1"})
_RUN = re.compile(r"(?<![^\W_])[\doO\u041e\u043elI|]{2,12}(?![^\W_])")


def digits_meant(text: str) -> str:
    """The text with such letters as digits; empty where none stands among digits."""
    meant = _RUN.sub(_as_digits, plain_digits(text))
    return "" if meant == plain_digits(text) else meant


def _as_digits(found: re.Match[str]) -> str:
    digits = sum(char.isdecimal() for char in found[0])
    return found[0].translate(_FOR) if 2 * digits >= len(found[0]) else found[0]
