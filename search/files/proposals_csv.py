"""Rows out as CSV that a spreadsheet shows and never runs."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_DIVIDES = re.compile(r"([;|\t\r\n])")
_HARMLESS = re.compile(r"[+-]?\d+(?:[.,]\d+)?|\+[\d ]+", re.ASCII)


def safe_cell(value: object) -> str:
    """Return the value as text that no spreadsheet takes for a formula.

    A number, and a telephone number of `+` and digits, computes nothing and stays as it is; all else that begins
    like a formula gets an apostrophe before it (OWASP, CSV injection). So does what follows a sign at which a
    spreadsheet of another country may divide the cell.
    """
    text = "" if value is None else str(value)
    first, *rest = _DIVIDES.split(text)
    first = "'" if not first and rest else _guarded(first)
    return first + "".join(part if at % 2 == 0 else _guarded(part) for at, part in enumerate(rest))


def _guarded(text: str) -> str:
    begins = text.lstrip(" ").startswith(_STARTS_A_FORMULA)
    return f"'{text}" if begins and not _HARMLESS.fullmatch(text.strip(" ")) else text


def write_rows(header: Sequence[str], rows: Iterable[Sequence[object]], separator: str = ",") -> bytes:
    """Return UTF-8 CSV with a byte order mark (for Excel), CRLF lines, every cell quoted and made safe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
