"""Sealing: every sensitive value is encrypted under its record's own key and bound to its place.

The master key lives outside the database. From it are derived the wrapping key (for record keys), the digest key (for
equality look-ups and blocking keys), the audit key and the portals' cookie secrets. A record key is 256 bits, wrapped
with AES-256-GCM under its record's number; destroying it is the erasure of the record. Associated data is
`table.column.place`, so that a ciphertext moved to another row, column or revision does not open.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from search.errors import SealBroken

KEY_BYTES = 32
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A record key under a master key; `master` names which one."""

    master: str
    wrapped: bytes


def _in_order(name: str) -> tuple[int, str]:
    """Names of master keys are numbers, and the tenth comes after the second."""
    return len(name), name


class Vault:
    """Keys and what is done with them. Holds the master keys of all rotations; new values use the current one."""

    def __init__(self, masters: Mapping[str, bytes], current: str) -> None:
        self._current = current
        self._wrapping = {name: AESGCM(_derive(key, "wrap record keys")) for name, key in masters.items()}
        # Digests must stay equal across rotations of the wrapping key, so they hang on the first master key.
        oldest = masters[min(masters, key=_in_order)]
        self._digest_key = _derive(oldest, "digest")
        self._audit_key = _derive(oldest, "audit")
        self._secret_key = _derive(oldest, "portal secrets")
        self._staff_key = _derive(oldest, "staff secrets")

    @classmethod
    def from_master_key(cls, key: bytes) -> "Vault":
        """A vault with one master key of 32 bytes."""
        return cls({"1": key}, "1")

    @property
    def current(self) -> str:
        """The name of the master key that wraps new record keys."""
        return self._current

    def new_record_key(self, place: str) -> tuple[bytes, WrappedKey]:
        """A fresh key and its wrapped form, bound to `place` (the record)."""
        key = os.urandom(KEY_BYTES)
        return key, self.wrap(key, place)

    def wrap(self, key: bytes, place: str) -> WrappedKey:
        """Wrap a record key under the current master key."""
        return WrappedKey(self._current, _encrypt(self._wrapping[self._current], key, f"record_keys.wrapped.{place}"))

    def unwrap(self, wrapped: WrappedKey, place: str) -> bytes:
        """The record key, or SealBroken when it is another record's or its master key is not here."""
        cipher = self._wrapping.get(wrapped.master)
        if cipher is None:
            raise SealBroken("master_key_absent")
        return _decrypt(cipher, wrapped.wrapped, f"record_keys.wrapped.{place}")

    def digest(self, purpose: str, text: str) -> int:
        """A keyed 64-bit digest (truncated HMAC-SHA-256) as a signed integer, for look-ups and blocking keys."""
        mac = hmac.digest(self._digest_key, f"{purpose}\x1f{text}".encode(), hashlib.sha256)
        return int.from_bytes(mac[:8], "big", signed=True)

    def token_digest(self, token: str) -> bytes:
        """A keyed 256-bit digest, for tokens that are kept only as digests."""
        return hmac.digest(self._digest_key, f"token\x1f{token}".encode(), hashlib.sha256)

    def seal_secret(self, plaintext: bytes, place: str) -> bytes:
        """Seal what belongs to no record, such as a staff member's one-time-code secret."""
        return seal(self._staff_key, plaintext, place)

    def unseal_secret(self, sealed: bytes, place: str) -> bytes:
        """The inverse of `seal_secret`."""
        return unseal(self._staff_key, sealed, place)

    def audit_mac(self, previous: bytes, content: bytes) -> bytes:
        """The next link of the audit chain: 32 bytes over the previous link and the entry."""
        return hmac.digest(self._audit_key, previous + content, hashlib.sha256)

    def secret(self, purpose: str) -> bytes:
        """A 32-byte secret for one purpose, such as signing one portal's cookies."""
        return hmac.digest(self._secret_key, purpose.encode(), hashlib.sha256)


def seal(key: bytes, plaintext: bytes, place: str) -> bytes:
    """Encrypt with AES-256-GCM under a random 96-bit nonce; `place` is `table.column.row`."""
    return _encrypt(AESGCM(key), plaintext, place)


def unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    """The plaintext, or SealBroken when the value was altered or moved."""
    return _decrypt(AESGCM(key), sealed, place)


def new_master_key() -> bytes:
    """32 random bytes."""
    return os.urandom(KEY_BYTES)


def encode_master_key(key: bytes) -> str:
    """As one line of text, for a key file or the environment."""
    return base64.urlsafe_b64encode(key).decode()


def decode_master_key(text: str) -> bytes:
    """The inverse of `encode_master_key`; raises SealBroken when it is not a key of 32 bytes."""
    try:
        key = base64.urlsafe_b64decode(text.strip())
    except ValueError as error:
        raise SealBroken("master_key_unreadable") from error
    if len(key) != KEY_BYTES:
        raise SealBroken("master_key_unreadable")
    return key


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDFExpand(algorithm=hashes.SHA256(), length=KEY_BYTES, info=f"ovillo {purpose}".encode()).derive(key)


def _encrypt(cipher: AESGCM, plaintext: bytes, place: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plaintext, place.encode())


def _decrypt(cipher: AESGCM, sealed: bytes, place: str) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise SealBroken("seal_broken", place=place) from error
