"""Appending to the audit chain: who did what to what, and the anchors of the rows that were written by it.

Each entry's MAC covers the entry and the MAC before it, from a beginning that is signed when the database is made; the
head row signs the chain's length, so that an entry that is changed, moved, inserted or cut off at the end shows. What
verifies it is in `search.accounts.audit_walk`.
"""

import datetime
import json
import re
import uuid
from collections.abc import Mapping

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from search.access import Action, Actor
from search.errors import Refused, SealBroken
from search.models.audit import AuditEntry, AuditHead
from search.records.anchored_rows import take_anchors
from search.records.sections import vault_of
from search.storage.chain_heads import ChainHead
from search.storage.database import AUDIT_HEAD
from search.storage.encryption import Vault

Detail = Mapping[str, str | int | list[str]]
# Under which an entry's detail holds the anchors of the rows that its act wrote.
ROWS = "rows"
# Under which an entry of a file on its way says how far it came: what its rows say is held against their anchors again
# when they are settled, because showing the whole file is a few statements that note nothing.
STEP, STAGED, SETTLED = "step", "staged", "settled"
# Under which an entry of comparing says up to which change number each record met all others: "number:change".
MET = "met"
_NO_DETAIL: Detail = {}
# A head as `audit verify` prints it: how many entries, and the MAC of the last one.
_HEAD = re.compile(r"(\d{1,18}):([0-9a-f]{64})")


def record_act(
    session: Session,
    actor: Actor,
    action: Action,
    *,
    subject: tuple[str, uuid.UUID | str],
    now: datetime.datetime,
    detail: Detail = _NO_DETAIL,
) -> None:
    """Append one entry. `subject` is a kind of thing and its id; `detail` holds codes, counts and field names only.

    Raises SealBroken for a head that is not signed: appending to it would make a chain whole that was cut off.
    """
    vault = vault_of(session)
    anchors = take_anchors(session)
    head = _locked_head(session, vault)
    before = chain_head(head)
    kind, identifier = subject
    entry = AuditEntry(
        sequence=head.sequence + 1,
        at=now,
        actor_kind=actor.kind.value,
        actor_id=actor.account_id or actor.case_id or actor.organisation_id,
        action=action.value,
        subject_kind=kind,
        subject_id=str(identifier),
        detail={**detail, ROWS: anchors} if anchors else dict(detail),
        mac=b"",
    )
    entry.mac = next_link(vault, head.mac, entry)
    session.add(entry)
    head.sequence, head.mac = entry.sequence, entry.mac
    reached = chain_head(head)
    head.signature = reached.signature(vault)
    session.info[AUDIT_HEAD] = (session.info.get(AUDIT_HEAD, (before,))[0], reached)
    session.flush()


def next_link(vault: Vault, before: bytes, entry: AuditEntry) -> bytes:
    """The MAC of an entry behind the link before it."""
    return vault.audit_mac(before, _content(entry))


def chain_head(head: AuditHead) -> ChainHead:
    """The head row as far as it is signed; a chain without a beginning has an empty id."""
    return ChainHead(head.chain_id or "", head.sequence, head.mac)


def is_signed(head: AuditHead, vault: Vault) -> bool:
    """Whether a head was signed with the key that is here."""
    return head.chain_id is not None and head.signature == chain_head(head).signature(vault)


def head_is_ours(session: Session) -> bool | None:
    """Whether the chain's head was signed with the key that is here; None where the chain has not begun."""
    columns = {column["name"] for column in inspect(session.connection()).get_columns(AuditHead.__tablename__)}
    if "chain_id" not in columns:
        # Made before beginnings were signed, and not migrated yet.
        return None
    head = session.get(AuditHead, 1)
    if head is None or not head.sequence:
        return None
    return is_signed(head, vault_of(session))


def parse_head(text: str) -> tuple[int, str]:
    """A head as it was printed: how many entries, and the MAC of the last one in hex."""
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        # A slip of the pen must not look like a broken chain.
        raise Refused("audit_head_unreadable")
    return int(found[1]), found[2]


def _locked_head(session: Session, vault: Vault) -> AuditHead:
    head = session.scalars(select(AuditHead).where(AuditHead.id == 1).with_for_update()).one_or_none()
    if head is None or not is_signed(head, vault):
        raise SealBroken("audit_head_unsigned")
    return head


def _content(entry: AuditEntry) -> bytes:
    fields = (
        entry.sequence,
        entry.at.isoformat(),
        entry.actor_kind,
        str(entry.actor_id),
        entry.action,
        entry.subject_kind,
        entry.subject_id,
        entry.detail,
    )
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()
