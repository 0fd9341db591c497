"""What can be set or typed is documented, and what is documented can be set or typed."""

import re
from collections.abc import Iterator
from dataclasses import fields

import click

from search.cli import commands
from search.settings import PREFIX, Settings
from tests.architecture.source import ROOT

ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text("utf-8")
# Paths from the project's root, as documents write them.
_PATH = re.compile(r"`((?:matching|search|web|i18n|tools|tests|docs)/[\w./-]*[\w/])`")
README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = {PREFIX + field.name.upper() for field in fields(Settings)}


def test_every_setting_is_in_the_operator_s_table() -> None:
    assert sorted(SETTINGS - set(re.findall(rf"`({PREFIX}\w+)`", OPERATING))) == []


def test_no_setting_is_documented_that_would_stop_the_start() -> None:
    named = {name for name in re.findall(rf"\b{PREFIX}\w+", OPERATING) if name != PREFIX}
    assert sorted(named - SETTINGS) == []


def test_every_command_is_in_the_operator_s_table() -> None:
    paths = [path for path, _ in leaves(commands)]
    assert paths
    assert [path for path in paths if not re.search(rf"`(ovillo )?{path}\b", OPERATING)] == []


def test_no_command_is_documented_that_does_not_exist() -> None:
    paths = [path for path, _ in leaves(commands)]
    documented = re.findall(r"`(?:\.venv/bin/)?ovillo ([a-z -]*[a-z])", OPERATING)
    assert documented
    assert [one for one in documented if not any(f"{one} ".startswith(f"{path} ") for path in paths)] == []


def test_every_command_says_what_it_does() -> None:
    assert [path for path, command in leaves(commands) if not command.help] == []


def test_what_the_readme_tells_to_make_can_be_made() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = set(re.findall(r"\bmake ([a-z]+)", README))
    assert {"run", "test"} <= told
    assert sorted(told - targets) == []


def test_the_architecture_names_every_room_of_search_and_none_that_is_gone() -> None:
    table = re.search(r"^\| inside `search/`.*?\n\n", ARCHITECTURE, re.MULTILINE | re.DOTALL)
    assert table
    told = re.findall(r"`(\w+(?:/|\.py))`", "".join(line.split("|")[1] for line in table[0].strip().splitlines()[1:]))
    folder = ROOT / "search"
    rooms = {f"{path.parent.name}/" for path in folder.glob("*/__init__.py")}
    files = {path.name for path in folder.glob("*.py") if not path.name.startswith("__")}
    assert sorted(told) == sorted(rooms | files)


def test_every_file_that_a_document_names_is_there() -> None:
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *(ROOT / "docs").glob("*.md")]
    named = {(document.name, path) for document in documents for path in _PATH.findall(document.read_text("utf-8"))}
    assert len(named) > len(documents)
    assert sorted((document, path) for document, path in named if not (ROOT / path).exists()) == []


def leaves(command: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with the words that are typed for it."""
    if not isinstance(command, click.Group):
        yield path, command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        part = command.get_command(context, name)
        assert part is not None, name
        yield from leaves(part, f"{path} {name}".strip())
