"""Candidates as they come from a sorted table, one row a pair, become one row a request.

The table is sorted by the engine, which may spill while it does; nothing here holds more than a few requests.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pyarrow as pa

from search.relinking.batch_scoring import CANDIDATES

# Pairs, sorted by request: `packed` is the report's.
PAIRS = pa.schema([("request", pa.int64()), ("report", pa.int64()), ("packed", pa.binary())])


def by_request(batches: Iterable[pa.RecordBatch], packed: Mapping[int, bytes]) -> Iterator[pa.RecordBatch]:
    """Whole requests of about a batch at a time, as rows of `CANDIDATES`; `packed` are the requests themselves."""
    left = pa.Table.from_batches([], schema=PAIRS)
    for batch in batches:
        rows = pa.concat_tables([left, pa.Table.from_batches([batch], schema=PAIRS)])
        requests = np.asarray(rows.column("request"))
        # The last one may go on in the next batch.
        whole = int(np.searchsorted(requests, requests[-1])) if len(requests) else 0
        if whole:
            yield _gathered(rows.slice(0, whole), packed)
        left = rows.slice(whole)
    if left.num_rows:
        yield _gathered(left, packed)


def _gathered(rows: pa.Table, packed: Mapping[int, bytes]) -> pa.RecordBatch:
    rows = rows.combine_chunks()
    requests, starts = np.unique(np.asarray(rows.column("request")), return_index=True)
    offsets = pa.array(np.append(starts, rows.num_rows).astype(np.int32))
    reports, sealed = (rows.column(name).combine_chunks() for name in ("report", "packed"))
    columns = [
        pa.array(requests),
        pa.array([packed[request] for request in requests.tolist()], type=pa.binary()),
        pa.ListArray.from_arrays(offsets, reports),
        pa.ListArray.from_arrays(offsets, sealed),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=CANDIDATES)
