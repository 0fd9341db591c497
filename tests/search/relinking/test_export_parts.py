"""Parts are sealed as a whole under their own names, in an order that tells nothing."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search.errors import Refused, SealBroken
from search.models.records import RecordSide
from search.relinking.export_folder import PartKind
from search.relinking.export_parts import KEYS, RECORDS, SCHEMAS, key_rows, open_part, record_rows, write_part
from search.relinking.export_sealing import ExportCipher

CIPHER = ExportCipher("one", bytes(32))
KEY_TABLE = key_rows(np.array([5, -3, 5], np.int64), np.array([1, 2, -7], np.int64))


def test_keys_are_in_the_order_of_their_pseudonyms_each_with_its_record() -> None:
    assert KEY_TABLE.schema == SCHEMAS[PartKind.KEYS] == KEYS
    assert KEY_TABLE.to_pylist() == [
        {"key": -3, "record": 2}, {"key": 5, "record": -7}, {"key": 5, "record": 1},
    ]  # fmt: skip


def test_records_are_in_the_order_of_their_pseudonyms_each_with_its_bytes() -> None:
    table = record_rows(np.array([9, -4, 0], np.int64), [b"nine", b"minus four", b"nought"])
    assert table.schema == SCHEMAS[PartKind.RECORDS] == RECORDS
    assert table.to_pylist() == [
        {"record": -4, "packed": b"minus four"}, {"record": 0, "packed": b"nought"}, {"record": 9, "packed": b"nine"},
    ]  # fmt: skip


def test_a_part_opens_as_it_was_written_and_tells_its_rows_size_and_digest(tmp_path: Path) -> None:
    part = write_part(tmp_path, RecordSide.FOUND, PartKind.KEYS, 12, KEY_TABLE, CIPHER)
    content = (tmp_path / "found-keys-00012.part").read_bytes()
    assert (part.name, part.rows, part.size) == ("found-keys-00012.part", 3, len(content))
    assert part.sha256 == hashlib.sha256(content).hexdigest()
    assert open_part(tmp_path, part, CIPHER) == KEY_TABLE


def test_one_altered_byte_is_refused_by_its_checksum_and_by_its_seal_even_with_a_new_checksum(tmp_path: Path) -> None:
    part = write_part(tmp_path, RecordSide.FOUND, PartKind.KEYS, 0, KEY_TABLE, CIPHER)
    altered = bytearray((tmp_path / part.name).read_bytes())
    altered[-1] ^= 1
    (tmp_path / part.name).write_bytes(altered)
    with pytest.raises(Refused, match=f"part_damaged name={part.name}"):
        open_part(tmp_path, part, CIPHER)
    with pytest.raises(SealBroken):
        open_part(tmp_path, replace(part, sha256=hashlib.sha256(altered).hexdigest()), CIPHER)


def test_a_part_does_not_open_under_another_name_or_in_another_export(tmp_path: Path) -> None:
    part = write_part(tmp_path, RecordSide.FOUND, PartKind.KEYS, 0, KEY_TABLE, CIPHER)
    (tmp_path / part.name).rename(tmp_path / "found-keys-00001.part")
    with pytest.raises(SealBroken):
        open_part(tmp_path, replace(part, name="found-keys-00001.part"), CIPHER)
    with pytest.raises(SealBroken):
        open_part(tmp_path, replace(part, name="found-keys-00001.part"), ExportCipher("two", bytes(32)))


def test_a_part_is_never_written_over(tmp_path: Path) -> None:
    write_part(tmp_path, RecordSide.FOUND, PartKind.KEYS, 0, KEY_TABLE, CIPHER)
    with pytest.raises(FileExistsError):
        write_part(tmp_path, RecordSide.FOUND, PartKind.KEYS, 0, KEY_TABLE, CIPHER)
