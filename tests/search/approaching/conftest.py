"""What the tests of approaching share: the switch is on, and of every case it is known who asks."""

import pytest

from search.vocabulary import StaffRole
from tests.search.approaching.met_people import belongs_to_no_state, known_who_asks, member
from tests.search.scene import Scene


@pytest.fixture(autouse=True)
def _everything_known(everything_switched_on: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - switches on
    known_who_asks(monkeypatch)


@pytest.fixture
def asking(scene: Scene) -> Scene:
    """The shelter belongs to no state, and two people appointed somebody there to ask."""
    belongs_to_no_state(scene, scene.shelter_id)
    member(scene, scene.shelter_id, StaffRole.INTERMEDIARY)
    return scene
