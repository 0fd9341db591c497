"""The one table of comparisons: what follows from a row, and that a new row is all that the engine needs."""

import copy
from typing import Any

import numpy as np
import pytest

from matching import Engine, MatchRecord, Outcome, ParametersError, PersonName, Sex, Side
from matching.comparisons import COMPARISONS, LEVELS, ORDER, ComparisonSpec, Learning, layouts
from matching.comparisons.levels import LevelComparison, layout_of
from matching.evidence import AlignedPart
from matching.model import load_model, parse_model
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord
from matching.record_columns import RecordColumns
from matching.training import Sample, parameters_document
from matching.unjudged_training import unjudged_document
from tests.matching.records import LIVING, SOUGHT, called, day, dice, person

MADE = {"date": "2026-01-02", "data": "invented", "command": "none"}
PEOPLE = 120


class Season(LevelComparison):
    """A toy: in which half of the year somebody was born."""

    code = "season"
    needs = Has.BIRTH
    levels = ("same_half", "other_half")
    edges = (6,)

    def known_levels(self, pairs: Pairs) -> Positions:
        sought, found = pairs.values("born")
        return np.where((sought[:, 1] > 6) == (found[:, 1] > 6), 0, 1)

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(str(sought.born), str(found.born), level),)


TOYS = (*COMPARISONS, ComparisonSpec(kind=Season, same_side=True))
BY_SIDE = [person(record, names=called("Karim Haddad"), birth=day("1990-02-03")) for record in (SOUGHT, LIVING)]


def _people(record: Any) -> list[PreparedRecord]:
    """Each with a name, a sex and a day of birth, which the found side has half a year later for every tenth."""
    people = []
    for number in range(PEOPLE):
        month = dice(number).choice((2, 9))
        if record is LIVING and number % 10 == 0:
            month = 11 - month
        name = f"{['Abebe', 'Karim', 'Selam', 'Petro'][number % 4]} {['Kidane', 'Haddad', 'Sow'][number // 4 % 3]}"
        born = day(f"1990-{month:02}-{1 + number % 28:02}")
        people.append(person(record, names=called(name), sex=Sex.MALE, birth=born))
    return people


def _documents() -> list[dict[str, object]]:
    """Parameters with the toy among them, from judged pairs and without."""
    found, everybody = _people(LIVING), np.arange(PEOPLE)
    columns = (RecordColumns.of(_people(SOUGHT)), RecordColumns.of(found))
    blind = [Pairs(*columns, np.full(PEOPLE, one), everybody) for one in range(20)]
    candidates = Pairs(
        *columns, np.repeat(everybody, 3), np.array([(at + by) % PEOPLE for at in range(PEOPLE) for by in (0, 5, 9)])
    )
    judged = parameters_document(Sample(Pairs(*columns, everybody, everybody), blind), found, MADE, TOYS)
    return [judged, unjudged_document(blind, candidates, found, MADE, table=TOYS)]


@pytest.mark.parametrize("way", [0, 1], ids=["judged", "unjudged"])
def test_a_comparison_in_a_row_of_its_own_is_trained_weighed_and_explained(way: int) -> None:
    document = _documents()[way]
    model = parse_model(document)
    assert model.levels["season"]["same_half"].m > 0.8 > model.levels["season"]["other_half"].m
    engine = Engine(model, table=TOYS)
    evidence = engine.explain(*BY_SIDE).evidence[-1]
    assert (evidence.comparison, evidence.level, evidence.outcome) == ("season", "same_half", Outcome.AGREES)
    assert evidence.weight == pytest.approx(model.levels["season"]["same_half"].weight, abs=0.001)
    assert evidence.parts == (AlignedPart("1990-02-03", "1990-02-03", "same_half"),)
    pairs = Pairs.of_two(*BY_SIDE)
    (weight,) = engine.score(pairs)
    without = tuple(spec for spec in TOYS if spec.kind is not Season)
    assert weight - Engine(model, table=without).score(pairs)[0] == pytest.approx(evidence.weight, abs=0.001)
    assert engine.score_above(pairs, weight)[1] == [weight]
    assert engine.explain_same_side(*BY_SIDE).evidence[-1] == evidence


def test_a_comparison_that_is_not_of_the_person_says_nothing_of_two_reports_of_one_side() -> None:
    of_one_side = tuple(each.comparison for each in Engine.load().explain_same_side(*BY_SIDE).evidence)
    assert set(ORDER) - set(of_one_side) == {"elapsed", "place", "together", "origin", "phones", "companions"}
    assert of_one_side == tuple(code for code in ORDER if code in of_one_side)


def test_every_code_is_in_the_table_once_and_has_its_own_file() -> None:
    assert len(set(ORDER)) == len(ORDER) == len(COMPARISONS)
    assert {spec.kind.__module__ for spec in COMPARISONS} == {f"matching.comparisons.{code}" for code in ORDER}


def test_the_families_of_a_comparison_are_all_its_levels_in_their_order() -> None:
    for spec in COMPARISONS:
        if spec.learning is not Learning.CURVE:
            assert spec.estimated == spec.kind.levels == LEVELS[spec.code]
        assert [spec.estimated[at] for _, at in spec.stretches] == list(spec.families)


def test_what_is_estimated_apart_are_the_dead_the_living_stated_assessed_and_words() -> None:
    apart = {spec.code: [family[0] for family in spec.families] for spec in COMPARISONS if len(spec.families) > 1}
    assert apart == {
        "age": ["stated_within", "assessed_within"],
        "elapsed": ["dead_long_before", "living_long_before"],
        "place": ["dead_within_60_km", "dead_same_route", "living_within_60_km", "living_same_route"],
        "together": ["dead_before_near", "living_before_near"],
        "origin": ["dead_usual", "living_usual"],
    }


def test_the_shipped_parameters_name_the_levels_that_they_were_made_for() -> None:
    assert load_model().layouts == layouts()


def test_levels_and_the_constants_between_them_make_the_layout() -> None:
    first = layout_of(Season)
    others = [type("Other", (Season,), changed) for changed in ({"edges": (7,)}, {"levels": Season.levels[::-1]})]
    assert layout_of(type("Equal", (Season,), {})) == first
    assert len({first, *map(layout_of, others)}) == 3


def test_parameters_made_for_other_levels_are_refused_by_the_code_of_the_comparison() -> None:
    document = copy.deepcopy(_documents()[0])
    model = parse_model(document)
    moved = type("Season", (Season,), {"edges": (7,)})
    with pytest.raises(ParametersError, match="other levels of season"):
        Engine(model, table=(*COMPARISONS, ComparisonSpec(kind=moved, same_side=True)))
    with pytest.raises(ParametersError, match="no estimate for season"):
        Engine(load_model(), table=TOYS)


def test_records_are_prepared_and_found_before_a_new_comparison_has_weights() -> None:
    engine, weighing = Engine.without_weights(), Engine.load()
    record = MatchRecord(side=Side.SOUGHT, names=(PersonName("Tesfalem Kidane"),))
    assert engine.pack(engine.prepare(record)) == weighing.pack(weighing.prepare(record))
    assert engine.blocking_keys(engine.prepare(record)) == weighing.blocking_keys(weighing.prepare(record))
