"""Reference and words that did not fit come back to their boxes: sealed, for minutes, in the visitor's own cookie.

The server keeps nothing of them, so that a guess costs it nothing and nothing that opens a search lies anywhere.
"""

import base64
import binascii
import datetime

import msgspec

from search.errors import SealBroken
from search.storage.encryption import Vault

_PLACE = "typed_secrets.sealed"
KEPT_FOR = datetime.timedelta(minutes=10)
# A cookie holds four thousand bytes, and holds more than this.
_MOST_BYTES = 1_200


class TypedSecret(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed into the form at an `endpoint`, and the code of what is wrong with it, empty for nothing."""

    endpoint: str
    fields: dict[str, str]
    code: str
    at: datetime.datetime

    def bounded(self) -> "TypedSecret":
        """What was typed, or nothing where it is too long to be right and would fill a cookie."""
        size = sum(len(name) + len(value.encode()) for name, value in self.fields.items())
        return self if size <= _MOST_BYTES else msgspec.structs.replace(self, fields={})


def seal_typed(vault: Vault, typed: TypedSecret) -> str:
    """What was typed, as a cookie carries it."""
    return base64.urlsafe_b64encode(vault.seal_secret(msgspec.msgpack.encode(typed.bounded()), _PLACE)).decode()


def open_typed(vault: Vault, sealed: str, now: datetime.datetime) -> TypedSecret | None:
    """What was typed; None where it is none of ours, or too old."""
    try:
        content = vault.unseal_secret(base64.urlsafe_b64decode(sealed), _PLACE)
    except (SealBroken, binascii.Error, ValueError):
        return None
    typed = msgspec.msgpack.decode(content, type=TypedSecret)
    return typed if now <= typed.at + KEPT_FOR else None
