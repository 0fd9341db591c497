"""A model from records alone: nobody said which reports are of whom."""

from collections.abc import Mapping
from functools import cache

import numpy as np
import pytest

from matching import AgeRange, Engine, Mark, Sex, TrainingError
from matching.model import Model, parse_model
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord
from matching.record_columns import RecordColumns
from matching.scoring import Scorer
from matching.unjudged_training import unjudged_document
from tests.matching.records import LIVING, SOUGHT, at, called, day, dice, person

GIVEN = ("Abebe", "Karim", "Selam", "Marcelino", "Nadia", "Petro", "Kamala", "Yosef", "Binta", "Rosa")
FAMILY = ("Kidane", "Haddad", "Figueira", "Zaydani", "Shevchuk", "Adhikari", "Kaplan", "Sow", "Quispe", "Huamán")
NATIONS = ("ER", "SY", "HN", "UA", "NP")
MARKS = (("scar", "hand"), ("mole", "face"), ("tattoo", "back"), ("burn", "knee"))
PEOPLE = 200
EVERYBODY = np.arange(PEOPLE)
MADE = {"date": "2026-01-02", "data": "invented", "command": "none"}


def _person(number: int) -> Mapping[str, object]:
    """What is true of one of the people, whoever says it."""
    throws = dice(number)
    return {
        "names": called(f"{throws.choice(GIVEN)} {throws.choice(FAMILY)}"),
        "sex": throws.choice((Sex.FEMALE, Sex.MALE)),
        "nationalities": (throws.choice(NATIONS),),
        "birth": day(f"{throws.randint(1980, 2005)}-{throws.randint(2, 12):02}-{throws.randint(2, 28):02}"),
        "marks": (Mark(*throws.choice(MARKS)),) if throws.random() < 0.5 else (),
    }


def _searches() -> list[PreparedRecord]:
    return [person(SOUGHT, **_person(number), event=at("2022-05-01", "Libya")) for number in range(PEOPLE)]


def _reports() -> list[PreparedRecord]:
    """The first half of the people was found, some with their name or their age told otherwise; then strangers."""
    reports = []
    for number in range(PEOPLE):
        of = number if number < PEOPLE // 2 else number + 10_000
        said = dict(_person(of)) | {"event": at(f"2022-{6 + number % 6:02}-01", "Italy")}
        if number % 5 == 0:
            said |= {"names": called(dice(-number - 1).choice(GIVEN))}
        if number % 3 == 0:
            said |= {"birth": None, "age": AgeRange(20, 40)}
        reports.append(person(LIVING, **said))
    return reports


@cache
def _registry() -> tuple[list[PreparedRecord], RecordColumns, RecordColumns]:
    reports = _reports()
    return reports, RecordColumns.of(_searches()), RecordColumns.of(reports)


def _candidates() -> Pairs:
    """Each request with its own report, if there is one, and thirty others."""
    _, sought, found = _registry()
    throws = dice(11)
    met = [sorted({number, *throws.sample(range(PEOPLE), 30)}) for number in range(PEOPLE)]
    return Pairs(
        sought,
        found,
        np.repeat(EVERYBODY, [len(numbers) for numbers in met]),
        np.array([number for numbers in met for number in numbers]),
    )


CANDIDATES = _candidates()
TRUE = (CANDIDATES.i == CANDIDATES.j) & (CANDIDATES.i < PEOPLE // 2)


@cache
def _document() -> dict[str, object]:
    reports, sought, found = _registry()
    blind = [Pairs(sought, found, np.full(PEOPLE, one), EVERYBODY) for one in range(100, 160)]
    return unjudged_document(blind, CANDIDATES, reports, MADE)


@cache
def _model() -> Model:
    return parse_model(_document())


def _recall(model: Model) -> float:
    """The share of the found whose own report has more weight than any other candidate of theirs."""
    weights = Scorer(model).score(CANDIDATES)
    best = [np.flatnonzero(CANDIDATES.i == one)[weights[CANDIDATES.i == one].argmax()] for one in range(PEOPLE // 2)]
    return float(TRUE[best].mean())


def test_what_is_estimated_can_be_loaded_and_says_that_nobody_judged() -> None:
    assert _model().version == "2u:2026-01-02"
    assert _model().reports == PEOPLE
    assert _model().coefficients == {}
    assert Engine(_model()).version == _model().version


def test_true_pairs_come_first_in_a_registry_that_nobody_judged() -> None:
    assert TRUE.sum() == PEOPLE // 2
    assert _recall(_model()) > 0.9


def test_it_learns_that_true_pairs_agree_and_others_agree_by_chance() -> None:
    levels = _model().levels
    assert levels["sex"]["same"].m > 0.9
    assert levels["sex"]["same"].u == pytest.approx(0.5, abs=0.1)
    assert levels["nationality"]["shared"].weight > 1.5
    assert levels["birth"]["same_day"].weight > 5


def test_every_probability_is_one_and_none_is_nothing() -> None:
    for levels in _model().levels.values():
        assert all(0 < level.m <= 1 and 0 < level.u <= 1 for level in levels.values())


def test_the_curve_of_names_rises() -> None:
    bits = [bits for _, bits in _model().name_curve]
    assert bits == sorted(bits)
    assert bits[0] < 0 < bits[-1]


def test_the_prior_is_that_of_a_search_and_a_report_drawn_blindly() -> None:
    expected = np.log2(PEOPLE / 2 / (PEOPLE * PEOPLE))
    assert _model().prior == pytest.approx(expected, abs=1.0)


def test_what_people_judged_counts() -> None:
    reports, sought, found = _registry()
    blind = [Pairs(sought, found, np.full(PEOPLE, one), EVERYBODY) for one in range(100, 160)]
    judged = parse_model(unjudged_document(blind, CANDIDATES, reports, MADE, TRUE.astype(np.float64)))
    refused = parse_model(unjudged_document(blind, CANDIDATES, reports, MADE, np.where(TRUE, 0.0, np.nan)))
    assert _recall(judged) > 0.9
    assert judged.prior == pytest.approx(np.log2(PEOPLE / 2 / (PEOPLE * PEOPLE)), abs=0.01)
    assert refused.prior < judged.prior - 1


def test_without_candidates_or_when_all_are_refused_there_is_nothing_to_learn_from() -> None:
    reports, *_ = _registry()
    with pytest.raises(TrainingError):
        unjudged_document([], CANDIDATES.chosen(np.zeros(0, dtype=np.int64)), reports, MADE)
    with pytest.raises(TrainingError):
        unjudged_document([], CANDIDATES, reports, MADE, np.zeros(len(CANDIDATES)))
