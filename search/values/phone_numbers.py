"""Telephone numbers out of a cell: several, labelled, spaced, with or without the country's code."""

import re
from functools import lru_cache

import phonenumbers

from matching.record import Phone, PhoneRole
from search.values.dummy_numbers import is_dummy
from search.values.folding import plain_digits

_NUMBER = re.compile(r"(?:\+|\(\+|00|tel:)?\s*\(?\d[\d\s().\-‐‑–]{4,}\d")
_PIECES = re.compile(r"[;,\n|]|\s/\s|(?<=\d{6})/|\s+(?:y|e|and|et|und|en|ve|και|и|та|و|or|ou|o|oder)\s+|(?=\+)|\s{3,}")
_MIN_DIGITS, _MAX_DIGITS = 6, 15
_MAX_CHARS, _MAX_PHONES = 2000, 20
_LEAST_ALONE, _MOST_ALONE = 7, 13
_EXTENSION = re.compile(r"\bext\.?\s*\d+", re.IGNORECASE)
# A whole number as a program's float, with one full stop only.
_FLOAT = re.compile(r"(?<![\d.])([^.]{7,24}\d)\.0{1,2}\s*$")
_SCIENTIFIC = re.compile(r"(?<![\d.,])(\d)[.,](\d+)E\+?(\d{1,2})(?!\d)", re.IGNORECASE)
_LETTER_O = re.compile(r"(?<![^\W\d_])[Oo](?=\d)|(?<=\d)[Oo](?=\d)")
_NETWORK = re.compile(r"(?<![\d/])(0\d{1,3})/(?=\d{5,})")
# One or two letters right behind a number are digits that nobody could read.
_SPOILT = re.compile(r"[^\W\d_]{1,2}(?![^\W\d_])")
_DATE = re.compile(r"^\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})\s*$")


def read_phones(text: str, regions: tuple[str, ...] = (), role: PhoneRole = PhoneRole.UNKNOWN) -> tuple[Phone, ...]:
    """Find the numbers in a cell, each once. `regions` are the countries whose own writing is tried, in order."""
    numbers = [number for candidate in _candidates(text) if (number := phone_number(candidate, regions))]
    return tuple(Phone(number, role) for number in dict.fromkeys(numbers))[:_MAX_PHONES]


def _candidates(text: str) -> list[str]:
    plain = _written_plainly(plain_digits(text)[:_MAX_CHARS].replace("(+", "+"))
    found = [
        match[0]
        for piece in _PIECES.split(plain)
        if not _DATE.match(piece)
        for match in _NUMBER.finditer(_FLOAT.sub(r"\1", piece))
        if not _SPOILT.match(match.string, match.end())
    ]
    return [number for candidate in found for number in _apart(candidate)]


def _written_plainly(plain: str) -> str:
    """The text without what programs and clerks make of numbers: `E+11`, an O for a zero, `03/123456`."""
    plain = _EXTENSION.sub(" ", _SCIENTIFIC.sub(_in_full, plain))
    return _NETWORK.sub(r"\1", _LETTER_O.sub("0", plain))


def _in_full(found: re.Match[str]) -> str:
    """All digits of a number in scientific notation; nothing where it has lost some."""
    digits, exponent = found[1] + found[2], int(found[3])
    return digits if len(found[2]) == exponent else " "


def _apart(candidate: str) -> list[str]:
    """Two numbers with one blank, hyphen or full stop between; anything else as it is."""
    groups = re.split(r"[\s.\-‐‑–]+", candidate.strip())
    sizes = [len(re.sub(r"\D", "", group)) for group in groups]
    if len(groups) > 1 and all(_LEAST_ALONE <= size <= _MOST_ALONE for size in sizes):
        return groups
    if sum(sizes) > _MAX_DIGITS + 2:
        for at in range(1, len(groups)):
            if sum(sizes[:at]) == sum(sizes[at:]) <= _MOST_ALONE:
                return [" ".join(groups[:at]), " ".join(groups[at:])]
    return [candidate]


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
    if not _MIN_DIGITS <= len(digits) <= _MAX_DIGITS + 2 or is_dummy(digits):
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
