"""Every table that is shipped says where it comes from, and what is not ours is named in NOTICE with its licence."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import ROOT, all_files, name_of

DATA = {".tsv", ".csv", ".json", ".jsonl", ".xz", ".txt"}
PRODUCT = ("matching", "search", "web", "i18n")
# What was written for this project and is no table of anything: people who were invented, words of a passphrase,
# parameters that say themselves how they were made, and the catalogue of fields.
OWN_WORK = (
    "search/demonstration/",
    "i18n/terms/",
    "i18n/wordlists/",
    "matching/parameters/",
    "search/field_rules.tsv",
    "search/fields/report_pages.tsv",
)
# Words in which tables name the licences of others, and their SPDX identifiers.
LICENCES = {
    "CC BY-SA 4.0": "CC-BY-SA-4.0",
    "CC BY 4.0": "CC-BY-4.0",
    "CC0": "CC0-1.0",
    "MIT License": "MIT",
    "Unicode License v3": "Unicode-3.0",
    "Unicode-DFS-2016": "Unicode-DFS-2016",
}
_CELLS = re.compile(r"(?m)^\| (.+?) \| (.+) \| (.+?) \|$")


def test_every_table_says_where_it_comes_from() -> None:
    tables = [name_of(path) for path in _tables() if not name_of(path).startswith(OWN_WORK)]
    assert tables
    assert [name for name in tables if not _origin(ROOT / name)] == []


def test_notice_names_the_tables_of_others_with_their_licences_and_no_other() -> None:
    of_others = {
        name: licence for path in _tables() if (licence := _licence(_origin(path))) for name in [name_of(path)]
    }
    assert len(of_others) > len(LICENCES)
    assert _noticed() == of_others


def test_the_licence_of_the_wheel_is_that_of_everything_in_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"].split(" AND ") == ["MIT", *sorted({*_noticed().values()} - {"MIT"})]
    files = {name_of(path) for pattern in project["license-files"] for path in ROOT.glob(pattern)}
    pointed_to = set(re.findall(r"LICENSES/\S+[.]txt", (ROOT / "NOTICE").read_text("utf-8")))
    assert pointed_to
    assert {"LICENSE", "NOTICE", *pointed_to} == files


def _tables() -> Iterator[Path]:
    for path in all_files():
        if path.suffix in DATA and name_of(path).partition("/")[0] in PRODUCT:
            yield path


def _origin(path: Path) -> str:
    """What the folder's SOURCES.md says of a table, else what its first lines say; empty where nobody says anything."""
    sources = path.parent / "SOURCES.md"
    if sources.is_file():
        for tables, source, licence in _CELLS.findall(sources.read_text("utf-8")):
            if f"`{path.name}`" in tables:
                return f"{source} {licence}"
        return ""
    head = path.read_text("utf-8").partition("\n")[0] if path.suffix == ".tsv" else ""
    return head if "SOURCE:" in head else ""


def _licence(origin: str) -> str:
    return next((spdx for words, spdx in LICENCES.items() if words in origin), "")


def _noticed() -> dict[str, str]:
    """The tables that NOTICE names, by the licence at the head of their paragraph."""
    noticed = {}
    for paragraph in (ROOT / "NOTICE").read_text("utf-8").split("\n\n"):
        head, *lines = paragraph.strip().splitlines()
        for line in lines:
            if "/" in line and Path(line.strip()).suffix in DATA and not line.strip().startswith("LICENSES/"):
                noticed[line.strip()] = head.rpartition(" - ")[2]
    return noticed
