"""The head file goes on with each commit, never back, and nobody without the key can write one."""

import threading
from pathlib import Path

import pytest

from search.errors import SealBroken
from search.storage.chain_heads import ChainHead
from search.storage.encryption import Vault
from search.storage.head_file import HeadFile

CHAIN = "c" * 32


@pytest.fixture
def file(tmp_path: Path, vault: Vault) -> HeadFile:
    return HeadFile(tmp_path / "audit.head", vault)


def never(_known: ChainHead) -> bool:
    return False


def always(_known: ChainHead) -> bool:
    return True


def head(sequence: int, chain: str = CHAIN) -> ChainHead:
    return ChainHead(chain, sequence, bytes([sequence % 256]) * 32)


def test_it_goes_on_and_never_back(file: HeadFile) -> None:
    assert file.read() is None
    far = 10**15
    for before, sequence, expected in ((0, 0, 0), (0, 3, 3), (1, 2, 3), (2, 3, 3), (3, far, far), (3, 4, far)):
        file.advance(head(before), head(sequence), never)
        assert file.read() == head(expected)


def test_where_a_commit_does_not_follow_on_what_is_known_the_chain_is_asked(file: HeadFile) -> None:
    file.begin_anew(head(1))
    file.advance(head(4), head(6), lambda known: known == head(1))
    file.advance(head(1), head(4), never)
    assert file.read() == head(6)


@pytest.mark.parametrize("step", [1, 2, 3, 7])
def test_a_chain_that_was_put_back_never_overtakes_it_in_whatever_steps_it_grows(file: HeadFile, step: int) -> None:
    file.begin_anew(head(4))
    forked = [ChainHead(CHAIN, number, b"f" * 32) for number in range(2, 40)]
    for place in range(0, len(forked) - step, step):
        file.advance(forked[place], forked[place + step], lambda known: known in forked)
    assert file.read() == head(4)


def test_another_chain_does_not_take_its_place(file: HeadFile) -> None:
    file.begin_anew(head(3))
    file.advance(head(98, "d" * 32), head(99, "d" * 32), always)
    assert file.read() == head(3)
    file.begin_anew(head(1, "d" * 32))
    assert file.read() == head(1, "d" * 32)


def test_only_its_owner_reads_it_and_it_is_one_length_whatever_it_says(file: HeadFile) -> None:
    sizes = set()
    for sequence in (0, 9, 10**18):
        file.begin_anew(head(sequence))
        sizes.add(file.path.stat().st_size)
    assert len(sizes) == 1
    assert file.path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("change", [b"entries 0", b"chain c", b"last 0", b"signed "])
def test_an_altered_file_is_refused(file: HeadFile, change: bytes) -> None:
    file.begin_anew(head(0))
    content = file.path.read_bytes()
    place = content.index(change) + len(change) - 1
    swapped = b"1" if change != b"signed " else b"x"
    file.path.write_bytes(content[:place] + swapped + content[place + 1 :])
    with pytest.raises(SealBroken, match="head_file_altered"):
        file.read()
    with pytest.raises(SealBroken):
        file.advance(head(4), head(5), always)


def test_a_file_of_other_keys_is_refused(file: HeadFile) -> None:
    file.begin_anew(head(5))
    with pytest.raises(SealBroken):
        HeadFile(file.path, Vault.from_master_key(b"o" * 32)).read()


def test_many_that_write_at_once_leave_the_furthest(file: HeadFile) -> None:
    threads = [
        threading.Thread(target=file.advance, args=(head(sequence - 1), head(sequence), always))
        for sequence in range(1, 100)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read() == head(99)


def test_a_copy_elsewhere_says_the_same(file: HeadFile, tmp_path: Path, vault: Vault) -> None:
    file.write_copy(tmp_path / "copy", head(7))
    assert HeadFile(tmp_path / "copy", vault).read() == head(7)
