"""Word lists by language, as data files beside this module. SOURCE: own work, written for this project (MIT, as the project)."""

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=64)
def rows(name: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the lines of a lexicon file as (code, language, phrases as written)."""
    return tuple(_read(name))


def _read(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    text = resources.files(__name__).joinpath(f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("# "):
            code, language, phrases = line.split("\t")
            yield code, language, tuple(phrase for phrase in phrases.split("|") if phrase)
