"""What names may weigh at the most is known before they are compared."""

import numpy as np
import pytest

from matching import Engine, NameKind
from matching.pairs import Pairs
from matching.record_columns import RecordColumns
from tests.matching.records import LIVING, SOUGHT, called, person

ENGINE = Engine.load()
OWN, FATHER, FRIEND = "Tesfalem Kidanemariam", "Kidanemariam Ghebreyesus", "Wilmer Adalberto Quintanilla"


@pytest.mark.parametrize(
    "said",
    [
        {"names": called(OWN)},
        {"names": called(OWN) + called(FATHER, kind=NameKind.FATHER)},
        {"names": called(OWN), "companions": called(FRIEND)},
    ],
    ids=["names", "parents", "companions"],
)
def test_a_pair_that_only_names_lift_over_the_bar_is_found(said: dict[str, object]) -> None:
    alone = {"names": called("Nguyễn Văn An")}
    found = [person(LIVING, **alone), person(LIVING, **said)]
    pairs = Pairs.one_with_all(RecordColumns.of([person(SOUGHT, **said)]), RecordColumns.of(found))
    stranger, same = ENGINE.score(pairs)
    assert same > stranger
    positions, heavy = ENGINE.score_above(pairs, same)
    assert (positions.tolist(), heavy) == ([1], [same])
    assert np.isclose(ENGINE.score_above(pairs, stranger)[1], [stranger, same]).all()
