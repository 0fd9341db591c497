"""Where the next page of a list begins, as a program is given it: sealed, so that it says nothing and cannot be made.

Pages begin below a number and not at a place, so that what comes meanwhile moves nothing.
"""

import base64
import binascii
import uuid

from sqlalchemy.orm import Session

from search.errors import Refused, SealBroken
from search.records.sections import vault_of
from search.storage.encryption import seal, unseal

LONGEST = 200
_BYTES = 8


def cursor_below(session: Session, organisation_id: uuid.UUID, listing: str, number: int) -> str:
    """The cursor of the page that begins below `number` in one list of one organisation."""
    sealed = seal(_key(session), number.to_bytes(_BYTES, "big"), _place(organisation_id, listing))
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def number_of(session: Session, organisation_id: uuid.UUID, listing: str, cursor: str) -> int:
    """The number that a cursor stands for. Raises Refused for one that was not given for this list."""
    if not cursor.isascii() or len(cursor) > LONGEST:
        raise Refused("cursor_unknown")
    try:
        sealed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        return int.from_bytes(unseal(_key(session), sealed, _place(organisation_id, listing)), "big")
    except (binascii.Error, SealBroken) as error:
        raise Refused("cursor_unknown") from error


def _key(session: Session) -> bytes:
    return vault_of(session).secret("page cursors")


def _place(organisation_id: uuid.UUID, listing: str) -> str:
    return f"cursor.{listing}.{organisation_id}"
