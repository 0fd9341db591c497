"""What holds for any records at all, ordinary and odd."""

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import Engine, MatchRecord, Outcome, Side
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord, prepare
from matching.record_columns import RecordColumns
from tests.matching.odd_records import records
from tests.matching.records import weighed

ENGINE = Engine.load()
SOUGHT_RECORDS = st.lists(records(Side.SOUGHT), min_size=1, max_size=3)
FOUND_RECORDS = st.lists(records(Side.FOUND), min_size=1, max_size=3)
BLANK = tuple(
    dataclasses.replace(MatchRecord(side), kind=kind)
    for side, kind in ((Side.SOUGHT, ""), (Side.FOUND, "shelter"), (Side.FOUND, "mortuary"))
)


def _every_pair(sought: Sequence[PreparedRecord], found: Sequence[PreparedRecord]) -> Pairs:
    """Each of one side with each of the other, in an order that mixes both."""
    i, j = np.meshgrid(np.arange(len(sought)), np.arange(len(found)), indexing="ij")
    order = np.random.default_rng(5).permutation(i.size)
    return Pairs(RecordColumns.of(sought), RecordColumns.of(found), i.ravel()[order], j.ravel()[order])


@settings(max_examples=25)
@given(SOUGHT_RECORDS, FOUND_RECORDS)
def test_weights_of_many_pairs_are_those_that_are_explained_one_by_one(
    searches: list[MatchRecord], reports: list[MatchRecord]
) -> None:
    sought, found = [prepare(one) for one in searches], [prepare(one) for one in reports]
    pairs = _every_pair(sought, found)
    for weight, i, j in zip(ENGINE.score(pairs), pairs.i.tolist(), pairs.j.tolist(), strict=True):
        explained = ENGINE.explain(sought[i], found[j])
        assert weight == pytest.approx(explained.match_weight, abs=0.001)
        told = ENGINE.prior_weight + sum(evidence.weight for evidence in explained.evidence)
        assert weight == pytest.approx(told, abs=0.02)


@settings(max_examples=25)
@given(SOUGHT_RECORDS, FOUND_RECORDS, st.floats(-40.0, 20.0))
def test_the_heavy_pairs_are_those_that_weighing_all_of_them_finds(
    searches: list[MatchRecord], reports: list[MatchRecord], least: float
) -> None:
    pairs = _every_pair([prepare(one) for one in searches], [prepare(one) for one in reports])
    weights = np.array(ENGINE.score(pairs))
    # At its own weight a pair is only just heavy enough: what was left open too narrowly would be lost.
    for bits in (least, *weights.tolist()):
        positions, heavy = ENGINE.score_above(pairs, bits)
        assert positions.tolist() == np.flatnonzero(weights >= bits).tolist()
        assert heavy == weights[positions].tolist()


@settings(max_examples=25)
@given(
    st.sampled_from(Side).flatmap(lambda side: st.lists(records(side), min_size=2, max_size=4)), st.floats(-30.0, 20.0)
)
def test_the_heavy_pairs_of_one_side_are_those_that_weighing_all_of_them_finds(
    reports: list[MatchRecord], least: float
) -> None:
    first, *others = [prepare(one) for one in reports]
    weights = ENGINE.score_same_side(first, others)
    pairs = Pairs.one_with_all(RecordColumns.of([first]), RecordColumns.of(others))
    for bits in (least, *weights):
        positions, heavy = ENGINE.score_same_side_above(pairs, bits)
        assert dict(zip(positions.tolist(), heavy, strict=True)) == {
            at: weight for at, weight in enumerate(weights) if weight >= bits
        }


@settings(max_examples=25)
@given(records(Side.SOUGHT), FOUND_RECORDS)
def test_whichever_side_is_compared_with_many_the_weight_of_a_pair_is_the_same(
    search: MatchRecord, reports: list[MatchRecord]
) -> None:
    sought, found = prepare(search), [prepare(one) for one in reports]
    forwards = weighed(ENGINE, sought, *found)
    assert forwards == pytest.approx([weighed(ENGINE, one, sought)[0] for one in found], abs=0.001)


@settings(max_examples=25)
@given(st.sampled_from(Side).flatmap(lambda side: st.lists(records(side), min_size=2, max_size=4)))
def test_two_reports_of_one_side_weigh_the_same_whichever_comes_first(reports: list[MatchRecord]) -> None:
    first, *others = [prepare(one) for one in reports]
    forwards = ENGINE.score_same_side(first, others)
    for weight, other in zip(forwards, others, strict=True):
        assert weight == pytest.approx(ENGINE.score_same_side(other, [first])[0], abs=0.02)
        assert weight == pytest.approx(ENGINE.explain_same_side(first, other).match_weight, abs=0.001)


@settings(max_examples=25)
@given(records(Side.SOUGHT), records(Side.FOUND))
def test_what_only_one_side_says_weighs_nothing(search: MatchRecord, report: MatchRecord) -> None:
    nobody, somewhere, dead = (prepare(one) for one in BLANK)
    sought, found = prepare(search), prepare(report)
    for pair in ((sought, somewhere), (sought, dead), (nobody, found), (nobody, dead)):
        explained = ENGINE.explain(*pair)
        assert explained.match_weight == ENGINE.prior_weight
        assert {evidence.outcome for evidence in explained.evidence} == {Outcome.BLANK}


@settings(max_examples=40)
@given(st.sampled_from(Side).flatmap(records))
def test_any_record_has_keys_and_is_packed_to_the_same_bytes_each_time(record: MatchRecord) -> None:
    prepared = prepare(record)
    assert ENGINE.blocking_keys(prepared) <= ENGINE.sought_keys(prepared)
    assert ENGINE.pack(prepared) == ENGINE.pack(prepare(record))
    assert ENGINE.columns([ENGINE.pack(prepared)]).table["has"][0] == prepared.has
