"""A batch of requests with their candidates becomes weights: those heavy enough, in order, of what opens."""

from itertools import pairwise

import pyarrow as pa
import pytest

from matching import Engine
from search.errors import SealBroken
from search.models.records import RecordSide
from search.relinking.batch_scoring import CANDIDATES, WEIGHTS, BatchScorer
from search.relinking.export_folder import PartKind
from tests.search.relinking.registry import Export, table_of, weighed_in_plain_python

pytestmark = pytest.mark.slow

ENGINE = Engine.load()


def sealed(export: Export, side: RecordSide) -> dict[int, bytes]:
    rows = table_of(export, side, PartKind.RECORDS).to_pylist()
    return {row["record"]: row["packed"] for row in rows}


@pytest.fixture(scope="module")
def batch(export: Export) -> pa.RecordBatch:
    """Twenty requests, each with the same thirty reports, in a different order."""
    requests, reports = (sealed(export, side) for side in (RecordSide.SOUGHT, RecordSide.FOUND))
    chosen = list(reports)[:30]
    rows = [
        {
            "request": request,
            "packed": requests[request],
            "reports": (order := chosen[at:] + chosen[:at]),
            "reports_packed": [reports[one] for one in order],
        }
        for at, request in enumerate(list(requests)[:20])
    ]
    return pa.RecordBatch.from_pylist(rows, schema=CANDIDATES)


def scored(scorer: BatchScorer, batch: pa.RecordBatch) -> list[tuple[int, int, float]]:
    weights = scorer.score_batch(batch, ENGINE)
    assert weights.schema == WEIGHTS
    return [(row["request"], row["report"], row["weight"]) for row in weights.to_pylist()]


def test_every_pair_has_the_weight_that_it_has_alone(export: Export, batch: pa.RecordBatch) -> None:
    scorer = export.scorer(threshold=float("-inf"))
    together = scored(scorer, batch)
    assert len(together) == 20 * 30
    assert together[:60] == scored(scorer, batch.slice(0, 20))[:60]
    alone = [row for at in range(20) for row in scored(scorer, batch.slice(at, 1))]
    assert sorted(alone) == sorted(together)
    known = {(request, report): weight for request, report, weight in weighed_in_plain_python(export, float("-inf"))}
    met = [row for row in together if row[:2] in known]
    assert met
    assert all(known[request, report] == weight for request, report, weight in met)


def test_pairs_below_the_threshold_are_left_out_and_one_at_it_is_kept(export: Export, batch: pa.RecordBatch) -> None:
    everything = scored(export.scorer(threshold=float("-inf")), batch)
    least = sorted(weight for *_, weight in everything)[len(everything) // 2]
    kept = scored(export.scorer(threshold=least), batch)
    assert kept == [row for row in everything if row[2] >= least]


def test_within_a_request_weights_come_by_report(export: Export, batch: pa.RecordBatch) -> None:
    rows = scored(export.scorer(threshold=float("-inf")), batch)
    assert all(one[1] < other[1] for one, other in pairwise(rows) if one[0] == other[0])


def test_a_record_sealed_in_another_s_name_does_not_open(export: Export, batch: pa.RecordBatch) -> None:
    rows = batch.slice(0, 1).to_pylist()
    rows[0]["reports_packed"] = rows[0]["reports_packed"][::-1]
    swapped = pa.RecordBatch.from_pylist(rows, schema=CANDIDATES)
    with pytest.raises(SealBroken, match="seal_broken place=record/"):
        export.scorer().score_batch(swapped, ENGINE)


def test_the_key_is_not_told_when_a_scorer_is_shown(export: Export) -> None:
    assert export.exported.engine_key.key.hex() not in repr(export.scorer())
    assert "key=" not in repr(export.scorer())
