"""Word lists by language, as data files beside this module; each names its source in its first line."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from search.values.folding import fold


@lru_cache(maxsize=64)
def rows(name: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the lines of a lexicon file as (code, language, phrases as written)."""
    return tuple(_read(name))


@lru_cache(maxsize=256)
def words(name: str, code: str) -> frozenset[str]:
    """Return the folded words of one code, of all languages together."""
    return frozenset(fold(word) for found, _, phrases in rows(name) if found == code for word in phrases) - {""}


@lru_cache(maxsize=64)
def every_word(name: str) -> frozenset[str]:
    """Return the folded words of all codes of a list."""
    return frozenset(fold(word) for _, _, phrases in rows(name) for word in phrases) - {""}


def words_pattern(name: str, *codes: str) -> str:
    """The words of some codes as the alternatives of a pattern, the longest first."""
    found = [word for code, _, words in rows(name) if code in codes for word in words]
    return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True))


def load() -> None:
    """Read every list there is, for a process that can open no file later."""
    for file in resources.files(__name__).iterdir():
        if file.name.endswith(".tsv"):
            rows(file.name.removesuffix(".tsv"))


def _read(name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    text = resources.files(__name__).joinpath(f"{name}.tsv").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("# "):
            code, language, phrases = line.split("\t")
            yield code, language, tuple(phrase for phrase in phrases.split("|") if phrase)
