"""A manifest and its parts: what was exchanged, left out, added or damaged shows before anything is computed."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from search.errors import Refused, SealBroken
from search.models.records import RecordSide
from search.relinking.export_folder import (
    MANIFEST,
    VERSION,
    Manifest,
    Part,
    PartKind,
    check_manifest,
    part_bytes,
    read_manifest,
    write_manifest,
    write_whole,
)
from search.relinking.export_sealing import ExportCipher

CONTENT = b"sealed bytes of a part"
CIPHER = ExportCipher("one", bytes(32))


def part(number: int, side: RecordSide = RecordSide.FOUND, kind: PartKind = PartKind.KEYS) -> Part:
    digest = hashlib.sha256(CONTENT).hexdigest()
    name = f"{side}-{kind}-{number:05}.part"
    return Part(name=name, side=side, kind=kind, rows=3, size=len(CONTENT), sha256=digest)


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    """An export of two parts, written as a whole and read again."""
    parts = (part(0), part(1, RecordSide.SOUGHT, PartKind.RECORDS))
    for one in parts:
        (tmp_path / one.name).write_bytes(CONTENT)
    made = Manifest(export_id="one", engine_version="e", layout=7, threshold=4.5, requests=1, reports=2, parts=parts)
    write_manifest(tmp_path, made, CIPHER)
    return read_manifest(tmp_path)


def test_a_manifest_is_read_as_it_was_written_and_signed(manifest: Manifest) -> None:
    check_manifest(manifest, CIPHER)
    assert (manifest.threshold, manifest.layout, len(manifest.parts)) == (4.5, 7, 2)


@pytest.mark.parametrize(
    "changes",
    [{"threshold": 0.0}, {"reports": 1}, {"parts": ()}, {"engine_version": "f"}, {"export_id": "two"}, {"mac": ""}],
    ids=lambda changes: next(iter(changes)),
)
def test_whatever_is_altered_in_a_manifest_breaks_its_seal(manifest: Manifest, changes: dict[str, object]) -> None:
    altered = Manifest(**{name: getattr(manifest, name) for name in manifest.__slots__} | changes)
    with pytest.raises(SealBroken, match=r"seal_broken place=manifest\.json"):
        check_manifest(altered, CIPHER)


def test_a_manifest_made_with_another_key_does_not_open(manifest: Manifest) -> None:
    with pytest.raises(SealBroken):
        check_manifest(manifest, ExportCipher("one", bytes([1] * 32)))


def test_parts_of_one_kind_come_in_their_order(manifest: Manifest) -> None:
    more = replace(manifest, parts=(part(2), *manifest.parts, part(1)))
    assert [one.name[-10:-5] for one in more.of(RecordSide.FOUND, PartKind.KEYS)] == ["00002", "00000", "00001"]
    assert more.of(RecordSide.SOUGHT, PartKind.KEYS) == []


@pytest.mark.parametrize("content", [None, b"", b"{}", b"not json"])
def test_a_folder_without_a_manifest_is_no_export(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / MANIFEST).write_bytes(content)
    with pytest.raises(Refused, match=f"not_an_export name={tmp_path.name}"):
        read_manifest(tmp_path)


def test_an_export_of_another_version_is_none_of_ours(manifest: Manifest, tmp_path: Path) -> None:
    write_manifest(tmp_path, replace(manifest, version=VERSION + 1), CIPHER)
    with pytest.raises(Refused, match="not_an_export"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("lies_there", [None, b"", CONTENT[:-1], CONTENT + b"\\0", CONTENT.replace(b"s", b"z", 1)])
def test_a_part_that_is_missing_or_not_as_it_was_is_refused_by_its_name(
    tmp_path: Path, manifest: Manifest, lies_there: bytes | None
) -> None:
    first = manifest.parts[0]
    assert part_bytes(tmp_path, first) == CONTENT
    (tmp_path / first.name).unlink()
    if lies_there is not None:
        (tmp_path / first.name).write_bytes(lies_there)
    with pytest.raises(Refused, match=f"part_damaged name={first.name}"):
        part_bytes(tmp_path, first)


def test_a_file_is_there_as_a_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kept.json"
    write_whole(file, b"first")
    monkeypatch.setattr("search.relinking.export_folder.os.fsync", _stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, b"second")
    assert file.read_bytes() == b"first"
    assert [path.name for path in tmp_path.glob("[!.]*")] == ["kept.json"]


def _stop(_descriptor: int) -> None:
    raise KeyboardInterrupt
