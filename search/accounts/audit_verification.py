"""Verifying the audit chain, which is itself an act that is audited."""

import datetime

from sqlalchemy.orm import Session

from search.access import Action, Actor, require
from search.accounts.audit_chain import AuditVerdict, record_act, verify_chain


def verify_audit(session: Session, actor: Actor, *, exported_head: str = "", now: datetime.datetime) -> AuditVerdict:
    """Walk the chain; a broken one is left as it is, so that nothing hides where it broke."""
    require(actor, Action.VERIFY_AUDIT)
    verdict = verify_chain(session, exported_head)
    if verdict.first_bad is None:
        record_act(session, actor, Action.VERIFY_AUDIT, subject=("audit", "chain"), now=now)
    return verdict
