"""A reader of many sheets at once, run in the confined child: what it answers of each, and how much memory it took."""

import datetime
import resource

import msgspec

from search.errors import SheetError
from search.sheets.sheet_reading import SheetQuestion
from search.sheets.sheet_understanding import prepare, understand
from search.vocabulary import OrganisationKind

_BEFORE = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

__all__ = ["many_answers", "prepare"]


def many_answers(contents: bytes) -> bytes:
    """A packed list of files to a packed list of codes, empty where rows came out; last, the most kilobytes held."""
    codes = [_code(content) for content in msgspec.msgpack.decode(contents, type=list[bytes])]
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # What was most before is of the process that started this one; below it nothing is told.
    most = most if most > _BEFORE else 0
    return msgspec.msgpack.encode([*codes, str(most)])


def _code(content: bytes) -> str:
    asked = SheetQuestion(
        filename="sheet.csv",
        content=content,
        today=datetime.date(2026, 11, 29),
        organisation=OrganisationKind.MORTUARY,
        sender="",
    )
    try:
        reading = understand(asked)
    except SheetError as error:
        return error.code
    msgspec.msgpack.encode(reading)
    return ""
