"""A model is judged by where the true reports stand, and each comparison by what is lost without it."""

import dataclasses

import pytest

from matching import Engine, PreparedRecord
from matching.model import load_model
from matching.record import MatchRecord, PersonName, Phone, Side
from search.evaluation.model_quality import FIRST, Judged, Recall, judge, lines
from search.evaluation.training_folder import Material, is_learnt

PHONE = "+50370998877"
# Digests of these fall among what is learnt from, and among what is held back.
LEARNT = next(f"R-{number}" for number in range(99) if is_learnt(f"R-{number}"))
HELD_BACK = [f"R-{number}" for number in range(99) if not is_learnt(f"R-{number}")]


def record(side: Side, name: str = "", phone: str = "") -> PreparedRecord:
    names = (PersonName(name),) if name else ()
    phones = (Phone(phone),) if phone else ()
    return Engine.load().prepare(MatchRecord(side=side, names=names, phones=phones))


@pytest.fixture
def material() -> Material:
    """Three searches held back, whose reports come first, second behind a namesake, and not at all; and one learnt."""
    return Material(
        references=[*HELD_BACK[:3], LEARNT],
        sought=[
            record(Side.SOUGHT, "Tesfalem Kidanemariam", "+50370001111"),
            record(Side.SOUGHT, "Wilmer Adalberto Quintanilla", PHONE),
            record(Side.SOUGHT, "Mariama Bailo Diallo"),
            record(Side.SOUGHT, "Yessenia Maricruz Alvarenga"),
        ],
        found=[
            record(Side.FOUND, "Tesfalem Kidanemariam"),
            record(Side.FOUND, "", PHONE),
            record(Side.FOUND, "Wilmer Adalberto Quintanilla"),
            record(Side.FOUND, "Oluwaseun Adebayo"),
            record(Side.FOUND, "Jessenia Maricrus Alvarenga"),
        ],
        true_pairs=[(0, 0), (1, 1), (2, 3), (3, 4)],
    )


@pytest.fixture
def judged(material: Material) -> Judged:
    return judge(material, load_model())


def without(judged: Judged, comparison: str) -> Recall:
    return next(recall for recall in judged.recalls if recall.without == comparison)


def test_only_requests_that_are_held_back_count(material: Material, judged: Judged) -> None:
    counts = {
        learnt: (one.requests, one.true_pairs, one.candidates, one.true_candidates)
        for learnt in (False, True, None)
        for one in (judge(material, load_model(), learnt=learnt),)
    }
    assert counts == {False: (3, 3, 3, 2), True: (1, 1, 1, 1), None: (4, 4, 4, 3)}
    assert (judged.requests, judged.candidates) == (3, 3)


def test_a_true_report_counts_at_the_rank_where_it_stands_and_one_that_was_not_met_at_none(judged: Judged) -> None:
    recall = judged.recalls[0]
    assert recall.without == ""
    assert recall.overall == pytest.approx((1 / 3, 2 / 3, 2 / 3, 2 / 3))


def test_reports_with_a_name_and_without_are_told_apart(judged: Judged) -> None:
    assert judged.recalls[0].named == (0.5, 0.5, 0.5, 0.5)
    assert judged.recalls[0].nameless == (0.0, 1.0, 1.0, 1.0)


def test_without_names_the_namesake_no_longer_stands_before_the_number_on_a_scrap_of_paper(judged: Judged) -> None:
    assert without(judged, "names").nameless == (1.0, 1.0, 1.0, 1.0)
    assert without(judged, "phones").nameless == (0.0, 1.0, 1.0, 1.0)


def test_every_comparison_is_left_out_once_unless_nobody_asks(material: Material, judged: Judged) -> None:
    compared = Engine.load().explain(material.sought[0], material.found[0]).evidence
    assert [recall.without for recall in judged.recalls[1:]] == [one.comparison for one in compared]
    alone = judge(material, load_model(), ablation=False)
    assert alone == dataclasses.replace(judged, recalls=judged.recalls[:1])


def test_precision_is_of_what_lies_over_the_threshold(material: Material) -> None:
    weights = Engine.load().score(material.candidates(Engine.load()).pairs)
    lowest, highest = min(weights), max(weights)
    everything = judge(material, dataclasses.replace(load_model(), proposal_threshold=lowest - 1), learnt=None)
    assert (everything.proposals, everything.precision) == (4, 0.75)
    nothing = judge(material, dataclasses.replace(load_model(), proposal_threshold=highest + 1), learnt=None)
    assert (nothing.proposals, nothing.precision) == (0, 0.0)


def test_calibration_counts_every_candidate(judged: Judged) -> None:
    assert sum(each.pairs for each in judged.bins) == judged.candidates
    assert sum(each.pairs * each.share_true for each in judged.bins) == pytest.approx(judged.true_candidates)
    assert 0 < judged.brier < 1
    assert judged.true_among_first == tuple((first, 2) for first in FIRST)


def test_nothing_to_judge_is_no_error() -> None:
    nobody = judge(Material(references=(), sought=(), found=(), true_pairs=()), load_model(), ablation=False)
    assert (nobody.requests, nobody.true_pairs, nobody.candidates, nobody.proposals) == (0, 0, 0, 0)
    assert ("proposals per request", "0.00") in list(lines(nobody))


def test_the_result_is_a_table(judged: Judged) -> None:
    table = list(lines(judged))
    by_label = {line[0]: line[1:] for line in table}
    assert by_label["requests"] == ("3",)
    assert by_label["candidates"] == ("3", "1 a request")
    assert by_label["true pairs among candidates"] == ("0.667",)
    header = by_label["recall without"]
    assert (header[0], header[4], header[-1]) == ("all at 1", "named at 1", "nameless at 50")
    ranks = [f"{figure:.3f}" for figure in (1 / 3, *[2 / 3] * 3, *[0.5] * 4, 0.0, *[1.0] * 3)]
    assert by_label["(nothing left out)"] == tuple(ranks)
    assert len(by_label["phones"]) == len(header)
