"""Rates are reckoned over the pairs of which both sides say a thing."""

import datetime

import pytest

from benchmarks.invented.known_registry import KnownRegistry, TruthRow
from benchmarks.invented.rates import rates
from matching.record import (
    AgeRange,
    Event,
    HeightRange,
    Mark,
    MatchRecord,
    PartialDate,
    PersonName,
    Phone,
    PhoneRole,
    Place,
    Sex,
    Side,
)

BORN, LOST, FOUND = (datetime.date(1990, 3, 5), datetime.date(2024, 3, 5), datetime.date(2024, 4, 4))
HOME = "+50370000001"
SOUGHT = MatchRecord(
    side=Side.SOUGHT,
    names=(PersonName("Wilmer Adalberto Quintanilla"),),
    sex=Sex.MALE,
    birth=PartialDate(BORN, BORN),
    nationalities=("SV",),
    event=Event(PartialDate(LOST, LOST), Place("the desert", (), 31.0, -110.0)),
    phones=(Phone(HOME, PhoneRole.ENQUIRER),),
    height=HeightRange(170, 170),
    marks=(Mark("scar", "forearm", "left"),),
)
SHELTER = MatchRecord(
    side=Side.FOUND,
    kind="shelter",
    names=(PersonName("WILMAR QUINTANILLA"),),
    sex=Sex.FEMALE,
    birth=PartialDate(datetime.date(1990, 5, 3), datetime.date(1990, 5, 3)),
    nationalities=("GT",),
    event=Event(PartialDate(FOUND, FOUND), Place("Tapachula")),
    phones=(Phone(HOME),),
    marks=(Mark("scar", "knee"),),
)
BODY = MatchRecord(
    side=Side.FOUND,
    kind="mortuary",
    age=AgeRange(30, 40, estimated=True),
    event=Event(PartialDate(FOUND, FOUND), Place("", (), 32.0, -110.0)),
    height=HeightRange(175, 175),
    marks=(Mark("scar", "forearm", "left"),),
)


@pytest.fixture(scope="module")
def told() -> dict[str, float]:
    """The rates of one search with a report of the living and one of a body."""
    found = {("a", "1"): SHELTER, ("b", "2"): BODY}
    truth = tuple(TruthRow("R", key, record.kind) for key, record in found.items())
    return dict(rates(KnownRegistry({"R": SOUGHT, "S": MatchRecord(side=Side.SOUGHT)}, found, truth)))


def test_presence_is_a_share_of_the_records_of_a_side(told: dict[str, float]) -> None:
    assert (told["request: names"], told["shelter: names"]) == (0.5, 1.0)
    assert "mortuary: names" not in told
    assert told["true pairs per request"] == 1.0


def test_agreement_is_a_share_of_the_pairs_of_which_both_say_it(told: dict[str, float]) -> None:
    assert (told["sex: the same"], told["nationality: shared"]) == (0.0, 0.0)
    assert (told["phone: shared"], told["phone: the enquirer's, of those shared"]) == (1.0, 1.0)
    assert (told["mark: same"], told["mark: kind alone"]) == (0.5, 0.5)


def test_a_swapped_day_and_month_is_told_apart_from_another_year(told: dict[str, float]) -> None:
    assert told["birth: the same"] == 0.0
    assert told["birth: years differ"] == 0.0
    assert told["birth: day and month swapped, of those that differ"] == 1.0


def test_names_are_held_against_each_other_part_by_part(told: dict[str, float]) -> None:
    assert told["names in Latin letters: a found part is a sought one"] == 0.5
    assert told["names in Latin letters: one edit away"] == 0.5
    assert (told["a name with a part fewer"], told["a name in capitals"]) == (1.0, 1.0)


def test_distances_are_in_days_and_kilometres_and_of_bodies_apart(told: dict[str, float]) -> None:
    assert told["living: days from last contact, quantile 0.5"] == 30
    assert told["bodies: km from last contact, quantile 0.5"] == pytest.approx(111.2, abs=0.5)
    assert told["age of bodies: years off, mean"] == pytest.approx(0.9, abs=0.1)
    assert (told["height: within 3 cm"], told["height: within 6 cm"]) == (0.0, 1.0)
