"""What binds a sign-in session to its owner: who writes to the database can neither move one nor make it last longer.

The signature covers the token's digest, the owner with the secret that was typed, and the session's moments. A row that
was moved, prolonged or made by anybody else opens nothing, nor does one that is put back after the secret changed. One
that is put back after its owner left opens, to whoever has its token, until it would have ended: see `ends_at`.
"""

import datetime
import json

from search.models import Account, Relative, SearchRequest, SignInSession
from search.storage.encryption import Vault

Owner = SearchRequest | Relative | Account


def sign_session(vault: Vault, held: SignInSession, owner: Owner) -> None:
    """Sign a session anew, whenever one of its moments or its owner's secret changed."""
    held.signature = _signature(vault, held, owner)


def is_of(vault: Vault, held: SignInSession, owner: Owner) -> bool:
    """Whether a session is this owner's, as it was signed."""
    return held.signature == _signature(vault, held, owner)


def _signature(vault: Vault, held: SignInSession, owner: Owner) -> bytes:
    secret = owner.password_hash if isinstance(owner, Account) else owner.passphrase_hash
    moments = (held.opened_at, held.proved_at, held.expires_at, held.ends_at)
    said = [
        held.token_digest.hex(),
        str(held.id),
        held.portal,
        str(owner.id),
        secret,
        *(moment.astimezone(datetime.UTC).isoformat() for moment in moments),
    ]
    return vault.audit_mac(b"sign-in session", json.dumps(said).encode())
