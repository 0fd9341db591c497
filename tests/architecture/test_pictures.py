"""The pictures of the README are there, and small enough for somebody on a slow line."""

import re

from tests.architecture.source import ROOT

LARGEST = 200_000
SHOWN = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', (ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_picture_has_words_for_those_who_do_not_see_it() -> None:
    assert SHOWN
    assert len(SHOWN) == (ROOT / "README.md").read_text(encoding="utf-8").count("<img ")


def test_every_picture_is_there_and_small() -> None:
    sizes = {path: (ROOT / path).stat().st_size for path, _words in SHOWN}
    assert {path: size for path, size in sizes.items() if not 0 < size < LARGEST} == {}


def test_no_picture_is_kept_that_nobody_sees() -> None:
    kept = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "pictures").iterdir()}
    assert kept == {path for path, _words in SHOWN}
