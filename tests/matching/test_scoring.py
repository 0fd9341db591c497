"""What names may weigh at the most is known before they are compared."""

import datetime

import numpy as np
import pytest

from matching import Engine, NameKind
from matching.pairs import Pairs
from matching.record import Event, PartialDate, Place, PlacePrecision
from matching.record_columns import RecordColumns
from tests.matching.records import BODY, LIVING, SOUGHT, called, person

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


def test_what_may_be_told_of_the_living_does_not_move_with_their_place_and_of_the_dead_is_everything() -> None:
    lost = {"names": called(OWN), "event": lost_at(34.5, 11.0)}
    places = [lost_at(34.6, 11.0), lost_at(44.0, 8.0)]
    for kind, alike in ((LIVING, True), (BODY, False)):
        pairs = Pairs.one_with_all(
            RecordColumns.of([person(SOUGHT, **lost)]),
            RecordColumns.of([person(kind, names=called(OWN), event=place) for place in places]),
        )
        told = ENGINE.told_above(pairs, -100.0)[1]
        assert (told[0] == told[1]) is alike
        assert (told == ENGINE.score_above(pairs, -100.0)[1]) is not alike


def lost_at(latitude: float, longitude: float) -> Event:
    day = datetime.date(2025, 5, 1)
    return Event(PartialDate(day, day), Place("", (), latitude, longitude, PlacePrecision.POINT))
