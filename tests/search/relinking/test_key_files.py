"""Keys lie in files that only their owner reads, and are never replaced."""

from pathlib import Path

import pytest

from search.errors import Refused
from search.relinking.key_files import EngineKey, PortalKey, new_engine_key, new_portal_key, read_key, write_key


def test_a_key_comes_back_as_it_was_written_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    engine, portal = new_engine_key(), new_portal_key("an export", 7, "3:2026")
    write_key(tmp_path / "engine", engine)
    write_key(tmp_path / "portal", portal)
    assert read_key(tmp_path / "engine", EngineKey) == engine
    assert read_key(tmp_path / "portal", PortalKey) == portal
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_a_key_file_is_never_replaced(tmp_path: Path) -> None:
    key = new_engine_key()
    write_key(tmp_path / "key", key)
    with pytest.raises(Refused, match="key_file_exists name=key"):
        write_key(tmp_path / "key", new_engine_key())
    assert read_key(tmp_path / "key", EngineKey) == key


def test_what_is_no_key_of_this_kind_is_refused(tmp_path: Path) -> None:
    write_key(tmp_path / "engine", new_engine_key())
    (tmp_path / "short").write_text('{"export_id": "one", "key": "c2hvcnQ="}', "ascii")
    (tmp_path / "broken").write_bytes(b"\xff\x00")
    with pytest.raises(Refused, match="key_file_unreadable name=engine"):
        read_key(tmp_path / "engine", PortalKey)
    for name in ("short", "broken", "missing"):
        with pytest.raises(Refused, match=f"key_file_unreadable name={name}"):
            read_key(tmp_path / name, EngineKey)


def test_no_key_is_part_of_how_it_is_printed() -> None:
    engine, portal = new_engine_key(), new_portal_key("an export", 7, "3:2026")
    assert "key=" not in repr(engine)
    assert "secret" not in repr(portal)
