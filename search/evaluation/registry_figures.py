"""A measurement as TSV lines: what was accepted, recall by rank and kind, proposals, seconds, memory."""

from collections.abc import Iterator, Sequence

from matching.quality_measures import brier_score, reliability, true_among_first
from search.evaluation.registry_run import Measurement, TruePair
from search.summaries import ImportReceipt

RANKS = (1, 5, 10, 50)
FIRST = (100, 1000)
Line = tuple[str, ...]


def lines(measured: Measurement) -> Iterator[Line]:
    """All lines in reading order."""
    yield from _files(measured)
    yield from _recalls(measured.pairs)
    yield from _proposals(measured)
    for stage, seconds in measured.seconds.items():
        yield ("seconds", stage, f"{seconds:.1f}")
    yield ("seconds", "all", f"{sum(measured.seconds.values()):.1f}")
    yield ("peak_megabytes", f"{measured.peak_megabytes:.0f}")


def _files(measured: Measurement) -> Iterator[Line]:
    yield ("file", "accepted", "already_known", "refused", "kept_as_words_only")
    if measured.searches is not None:
        searches = measured.searches
        yield ("requests.jsonl", str(searches.accepted), str(searches.already_known), str(len(searches.refused)), "0")
        for outcome in searches.refused:
            yield ("refused", "requests.jsonl", str(outcome.row), outcome.column, outcome.reason)
    for name, receipt in measured.sheets.items():
        yield from _sheet(name, receipt)


def _sheet(name: str, receipt: ImportReceipt | str) -> Iterator[Line]:
    if isinstance(receipt, str):
        yield (name, "0", "0", "all", receipt)
        return
    accepted = receipt.accepted + receipt.updated
    yield (name, str(accepted), str(receipt.already_known), str(receipt.refused), str(len(receipt.notes)))
    for outcome in receipt.outcomes:
        if outcome.outcome == "refused":
            yield ("refused", name, str(outcome.row), outcome.column, outcome.reason)


def _recalls(pairs: Sequence[TruePair]) -> Iterator[Line]:
    yield ("recall", "true_pairs", *(f"at_{rank}" for rank in RANKS))
    yield _recall("overall", pairs)
    yield _recall("report with a name", [pair for pair in pairs if pair.named])
    yield _recall("report without a name", [pair for pair in pairs if not pair.named])
    for kind in sorted({pair.kind for pair in pairs}):
        yield _recall(kind, [pair for pair in pairs if pair.kind == kind])


def _recall(label: str, pairs: Sequence[TruePair]) -> Line:
    ranks = [pair.rank for pair in pairs]
    shares = (sum(rank is not None and rank <= most for rank in ranks) / len(ranks) if ranks else 0.0 for most in RANKS)
    return (label, str(len(ranks)), *(f"{share:.4f}" for share in shares))


def _proposals(measured: Measurement) -> Iterator[Line]:
    per_request = measured.over_threshold / measured.requests if measured.requests else 0.0
    precision = measured.true_over_threshold / measured.over_threshold if measured.over_threshold else 0.0
    yield ("proposals_over_threshold", str(measured.over_threshold))
    yield ("proposals_per_request", f"{per_request:.2f}")
    yield ("precision_at_threshold", f"{precision:.4f}")
    yield ("recall_at_threshold", f"{measured.true_over_threshold / max(1, len(measured.pairs)):.4f}")
    for first in FIRST:
        yield (f"true_among_first_{first}", str(true_among_first(measured.verdicts, first)))
    yield ("brier_score_of_kept_pairs", f"{brier_score(measured.predictions):.5f}")
    yield ("probability", "pairs", "mean", "share_true")
    for each in reliability(measured.predictions):
        said = f"{each.low:.1f} to {each.high:.1f}"
        yield (said, str(each.pairs), f"{each.mean_probability:.4f}", f"{each.share_true:.4f}")
    duplicates = measured.duplicates
    yield ("duplicates", "of_one_person", "proposed", "true_proposed")
    yield (
        "reports",
        *(str(count) for count in (duplicates.of_one_person, duplicates.proposed, duplicates.true_proposed)),
    )
    yield ("searches", "", str(duplicates.searches_proposed), "")
    if measured.unknown_in_truth:
        yield ("true_pairs_not_imported", str(measured.unknown_in_truth))
