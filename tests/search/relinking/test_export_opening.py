"""An export opens where the manifest is whole and the engine is the one that packed it."""

from dataclasses import replace

import pytest

from search.errors import Refused, SealBroken
from search.relinking import export_opening
from search.relinking.export_opening import open_export
from search.relinking.key_files import new_engine_key
from tests.search.relinking.registry import Export


def test_an_export_opens_with_its_own_key(export: Export) -> None:
    opened = open_export(export.folder, export.exported.engine_key)
    assert replace(opened.manifest, mac="") == export.exported.manifest
    first = opened.manifest.parts[0]
    sealed = (export.folder / first.name).read_bytes()
    assert opened.cipher().open(sealed, first.name)


def test_another_key_of_the_same_export_does_not_open_it(export: Export) -> None:
    other = replace(new_engine_key(), export_id=export.exported.engine_key.export_id)
    with pytest.raises(SealBroken, match="seal_broken place=manifest"):
        open_export(export.folder, other)


def test_tables_of_another_day_are_refused(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_opening, "layout", lambda: export.exported.manifest.layout ^ 1)
    with pytest.raises(Refused, match="engine_differs"):
        open_export(export.folder, export.exported.engine_key)
