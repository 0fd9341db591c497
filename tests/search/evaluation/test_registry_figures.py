"""Figures of a measurement that was made up, so that each can be checked by hand."""

from search.evaluation.registry_figures import lines
from search.evaluation.registry_run import Measurement, TruePair


def by_label(measured: Measurement) -> dict[str, tuple[str, ...]]:
    return {line[0]: line[1:] for line in lines(measured)}


def test_recall_at_a_rank_counts_pairs_up_to_and_with_it() -> None:
    ranks = [1, 2, 5, 6, 10, 11, 50, 51, None, 1]
    table = by_label(Measurement(pairs=[TruePair("shelter", True, rank) for rank in ranks]))
    assert table["overall"] == ("10", "0.2000", "0.4000", "0.6000", "0.8000")


def test_pairs_are_split_by_name_and_by_kind() -> None:
    pairs = [TruePair("shelter", True, 1), TruePair("mortuary", False, 7), TruePair("mortuary", True, None)]
    table = by_label(Measurement(pairs=pairs))
    assert table["report with a name"] == ("2", "0.5000", "0.5000", "0.5000", "0.5000")
    assert table["report without a name"] == ("1", "0.0000", "0.0000", "1.0000", "1.0000")
    assert table["mortuary"] == ("2", "0.0000", "0.0000", "0.5000", "0.5000")
    assert table["shelter"] == ("1", *["1.0000"] * 4)


def test_precision_is_the_true_share_of_what_was_proposed() -> None:
    pairs = [TruePair("shelter", True, 1)] * 4
    table = by_label(Measurement(pairs=pairs, requests=10, over_threshold=8, true_over_threshold=3))
    assert table["proposals_per_request"] == ("0.80",)
    assert table["precision_at_threshold"] == ("0.3750",)
    assert table["recall_at_threshold"] == ("0.7500",)


def test_nothing_proposed_and_nothing_known_divides_by_nothing() -> None:
    table = by_label(Measurement())
    assert table["overall"] == ("0", *["0.0000"] * 4)
    assert (table["precision_at_threshold"], table["recall_at_threshold"]) == (("0.0000",), ("0.0000",))


def test_a_sheet_that_could_not_be_read_is_a_line_with_its_reason() -> None:
    table = by_label(Measurement(sheets={"picture.xlsx": "not_a_sheet"}))
    assert table["picture.xlsx"] == ("0", "0", "all", "not_a_sheet")
