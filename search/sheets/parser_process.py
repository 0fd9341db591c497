"""Reading a sheet in a confined child: a sender's file may crash or exhaust a parser, never the portal.

The child gets the file's name and bytes as one msgspec document, and answers with another.
"""

import encodings
import importlib
import pkgutil

import msgspec
import phonenumbers

from search.confined.confinement import run_confined
from search.confined.limits import Limits
from search.errors import ConfinedFailed, SheetError
from search.sheets import sheet_limits
from search.sheets.sheet_table import Table, read_table
from search.values import lexicon

# Beside its bytes the child gets the file's name, of which nobody shows more.
_NAME_CHARS, _NAME_BYTES = 200, 1024

_OF_WINDOWS = {"mbcs", "oem"}
# What is imported when it is first needed is needed by this.
_REHEARSAL = "No;Name;Date of birth\n1;Ana Núñez;4 March 1999\n2;عمر;٣/٤/١٩٩٨\n".encode()


class _Question(msgspec.Struct, array_like=True):
    filename: str
    content: bytes


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
    limits = Limits(
        memory_bytes=sheet_limits.CHILD_MEMORY_BYTES,
        cpu_seconds=seconds,
        wall_seconds=seconds + 5,
        input_bytes=sheet_limits.MAX_BYTES + _NAME_BYTES,
    )
    question = msgspec.msgpack.encode(_Question(filename[:_NAME_CHARS], content))
    try:
        return _taken(run_confined("table", question, limits))
    except ConfinedFailed as error:
        code = "parser_too_slow" if error.code == "confined_too_slow" else "parser_failed"
        raise SheetError(code, **error.params) from error


def _taken(output: bytes) -> Table:
    try:
        answer = msgspec.msgpack.decode(output, type=_Answer)
    except msgspec.DecodeError as error:
        raise SheetError("parser_failed") from error
    if answer.table is None:
        raise SheetError(answer.code or "parser_failed", **answer.params)
    return answer.table


def prepare() -> None:
    """Load what a file may ask for, before the child is locked: encodings, word lists, countries' numbering plans."""
    for module in pkgutil.iter_modules(encodings.__path__):
        if module.name not in _OF_WINDOWS:
            importlib.import_module(f"encodings.{module.name}")
    phonenumbers.PhoneMetadata.load_all()
    lexicon.load()
    read_table(_REHEARSAL)


def table_answer(question: bytes) -> bytes:
    """The child's half: read the sheet, or say what is wrong with it."""
    asked = msgspec.msgpack.decode(question, type=_Question)
    try:
        answer = _Answer(table=read_table(asked.content, asked.filename))
    except SheetError as error:
        answer = _Answer(code=error.code, params=error.params)
    except (MemoryError, RecursionError):
        answer = _Answer(code="parser_failed")
    return msgspec.msgpack.encode(answer)
