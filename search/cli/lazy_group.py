"""A group of commands of which each is imported when it is asked for: a start pays for what it runs."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

import click


class LazyGroup(click.Group):
    """`places` says where each command lies (`module:name`); other distributions add theirs under `entry_points`."""

    def __init__(self, *arguments: Any, places: Mapping[str, str], entry_points: str, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.places = places
        self._entry_points = entry_points

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click says which arguments
        """Our own in their order, then those of other distributions by name."""
        return [*self.places, *sorted(found.name for found in entry_points(group=self._entry_points))]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click again
        """The command, imported now; None where there is none of this name."""
        if cmd_name in self.places:
            module, _, name = self.places[cmd_name].partition(":")
            found: click.Command = getattr(import_module(module), name)
            return found
        for entry in entry_points(group=self._entry_points, name=cmd_name):
            loaded: click.Command = entry.load()
            return loaded
        return None
