"""What hides an export: a cipher that whoever runs an engine can open, and pseudonyms that only the portal can.

A pseudonym is the first half of one AES block over (number, domain) under a secret of this export that stays on the
portal's machine. Two of ten million are alike about once in 400,000 exports.
"""

import hashlib
import hmac
import os
from enum import IntEnum

import numpy as np
import numpy.typing as npt
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from search.errors import SealBroken

_NONCE_BYTES = 12
Numbers = npt.NDArray[np.int64]


class Domain(IntEnum):
    """What a number numbers: a record and a key of the same number have nothing in common."""

    RECORD = 1
    KEY = 2


class ExportCipher:
    """Seals and opens what belongs to one export, each in its place: AES-256-GCM under the export key."""

    def __init__(self, export_id: str, key: bytes) -> None:
        self._export_id = export_id
        self._aead = AESGCM(key)
        self._mac_key = hmac.digest(key, b"ovillo manifest", hashlib.sha256)
        self._work_key = hmac.digest(key, b"ovillo work file", hashlib.sha256)

    def seal(self, plaintext: bytes, place: str) -> bytes:
        """Encrypt; what was sealed as one part or record does not open as another, nor in another export."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._aead.encrypt(nonce, plaintext, self._bound(place))

    def open(self, sealed: bytes, place: str) -> bytes:
        """The plaintext, or SealBroken where it was altered, moved, or the key is of another export."""
        try:
            return self._aead.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], self._bound(place))
        except (InvalidTag, ValueError) as error:
            raise SealBroken("seal_broken", place=place) from error

    def mac(self, content: bytes) -> str:
        """What shows that a manifest was made by whoever had the export key."""
        return hmac.digest(self._mac_key, content, hashlib.sha256).hex()

    def work_key(self) -> str:
        """A key of its own for an engine's work file, so that a weak cipher there says nothing of this one."""
        return self._work_key.hex()

    def _bound(self, place: str) -> bytes:
        return f"{self._export_id}/{place}".encode()


class Pseudonyms:
    """Numbers of records and digests of keys as one export calls them."""

    def __init__(self, secret: bytes) -> None:
        # One block a number and no two numbers alike: the mode's weakness is equal blocks, and equal is meant here.
        self._cipher = Cipher(algorithms.AES256(secret), modes.ECB())  # noqa: S305 - as said # nosec B305

    def of(self, numbers: Numbers, domain: Domain) -> Numbers:
        """Their pseudonyms, in their order: signed 64 bits each."""
        blocks = np.empty((len(numbers), 2), dtype="<i8")
        blocks[:, 0], blocks[:, 1] = numbers, domain
        encrypted = self._cipher.encryptor().update(blocks.tobytes())
        return np.frombuffer(encrypted, dtype="<i8")[::2].astype(np.int64)


def record_place(pseudonym: int) -> str:
    """Where a record is sealed: in its own name."""
    return f"record/{pseudonym}"
