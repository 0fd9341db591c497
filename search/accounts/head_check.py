"""Whether the audit goes on from where the head file saw it, asked at each start before anything is appended."""

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import chain_head, is_signed
from search.errors import Refused
from search.models import AuditHead
from search.storage.chain_heads import ChainHead, chain_passes_through
from search.storage.database import Database


def require_head(database: Database) -> None:
    """Raise Refused where the head is unsigned, or the database has less than the head file says.

    A missing head file is begun: nobody can tell that it was there before. Where the audit was put back knowingly, as
    when a backup was restored, `ovillo audit accept-head` says so.
    """
    with database.reading() as session:
        head = _signed_head(session, database)
        known = database.head_file.read() if database.head_file is not None else None
        if known is None:
            if database.head_file is not None:
                database.head_file.begin_anew(head)
            return
        if known.chain_id != head.chain_id:
            raise Refused("audit_is_another")
        if known.sequence > head.sequence or not chain_passes_through(session.connection(), known):
            raise Refused("audit_put_back", entries=head.sequence, known=known.sequence)


def read_head(session: Session, actor: Actor) -> ChainHead:
    """How far the audit has come, to be kept elsewhere; Refused for a head that is not signed."""
    require(actor, Action.VERIFY_AUDIT)
    head = session.get(AuditHead, 1)
    if head is None or not is_signed(head, session.info["vault"]):
        raise Refused("audit_head_unsigned")
    return chain_head(head)


def _signed_head(session: Session, database: Database) -> ChainHead:
    head = session.get(AuditHead, 1)
    if head is None or not is_signed(head, database.vault):
        raise Refused("audit_head_unsigned")
    return chain_head(head)
