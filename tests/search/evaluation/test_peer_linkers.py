"""Another linker is found by its name where its distribution is installed, and refused by name else."""

from types import SimpleNamespace

import pytest

from search.errors import Refused
from search.evaluation import peer_linkers
from search.evaluation.peer_linkers import GROUP, find_peer


class Invented:
    """A peer, as another distribution would bring it."""


def test_a_peer_is_made_of_what_its_entry_point_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, str]] = []

    def found(**wanted: str) -> list[SimpleNamespace]:
        asked.append(wanted)
        return [SimpleNamespace(load=lambda: Invented)]

    monkeypatch.setattr(peer_linkers, "entry_points", found)
    assert isinstance(find_peer("splink"), Invented)
    assert asked == [{"group": GROUP, "name": "splink"}]


def test_a_peer_that_nobody_brought_is_refused_by_name() -> None:
    with pytest.raises(Refused, match="peer_not_installed library=nobody"):
        find_peer("nobody")
