"""Numbers that nobody can call as they stand: of which countries they may be, and whether one is complete."""

import re
from functools import lru_cache

import phonenumbers

from matching.places.routes import routes
from matching.places.usual_routes import usual_routes
from search.values.folding import plain_digits
from search.values.phone_numbers import is_only_phones, phone_number, read_phones

_MOST = 4
_AND = re.compile(
    r"(?<=\d)\s+(?:y|e|o|and|or|et|ou|und|oder|ve|و|أو|او|یا|и|или|та|এবং|እና)\s+(?=[+(\d])", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def numbers_by_country(text: str, nationalities: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Country and whole number for each country of a journey that has such a number; at most four, mobiles first."""
    found = [(country, number) for country in _countries(nationalities) if (number := _number_in(text, country))]
    return tuple(sorted(found, key=lambda one: (one[0] not in nationalities, not _is_mobile(one[1])))[:_MOST])


def can_be_called(number: str) -> bool:
    """Whether a number with its country is one that the country gives out."""
    try:
        return number.startswith("+") and phonenumbers.is_valid_number(phonenumbers.parse(number))
    except phonenumbers.NumberParseException:
        return False


def as_dialled(number: str) -> str:
    """A number with its country as it is written abroad: +249 91 234 5678."""
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def numbers_apart(text: str, nationalities: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Several numbers in one line, where nothing else stands there; empty for one, or for words beside them."""
    text = _AND.sub(" / ", text)
    if phone_number(text, nationalities) or not is_only_phones(text, nationalities):
        return ()
    numbers = tuple(phone.number for phone in read_phones(text, nationalities))
    return numbers if len(numbers) > 1 else ()


def _number_in(text: str, country: str) -> str:
    number = phone_number(plain_digits(text), (country,))
    return number if number.startswith("+") and can_be_called(number) else ""


def _is_mobile(number: str) -> bool:
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return phonenumbers.number_type(phonenumbers.parse(number)) in kinds


def _countries(nationalities: tuple[str, ...]) -> tuple[str, ...]:
    """The countries of nationality, then those on the routes from there."""
    usual = usual_routes(frozenset(nationalities))
    passed = sorted({country for route in routes() if route.code in usual for country in route.countries})
    return tuple(dict.fromkeys((*nationalities, *passed)))
