"""Reading and understanding a sheet in a confined child: a file may crash or exhaust a parser, never the portal.

The child gets one msgspec document with the file and what is known of its sender, and answers with another. It has
neither database nor keys: what it understood (`sheet_understanding`) is stored by whoever asked, who loads no parser.
"""

from dataclasses import replace

import msgspec

from search.confined.confinement import Confinement
from search.confined.limits import Limits
from search.errors import ConfinedFailed, SheetError
from search.sheets import sheet_limits
from search.sheets.returned_names import returned_as
from search.sheets.row_outcomes import RowRead
from search.sheets.sheet_reading import SheetAnswer, SheetQuestion, SheetReading

# Beside its bytes the child gets the file's name, of which nobody shows more, and the sender's earlier answers.
NAME_CHARS = 200
_BESIDE_BYTES = 4 * 1024 * 1024


def read_confined(
    confinement: Confinement,
    question: SheetQuestion,
    *,
    seconds: int = sheet_limits.CHILD_SECONDS,
    patience: float = 0.0,
) -> SheetReading:
    """Have a sheet read, within limits of memory, processor time and waiting time, and without a name on show.

    Raises Busy where no place became free within `patience` seconds, and SheetError: those of `read_table`, and
    parser_failed, parser_too_slow.
    """
    if len(question.content) > sheet_limits.MAX_BYTES:
        raise SheetError("file_too_large", limit=sheet_limits.MAX_BYTES)
    limits = Limits(
        memory_bytes=sheet_limits.CHILD_MEMORY_BYTES,
        cpu_seconds=seconds,
        wall_seconds=sheet_limits.WALL_FOR_CPU * seconds + 5,
        input_bytes=sheet_limits.MAX_BYTES + _BESIDE_BYTES,
    )
    asked = msgspec.structs.replace(question, filename=question.filename[:NAME_CHARS])
    try:
        return _taken(confinement.run("sheet", msgspec.msgpack.encode(asked), limits, patience=patience))
    except ConfinedFailed as error:
        code = "parser_too_slow" if error.code == "confined_too_slow" else "parser_failed"
        raise SheetError(code, **error.params) from error


def _taken(output: bytes) -> SheetReading:
    try:
        answer = msgspec.msgpack.decode(output, type=SheetAnswer)
    except msgspec.DecodeError as error:
        raise SheetError("parser_failed") from error
    if answer.reading is None:
        raise SheetError(answer.code or "parser_failed", **answer.params)
    return msgspec.structs.replace(answer.reading, rows=tuple(map(_nameless, answer.reading.rows)))


def _nameless(row: RowRead) -> RowRead:
    """The row without an origin, which only a token may name: a child knows no key, and no report of anybody."""
    if not row.report.origin or returned_as(row.report.origin):
        return row
    return replace(row, report=replace(row.report, origin=""))
