"""Where the audit's chain begins and how far it goes: both signed with the audit key.

A chain begins with an id that is drawn once, when a database is made where the keys are. A head without a signature is
never accepted, so that a chain that was emptied shows, and what is appended to it never makes it whole again.
"""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, text

from search.storage.encryption import Vault

_ID_BYTES = 16
# Whatever a database that is in use holds; the names of tables are ours.
_USED = ("audit_entries", "organisations", "accounts", "records", "door_sessions")


@dataclass(frozen=True, slots=True)
class ChainHead:
    """How far a chain goes: its id, how many entries it has, and the link of the last one."""

    chain_id: str
    sequence: int
    mac: bytes

    def signature(self, vault: Vault) -> bytes:
        """The head's signature."""
        return vault.audit_mac(self.mac, f"head {self.chain_id} {self.sequence}".encode())


def chain_start(vault: Vault, chain_id: str) -> bytes:
    """The link before the first entry."""
    return vault.audit_mac(b"beginning", chain_id.encode())


def begin_chain(connection: Connection, vault: Vault) -> None:
    """Sign the beginning of the chain of a database in which nothing happened yet; leave every other as it is."""
    begun = connection.execute(text("SELECT chain_id FROM audit_head WHERE id = 1")).one_or_none()
    if begun is None or begun.chain_id is not None or _is_used(connection):
        return
    chain_id = secrets.token_hex(_ID_BYTES)
    head = ChainHead(chain_id, 0, chain_start(vault, chain_id))
    connection.execute(
        text("UPDATE audit_head SET sequence = 0, mac = :mac, signature = :signature, chain_id = :chain WHERE id = 1"),
        {"mac": head.mac, "signature": head.signature(vault), "chain": chain_id},
    )


def chain_passes_through(connection: Connection, head: ChainHead) -> bool:
    """Whether the chain in the database has this link at this place; walking all of it is for `audit verify`."""
    if not head.sequence:
        return True
    asked = text("SELECT mac FROM audit_entries WHERE sequence = :sequence")
    found = connection.execute(asked, {"sequence": head.sequence}).scalar_one_or_none()
    return found is not None and bytes(found) == head.mac


def _is_used(connection: Connection) -> bool:
    counts = (connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in _USED)  # noqa: S608 - put together from constants
    return any(counts)
