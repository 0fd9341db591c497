"""Sex: the same or not."""

import pytest

from matching import Sex
from matching.comparisons.sex import SexComparison
from tests.matching.records import judged


@pytest.mark.parametrize("one", list(Sex))
@pytest.mark.parametrize("other", list(Sex))
def test_one_sex_agrees_and_two_do_not(one: Sex, other: Sex) -> None:
    evidence = judged(SexComparison, {"sex": one}, {"sex": other})
    same = one is other
    assert evidence.level == ("same" if same else "different")
    assert [(part.sought, part.found, part.reason) for part in evidence.parts] == [
        (one.value, other.value, "same" if same else "contradicts")
    ]
