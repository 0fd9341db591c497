"""What has to be typed before something is erased: its number, in whatever case and with any dashes."""

import unicodedata
import uuid

from search.errors import Refused
from search.records.references import read_reference

_SHOWN_OF_AN_ID = 8


def is_reference(reference: str, typed: str) -> bool:
    """Whether the case's reference was typed."""
    return read_reference(typed) == reference


def require_number(number: str, typed: str) -> None:
    """Raise Refused unless the number of a report was typed; see `number_to_type`."""
    if not _bare(typed) or _bare(typed) != _bare(number):
        raise Refused("erasure_not_confirmed")


def number_to_type(sender_number: str, report_id: uuid.UUID) -> str:
    """The sender's own number of a report; where it gave none that can be typed, the beginning of the report's id."""
    return sender_number if _bare(sender_number) else report_id.hex[:_SHOWN_OF_AN_ID].upper()


def _bare(text: str) -> str:
    return "".join(_plain_digit(c) for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _plain_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)
