"""Telephone numbers out of a cell: several, labelled, spaced, with or without the country's code."""

import re
from functools import lru_cache

import phonenumbers

from matching.record import Phone, PhoneRole
from search.values.folding import plain_digits

_NUMBER = re.compile(r"(?:\+|\(\+|00|tel:)?\s*\(?\d[\d\s().\-‐‑–]{4,}\d")
_PIECES = re.compile(r"[;,\n|]|\s/\s|(?<=\d{6})/|\s+(?:y|e|and|et|und|en|ve|και|и|та|و|or|ou|o|oder)\s+|(?=\+)|\s{3,}")
_MIN_DIGITS, _MAX_DIGITS = 6, 15
_MAX_CHARS, _MAX_PHONES = 2000, 20
_DATE = re.compile(r"^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\s*$")


def read_phones(text: str, regions: tuple[str, ...] = (), role: PhoneRole = PhoneRole.UNKNOWN) -> tuple[Phone, ...]:
    """Find the numbers in a cell, each once. `regions` are the countries whose own writing is tried, in order."""
    numbers = [number for candidate in _candidates(text) if (number := phone_number(candidate, regions))]
    return tuple(Phone(number, role) for number in dict.fromkeys(numbers))[:_MAX_PHONES]


def _candidates(text: str) -> list[str]:
    plain = plain_digits(text)[:_MAX_CHARS].replace("(+", "+")
    plain = re.sub(r"\bext\.?\s*\d+", " ", plain, flags=re.IGNORECASE)
    return [found for piece in _PIECES.split(plain) if not _DATE.match(piece) for found in _NUMBER.findall(piece)]


def is_only_phones(text: str, regions: tuple[str, ...] = ()) -> bool:
    """Whether a cell holds numbers that can be read, and nothing else: no word beside one, no figure left over."""
    rest = plain_digits(text)
    for candidate in _candidates(text):
        if phone_number(candidate, regions):
            rest = rest.replace(candidate, " ", 1)
    return not any(char.isalnum() for char in rest)


@lru_cache(maxsize=16384)
def phone_number(text: str, regions: tuple[str, ...] = ()) -> str:
    """Return E.164 where the number can be read as one, else its digits alone; "" where it is too short or long.

    A number with `+` or `00` keeps its `+` even where the numbering plan does not know it: it was copied from a scrap.
    """
    plain = plain_digits(text).strip()
    digits = re.sub(r"\D", "", plain)
    if not _MIN_DIGITS <= len(digits) <= _MAX_DIGITS + 2:
        return ""
    if plain.lstrip("( ").startswith("+") or (digits.startswith("00") and len(digits) > 9):
        return _international(digits.removeprefix("00"))
    for region in regions:
        if formatted := _valid("+" + digits, None) if region == "*" else _valid(digits, region):
            return formatted
    if len(digits) >= 10 and (formatted := _valid("+" + digits, None)):
        return formatted
    return digits if len(digits) <= _MAX_DIGITS else ""


def _international(digits: str) -> str:
    """`+44 (0)7911 …` loses its trunk zero where that makes a valid number."""
    if digits.startswith("521") and len(digits) == 13:
        # Mexico dropped the 1 of mobile numbers in 2019; address books and messengers still show it.
        digits = "52" + digits[3:]
    if formatted := _valid("+" + digits, None):
        return formatted
    return "+" + digits if _MIN_DIGITS <= len(digits) <= _MAX_DIGITS else ""


def _valid(number: str, region: str | None) -> str:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(parsed):
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
