"""The head file: how far the audit's chain had come, kept outside the database and beside the key.

Every commit that wrote an audit entry moves it on, never back. A database that was emptied, or put back to an earlier
day together with its head, then has less than the file says; starting and verifying compare the two. The file holds no
secret: a chain's id, a number, two digests.
"""

import fcntl
import hmac
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from search.errors import SealBroken
from search.storage.chain_heads import ChainHead
from search.storage.encryption import Vault

_TITLE = "ovillo audit head"
# Of one length whatever it says, so that it is written over in one piece.
_CONTENT = re.compile(rf"{_TITLE}\nchain ([0-9a-f]{{32}})\nentries (\d{{19}})\nlast ([0-9a-f]{{64}})\n")
_SIGNED = re.compile(r"signed ([0-9a-f]{64})\n?")


class HeadFile:
    """A head in a file that only its owner reads; its code is made with the audit key, so that nobody else can."""

    def __init__(self, path: Path, vault: Vault) -> None:
        self.path = path
        self._vault = vault

    def read(self) -> ChainHead | None:
        """The head in the file, None where there is none; SealBroken where it was altered."""
        try:
            with self._locked(os.O_RDONLY, fcntl.LOCK_SH) as descriptor:
                return self._parse(_content(descriptor))
        except FileNotFoundError:
            return None

    def advance(self, before: ChainHead, head: ChainHead, passes_through: Callable[[ChainHead], bool]) -> None:
        """Write the head to which a commit brought the chain from `before`, or the first one that there is.

        Whoever committed later may have written already: then the file stays. It also stays, whatever is appended
        later, once the chain does not pass through what the file knows: what was put back must not overtake it. The
        chain is only asked where a commit does not follow right on what is known.
        """
        with self._locked(os.O_RDWR | os.O_CREAT, fcntl.LOCK_EX) as descriptor:
            written = _content(descriptor)
            known = self._parse(written) if written else before
            ahead = known.chain_id == head.chain_id and known.sequence < head.sequence
            if not written or (ahead and (known == before or passes_through(known))):
                os.pwrite(descriptor, self._text(head).encode(), 0)

    def write_copy(self, path: Path, head: ChainHead) -> None:
        """Write a head to another place, to be kept there."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(self._text(head))

    def begin_anew(self, head: ChainHead) -> None:
        """Write a head whatever the file says now: whoever calls this knows why it went back."""
        with self._locked(os.O_RDWR | os.O_CREAT, fcntl.LOCK_EX) as descriptor:
            os.pwrite(descriptor, self._text(head).encode(), 0)

    @contextmanager
    def _locked(self, how: int, lock: int) -> Iterator[int]:
        descriptor = os.open(self.path, how, 0o600)
        try:
            fcntl.flock(descriptor, lock)
            yield descriptor
        finally:
            os.close(descriptor)

    def _text(self, head: ChainHead) -> str:
        content = f"{_TITLE}\nchain {head.chain_id}\nentries {head.sequence:019}\nlast {head.mac.hex()}\n"
        return f"{content}signed {self._code(content)}\n"

    def _parse(self, text: str) -> ChainHead:
        content, signed = _CONTENT.match(text), None
        if content is not None:
            signed = _SIGNED.fullmatch(text, content.end())
        if content is None or signed is None or not hmac.compare_digest(signed[1], self._code(content[0])):
            raise SealBroken("head_file_altered", name=self.path.name)
        return ChainHead(content[1], int(content[2]), bytes.fromhex(content[3]))

    def _code(self, content: str) -> str:
        return self._vault.audit_mac(b"head file", content.encode()).hex()


def _content(descriptor: int) -> str:
    return os.pread(descriptor, 4096, 0).decode("ascii", errors="replace")
