"""What the tests of the laboratory share."""

import pytest

from search.storage.database import Database
from tests.search.scene import Scene, make_scene


@pytest.fixture
def scene(database: Database) -> Scene:
    """A registry with its organisations, empty of people."""
    return make_scene(database)
