"""The one function that opens records: a batch of requests with their candidates in, weights out.

Both engines call it, in processes of their own; what it opens stays in memory and is gone with the batch. All pairs of
a batch are weighed at once, and a pair's weight does not hang on its company.
"""

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from matching import Engine
from matching.pairs import Pairs
from search.relinking.export_sealing import ExportCipher, Numbers, record_place

# One row a request: `packed` and each of `reports_packed` sealed in the name of its record.
CANDIDATES = pa.schema(
    [
        ("request", pa.int64()),
        ("packed", pa.binary()),
        ("reports", pa.list_(pa.int64())),
        ("reports_packed", pa.list_(pa.binary())),
    ]
)
# Weights in bits; within a request by report.
WEIGHTS = pa.schema([("request", pa.int64()), ("report", pa.int64()), ("weight", pa.float64())])


@dataclass(frozen=True, slots=True)
class BatchScorer:
    """Keeps pairs at or above `threshold` bits of what may be told.

    The engine has to be that of the export (`OpenedExport.engine`).
    """

    export_id: str
    key: bytes = field(repr=False)
    threshold: float

    def score_batch(self, batch: pa.RecordBatch, engine: Engine) -> pa.RecordBatch:
        """Rows of `CANDIDATES` in, rows of `WEIGHTS` out; SealBroken for a record that does not open."""
        cipher = ExportCipher(self.export_id, self.key)
        lists = batch.column("reports")
        counts = np.diff(np.asarray(lists.offsets))
        reports = np.asarray(lists.flatten(), dtype=np.int64)
        distinct, first, j = np.unique(reports, return_index=True, return_inverse=True)
        sealed = batch.column("reports_packed").flatten()
        requests = np.asarray(batch.column("request"), dtype=np.int64)
        i = np.repeat(np.arange(len(requests)), counts)
        pairs = Pairs(
            engine.columns(_opened(cipher, requests, batch.column("packed"))),
            engine.columns(_opened(cipher, distinct, sealed.take(pa.array(first)))),
            i,
            j,
        )
        heavy, weights = engine.told_above(pairs, self.threshold)
        kept = np.lexsort((reports[heavy], i[heavy]))
        columns = (requests[i[heavy]], reports[heavy], np.array(weights))
        return pa.RecordBatch.from_arrays([pa.array(column[kept]) for column in columns], schema=WEIGHTS)


def _opened(cipher: ExportCipher, records: Numbers, sealed: pa.Array) -> list[bytes]:
    return [
        cipher.open(content, record_place(record))
        for record, content in zip(records.tolist(), sealed.to_pylist(), strict=True)
    ]
