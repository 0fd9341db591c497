"""The bits of a pair that may be told are the same wherever somebody living was found; of the dead they are all."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest
from sqlalchemy.orm import Session

from matching import Evidence, Outcome, ScoredPair
from matching.model import probability
from search.records import shown_weights
from search.records.shown_weights import shown_probability, shown_weight, weight_to_show
from search.vocabulary import ReportKind

NAMES = Evidence("names", "strong", Outcome.AGREES, 15.0)
PLACES = {"near": 1.8312, "far": -1.0634}


@dataclass
class Stored:
    match_weight: float
    match_probability: float
    shown_weight: float | None = None
    evidence: list[list[object]] = field(default_factory=list)


def scored(where: str) -> ScoredPair:
    place = Evidence("place", f"living_{where}", Outcome.AGREES, PLACES[where])
    weight = -14.012 + NAMES.weight + place.weight
    return ScoredPair(weight, probability(weight - 3.0), (NAMES, place))


def stored(where: str) -> Stored:
    pair = scored(where)
    rows: list[list[object]] = [[one.comparison, one.level, one.outcome.value, one.weight] for one in pair.evidence]
    return Stored(pair.match_weight, pair.match_probability, None, rows)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setattr(shown_weights, "engine_of", lambda _: SimpleNamespace(prior_weight=-14.012))
    return Session()


def test_a_living_person_s_place_moves_neither_the_bits_nor_the_probability(session: Session) -> None:
    near, far = (shown_weight(session, stored(where), ReportKind.SHELTER) for where in PLACES)
    assert near == far == 0.99
    assert weight_to_show(scored("near"), ReportKind.SHELTER, -14.012) == near
    told = {shown_probability(stored(where), near) for where in PLACES}
    assert told == {probability(near - 3.0)}


def test_of_the_dead_everything_is_told(session: Session) -> None:
    pair = stored("near")
    assert shown_weight(session, pair, ReportKind.MORTUARY) == pair.match_weight
    assert shown_probability(pair, pair.match_weight) == pair.match_probability
    assert weight_to_show(scored("near"), ReportKind.MORTUARY, -14.012) == pair.match_weight


def test_what_was_kept_is_told_as_it_was_kept(session: Session) -> None:
    assert shown_weight(session, Stored(9.0, 0.9, 4.5), ReportKind.SHELTER) == 4.5
    assert shown_probability(Stored(90.0, 1.0), 40.0) == probability(40.0)
