"""Codes of what people who were met answered, sealed so that their length tells nothing."""

from collections.abc import Mapping

import msgspec
from sqlalchemy.orm import Session

from search.records.sections import seal_words, unseal_words

# Longer than any of them; all are filled up to it, so that nobody reads a yes or a no off the length of what is sealed.
_LENGTH = 160


def seal_codes(session: Session, number: int, codes: Mapping[str, str], place: str) -> bytes:
    """Seal a few codes under the key of a record, all of one length."""
    plain = msgspec.json.encode(dict(codes)).decode()
    if len(plain) > _LENGTH:
        raise ValueError(place)
    return seal_words(session, number, plain.ljust(_LENGTH), place)


def open_codes(session: Session, number: int, sealed: bytes, place: str) -> dict[str, str]:
    """The codes again."""
    return msgspec.json.decode(unseal_words(session, number, sealed, place), type=dict[str, str])
