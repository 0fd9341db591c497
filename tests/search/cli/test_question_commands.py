"""`ovillo questions`, `ovillo notices`: drawing what is due, and how far telling has come."""

import pytest
from sqlalchemy import select

from search.models import QuestionSlot
from search.storage.database import Database
from tests.search.cli.command_line import ending, typed
from tests.search.scene import make_scene, sought


def slots(registry: Database) -> int:
    with registry.reading() as session:
        return len(session.scalars(select(QuestionSlot)).all())


def test_what_is_due_is_drawn_for_every_search(registry: Database) -> None:
    make_scene(registry).file(sought("Tesfalem"))
    assert typed("questions", "draw").stdout.startswith("searches: 1  next day: 20")
    assert typed("questions", "draw").stdout.startswith("searches: 0")
    assert slots(registry) == 1


def test_the_open_day_is_drawn_at_once_in_the_demonstration_alone(
    registry: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_scene(registry).file(sought("Tesfalem"))
    status, said = ending(["questions", "draw", "--now"], monkeypatch, capsys)
    assert (status, "this is for the demonstration alone" in said) == (1, True)
    monkeypatch.setenv("OVILLO_DEMONSTRATION", "yes")
    assert typed("questions", "draw", "--now").stdout.startswith("searches: 1")


def test_the_state_of_notices_names_the_channels(registry: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    make_scene(registry)
    assert typed("notices", "state").stdout == "channels: none\n"
    monkeypatch.setenv("OVILLO_DEMONSTRATION", "yes")
    assert typed("notices", "state").stdout == "channels: email, sms\n"
