"""What a form sends is kept once, however often the same form is sent: its row has an id that follows from its key."""

import uuid

from sqlalchemy.orm import Session

from search.records.sections import vault_of

_BYTES = 16


def id_of_sent(session: Session, purpose: str, key: str) -> uuid.UUID:
    """The id of a row for what was sent with this key, the same each time; without a key a new one."""
    if not key:
        return uuid.uuid4()
    return uuid.UUID(bytes=vault_of(session).token_digest(f"{purpose} {key}")[:_BYTES])
