"""A command is imported when it is asked for, and other distributions add theirs."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click
import pytest

from search.cli import lazy_group
from search.cli.lazy_group import LazyGroup

HERE = __name__
OWN = {"second": f"{HERE}:second", "first": f"{HERE}:first"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What another distribution declares."""

    name: str
    command: click.Command

    def load(self) -> click.Command:
        """As it is imported."""
        return self.command


@click.command()
def first() -> None:
    """One of our own."""


@click.command()
def second() -> None:
    """Another."""


@pytest.fixture
def group(monkeypatch: pytest.MonkeyPatch) -> LazyGroup:
    """A group of two commands, beside which another distribution has two of its own."""
    theirs = [Entry("z", click.Command("z")), Entry("a", click.Command("a")), Entry("first", click.Command("theirs"))]

    def found(group: str, name: str | None = None) -> Sequence[Entry]:
        assert group == "invented.commands"
        return [one for one in theirs[: 2 if name is None else 3] if name in (None, one.name)]

    monkeypatch.setattr(lazy_group, "entry_points", found)
    monkeypatch.setitem(sys.modules, HERE, sys.modules[__name__])
    return LazyGroup("group", places=OWN, entry_points="invented.commands")


def test_our_own_come_in_their_order_and_then_those_of_others_by_name(group: LazyGroup) -> None:
    assert group.list_commands(click.Context(group)) == ["second", "first", "a", "z"]


def test_a_command_is_found_by_where_it_lies_and_ours_come_before_another_of_the_name(group: LazyGroup) -> None:
    context = click.Context(group)
    assert group.get_command(context, "first") is first
    added = group.get_command(context, "z")
    assert added is not None
    assert added.name == "z"


def test_what_nobody_has_is_no_command(group: LazyGroup) -> None:
    assert group.get_command(click.Context(group), "nothing") is None


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    places = {"broken": "a_module_that_is_not_there:command"}
    group = LazyGroup("group", places=places, entry_points="invented.nothing")
    assert group.list_commands(click.Context(group)) == ["broken"]
    with pytest.raises(ModuleNotFoundError):
        group.get_command(click.Context(group), "broken")
