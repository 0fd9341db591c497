"""Public references of cases: random, short enough to write down, with a check character.

`XXXX-XXXX-C`: eight random characters of Crockford's base 32, which has no I, L, O or U (40 bits), and his check
symbol: the number modulo 37, which shows every single wrong character and every swap of neighbours.
Source: https://www.crockford.com/base32.html
"""

import secrets
import unicodedata

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MODULUS = 37
_LENGTH = 8
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_reference() -> str:
    """A fresh random reference."""
    while True:
        number = secrets.randbits(5 * _LENGTH)
        # Crockford's signs for 32 to 36 cannot be said aloud; such a number is drawn again.
        if number % _MODULUS < len(_ALPHABET):
            body = _encode(number)
            return f"{body[:4]}-{body[4:]}-{_ALPHABET[number % _MODULUS]}"


def read_reference(text: str) -> str | None:
    """The canonical form of what a person typed, or None when its check character shows a mistake."""
    typed = "".join(_plain(c) for c in unicodedata.normalize("NFKC", text).upper() if c.isalnum()).translate(_READ_AS)
    if len(typed) != _LENGTH + 1 or any(c not in _ALPHABET for c in typed):
        return None
    body, check = typed[:_LENGTH], typed[_LENGTH]
    number = sum(_ALPHABET.index(c) << (5 * place) for place, c in enumerate(reversed(body)))
    if number % _MODULUS != _ALPHABET.index(check):
        return None
    return f"{body[:4]}-{body[4:]}-{check}"


def _encode(number: int) -> str:
    return "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(_LENGTH)))


def _plain(character: str) -> str:
    """Digits of every script are digits, as on an Arabic or a Bengali keyboard."""
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
