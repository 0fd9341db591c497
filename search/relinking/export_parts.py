"""Parts of an export: Arrow tables, sealed as a whole, opened in memory only."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa

from search.models.records import RecordSide
from search.relinking.export_folder import Part, PartKind, part_bytes
from search.relinking.export_sealing import ExportCipher, Numbers

KEYS = pa.schema([("key", pa.int64()), ("record", pa.int64())])
RECORDS = pa.schema([("record", pa.int64()), ("packed", pa.binary())])
SCHEMAS = {PartKind.KEYS: KEYS, PartKind.RECORDS: RECORDS}


def key_rows(keys: Numbers, records: Numbers) -> pa.Table:
    """Pairs of key and record in an order that tells nothing."""
    order = np.lexsort((records, keys))
    return pa.table([pa.array(keys[order]), pa.array(records[order])], schema=KEYS)


def record_rows(records: Numbers, sealed: Sequence[bytes]) -> pa.Table:
    """Records, each sealed by itself, in an order that tells nothing."""
    order = np.argsort(records)
    rows = [pa.array(records[order]), pa.array([sealed[at] for at in order.tolist()], type=pa.binary())]
    return pa.table(rows, schema=RECORDS)


def write_part(folder: Path, side: RecordSide, kind: PartKind, number: int, table: pa.Table, key: ExportCipher) -> Part:
    """Seal a table as the part of this number."""
    name = f"{side.value}-{kind.value}-{number:05}.part"
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    sealed = key.seal(sink.getvalue().to_pybytes(), name)
    with (folder / name).open("xb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    digest = hashlib.sha256(sealed).hexdigest()
    return Part(name=name, side=side, kind=kind, rows=table.num_rows, size=len(sealed), sha256=digest)


def open_part(folder: Path, part: Part, key: ExportCipher) -> pa.Table:
    """The table of a part; Refused or SealBroken where it is not as it was made."""
    with pa.ipc.open_stream(key.open(part_bytes(folder, part), part.name)) as reader:
        return reader.read_all()
