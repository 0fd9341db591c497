from pathlib import Path

from pyarrow import Schema, Table

def read_table(source: str | Path, *, schema: Schema = ...) -> Table: ...
