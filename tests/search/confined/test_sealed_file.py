"""A file of what a stranger sent says nothing where it lies, and gives back what was written."""

import io
import random
from pathlib import Path

from search.confined.sealed_file import SealedFile

MARKER = b"Fatima Testova"
BODY = MARKER * 40_000


def kept_of(file: SealedFile) -> bytes:
    """What lies on the disk."""
    file._file.flush()
    return Path(f"/proc/self/fd/{file._file.fileno()}").read_bytes()


def test_what_lies_on_the_disk_says_nothing_of_what_was_written() -> None:
    with SealedFile() as first, SealedFile() as second:
        for one in (first, second):
            one.write(BODY)
        assert len(kept_of(first)) == len(BODY)
        assert MARKER not in kept_of(first)
        # Each file has a key of its own, and no block is like another.
        assert kept_of(first) != kept_of(second)
        assert len({kept_of(first)[at : at + 16] for at in range(0, len(BODY), 16)}) == len(BODY) // 16


def test_whatever_is_read_from_wherever_is_what_was_written() -> None:
    chance = random.Random(4)  # noqa: S311 - the same each time
    with SealedFile() as file:
        written = b""
        while len(written) < 50_000:
            piece = chance.randbytes(chance.randrange(1, 3000))
            file.write(piece)
            written += piece
        for _ in range(200):
            place, length = chance.randrange(len(written)), chance.randrange(1, 4000)
            assert file.seek(place) == place
            assert file.read(length) == written[place : place + length]
        file.seek(0)
        assert b"".join(file.readlines()) == written
        assert file.seek(0, io.SEEK_END) == len(written)
        assert file.read(1) == b""
