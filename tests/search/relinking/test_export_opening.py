"""An export opens where the manifest is whole and the engine is the one that packed it."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from matching import Engine
from search.errors import Refused, SealBroken
from search.relinking.export_opening import open_export
from search.relinking.key_files import new_engine_key
from tests.search.relinking.registry import Export

ENGINE = Engine.load()


def test_an_export_opens_with_its_own_key(export: Export) -> None:
    opened = open_export(export.folder, export.exported.engine_key, ENGINE)
    assert replace(opened.manifest, mac="") == export.exported.manifest
    first = opened.manifest.parts[0]
    sealed = (export.folder / first.name).read_bytes()
    assert opened.cipher().open(sealed, first.name)


def test_another_key_of_the_same_export_does_not_open_it(export: Export) -> None:
    other = replace(new_engine_key(), export_id=export.exported.engine_key.export_id)
    with pytest.raises(SealBroken, match="seal_broken place=manifest"):
        open_export(export.folder, other, ENGINE)


@pytest.mark.parametrize(("version", "layout"), [("an older one", ENGINE.layout), (ENGINE.version, ENGINE.layout ^ 1)])
def test_an_engine_of_another_day_or_with_other_tables_is_refused(export: Export, version: str, layout: int) -> None:
    another = cast("Engine", SimpleNamespace(version=version, layout=layout))
    with pytest.raises(Refused, match="engine_differs"):
        open_export(export.folder, export.exported.engine_key, another)
