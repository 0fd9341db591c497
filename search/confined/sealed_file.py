"""A nameless file for what a stranger sent and nobody has read yet, which holds nothing that a disk could tell later.

Photos and sheets are too large to wait in memory until they are whole. Each file is encrypted under a key of its own,
which is never written anywhere and is gone with it: whoever reads the disk afterwards finds noise.
"""

import io
import os
import tempfile
from typing import IO, Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

_BLOCK = 16


class SealedFile(io.RawIOBase):
    """A nameless file whose bytes are encrypted where they lie (AES-256 in counter mode, told by their place).

    Each place is written once: what waits is only ever added to.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile("w+b")  # noqa: SIM115 - closed with this one
        self._key, self._first = AES256(os.urandom(32)), int.from_bytes(os.urandom(_BLOCK))

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, into: Any, /) -> int:
        place, room = self._file.tell(), memoryview(into)
        read = self._file.read(len(room))
        room[: len(read)] = self._turned(read, place)
        return len(read)

    def write(self, data: Any, /) -> int:
        return self._file.write(self._turned(bytes(data), self._file.tell()))

    def close(self) -> None:
        self._file.close()
        super().close()

    def _turned(self, data: bytes, place: int) -> bytes:
        """Encrypts what is plain and the other way round: in counter mode both are one."""
        block, within = divmod(place, _BLOCK)
        counter = (self._first + block) % (1 << (8 * _BLOCK))
        turning = Cipher(self._key, CTR(counter.to_bytes(_BLOCK))).encryptor()
        turning.update(bytes(within))
        return turning.update(data)
