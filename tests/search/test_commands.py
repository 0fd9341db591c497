"""What comes in is one frozen command for each act."""

import dataclasses
import enum

from search import commands
from search.commands import RegisterSearch, RevealIdentifiers
from search.documents import Description, Filing

_OWN = [one for one in vars(commands).values() if isinstance(one, type) and one.__module__ == commands.__name__]
COMMANDS = [one for one in _OWN if not issubclass(one, enum.Enum)]


def test_commands_are_frozen_and_say_each_value_by_its_name() -> None:
    assert len(COMMANDS) >= 10
    shapes = {(one.__name__, *_shape(one)) for one in COMMANDS}
    assert [name for name, frozen, by_name in shapes if not (frozen and by_name)] == []


def test_a_search_is_filed_with_a_description_alone_and_shared_with_nobody() -> None:
    command = RegisterSearch(sought=Description())
    assert (command.consents, command.filing, command.channel.value) == ((), Filing(), "web")


def test_nothing_is_revealed_without_a_reason_being_asked_for() -> None:
    required = {field.name for field in dataclasses.fields(RevealIdentifiers) if field.default is dataclasses.MISSING}
    assert required == {"proposal_id", "reason"}


def test_what_is_judged_says_which_revision_was_read() -> None:
    judging = [one for one in COMMANDS if one.__name__.startswith(("Judge", "TakeBack"))]
    assert len(judging) == 4
    assert [one.__name__ for one in judging if not _must_say(one, "seen_revision")] == []


def _shape(command: type) -> tuple[bool, bool]:
    assert dataclasses.is_dataclass(command)
    fields = dataclasses.fields(command)
    return "__setattr__" in vars(command), all(field.kw_only for field in fields)


def _must_say(command: type, name: str) -> bool:
    assert dataclasses.is_dataclass(command)
    (field,) = (field for field in dataclasses.fields(command) if field.name == name)
    return field.default is dataclasses.MISSING
