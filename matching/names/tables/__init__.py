"""Shipped tables of the names package and the one way to read them; sources and licences in SOURCES.md."""

from importlib.resources import files


def read_rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated table, comments and empty lines left out."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("# ")]
