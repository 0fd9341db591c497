"""Reading a sheet in a process of its own: a sender's file may crash or exhaust a parser, never the portal.

The parent gives the file's name on the command line and its bytes on standard input; the child answers with one
msgspec document on standard output. Run as `python -m search.sheets.parser_process`.
"""

import resource
import subprocess
import sys

import msgspec

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.sheet_table import Table, read_table


class _Answer(msgspec.Struct):
    table: Table | None = None
    code: str = ""
    params: dict[str, str | int] = {}


def read_table_bounded(content: bytes, filename: str = "", *, seconds: int = sheet_limits.CHILD_SECONDS) -> Table:
    """Do what `read_table` does, within limits of memory, processor time and waiting time.

    Raises SheetError: those of `read_table`, and parser_failed, parser_too_slow.
    """
    if len(content) > sheet_limits.MAX_BYTES:
        raise SheetError("file_too_large", limit=sheet_limits.MAX_BYTES)
    try:
        # The name is one argument, and no shell reads it.
        done = subprocess.run(  # noqa: S603 - the program is this interpreter with this module
            [sys.executable, "-m", __name__, str(seconds), filename.replace("\x00", "")],
            input=content,
            capture_output=True,
            timeout=seconds + 5,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SheetError("parser_too_slow") from error
    return _taken(done.returncode, done.stdout)


def _taken(returncode: int, output: bytes) -> Table:
    if returncode != 0:
        raise SheetError("parser_failed", status=returncode)
    try:
        answer = msgspec.msgpack.decode(output, type=_Answer)
    except msgspec.DecodeError as error:
        raise SheetError("parser_failed") from error
    if answer.table is None:
        raise SheetError(answer.code or "parser_failed", **answer.params)
    return answer.table


def limit_process(seconds: int) -> None:
    """Bound this process's memory and processor time for good, and leave no image of its memory behind."""
    resource.setrlimit(resource.RLIMIT_AS, (sheet_limits.CHILD_MEMORY_BYTES, sheet_limits.CHILD_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Answer for the bytes on standard input."""
    seconds, filename = int(sys.argv[1]), sys.argv[2]
    limit_process(seconds)
    content = sys.stdin.buffer.read(sheet_limits.MAX_BYTES + 1)
    try:
        answer = _Answer(table=read_table(content, filename))
    except SheetError as error:
        answer = _Answer(code=error.code, params=error.params)
    except (MemoryError, RecursionError):
        answer = _Answer(code="parser_failed")
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


if __name__ == "__main__":
    main()
