"""The tree of the engine's errors: one root, so that whoever calls it need know no other."""

import pytest

from matching import MatchingError, ParametersError, TrainingError
from matching.errors import PackingError


@pytest.mark.parametrize("kind", [ParametersError, TrainingError, PackingError])
def test_every_error_of_the_engine_is_a_matching_error_and_says_its_code(kind: type[MatchingError]) -> None:
    assert issubclass(kind, MatchingError)
    assert str(kind("some code")) == "some code"
