"""Verifying the audit, which is itself an act that is audited."""

import datetime

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import record_act
from search.accounts.audit_walk import AuditVerdict, verify_chain
from search.storage.chain_heads import ChainHead


def verify_audit(
    session: Session, actor: Actor, *, exported_head: str = "", known: ChainHead | None = None, now: datetime.datetime
) -> AuditVerdict:
    """Walk the chain and the rows; what is broken is left as it is, so that nothing hides where it broke."""
    require(actor, Action.VERIFY_AUDIT)
    verdict = verify_chain(session, exported_head, known)
    if verdict.whole:
        record_act(session, actor, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=now)
    return verdict


def accept_head(session: Session, actor: Actor, *, now: datetime.datetime) -> None:
    """Write down that the chain is to go on from where it is, although more of it was known."""
    require(actor, Action.VERIFY_AUDIT)
    record_act(session, actor, Action.VERIFY_AUDIT, subject=("audit", "head"), now=now, detail={"now": "accepted"})
