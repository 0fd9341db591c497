"""What is asked about a telephone number or an address at which nobody can be reached as it stands."""

import re

from rapidfuzz import fuzz, process

from i18n.formats import isolate_ltr
from search.fields import FieldRow
from search.values.folding import plain_digits
from search.values.phone_doubts import as_dialled, can_be_called, numbers_by_country
from search.values.phone_numbers import phone_number, read_phones
from web.fields.soft_question import SoftOption, SoftQuestion
from web.fields.typed import Typed, text
from web.fields.widget import Setting
from web.labels import words as label
from web.locale import pgettext

_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)*\.[^@\s.]{2,}")
_NUMBER_ALONE = re.compile(r"[+(]?[\d\s().+/\-\u2010\u2011\u2013]+")
# Where most addresses of families are; one that is nearly so was meant so.
_KNOWN = ("gmail.com", "hotmail.com", "yahoo.com", "outlook.com", "icloud.com", "live.com", "yahoo.es", "yahoo.fr")
_NEARLY = 80


def number(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Of which country a number is that does not say it, or whether a digit is missing."""
    written = text(typed)
    read = phone_number(written, setting.regions) if is_number_alone(written) else ""
    if not read or len(read_phones(written, setting.regions)) > 1:
        return None
    if plain_digits(written).lstrip("( ").startswith(("+", "00")):
        return None if can_be_called(read) else SoftQuestion(code="no_number", written=written)
    countries = numbers_by_country(written, setting.regions)
    if can_be_called(read) and len(countries) < 2:
        return None
    options = tuple(
        SoftOption(country, _shown(country, whole), {"": [as_dialled(whole)]}) for country, whole in countries
    )
    return SoftQuestion(code="which_number" if options else "no_number", written=written, options=options)


def way(row: FieldRow, typed: Typed, setting: Setting) -> SoftQuestion | None:
    """Whether a number or an address at which a family is to be reached is right."""
    written = text(typed)
    is_address = "@" in written[1:] and " " not in written
    return _address(written) if is_address else number(row, typed, setting)


def is_address(written: str) -> bool:
    """Whether somebody can write to an address as it stands."""
    return bool(_ADDRESS.fullmatch(written.strip()))


def is_number_alone(written: str) -> bool:
    """Whether nothing but a number is written."""
    return bool(_NUMBER_ALONE.fullmatch(plain_digits(written)))


def _address(written: str) -> SoftQuestion | None:
    name, _, place = written.rpartition("@")
    near = process.extractOne(place.casefold(), _KNOWN, scorer=fuzz.ratio, score_cutoff=_NEARLY)
    if near is not None and near[0] != place.casefold() and place.casefold() not in _KNOWN:
        meant = f"{name}@{near[0]}"
        option = SoftOption(near[0], isolate_ltr(meant), {"": [meant]})
        return SoftQuestion(code="which_address", written=written, options=(option,))
    return None if is_address(written) else SoftQuestion(code="no_address", written=written)


def _shown(country: str, whole: str) -> str:
    return pgettext(
        "phone", "%(number)s, %(country)s", number=isolate_ltr(as_dialled(whole)), country=label(country, "country")
    )
