"""Lists of incidents as the Missing Migrants Project publishes them: bytes in, rows out, one at a time.

Two formats, told apart by their header: the list of 2014 to 2023, which knows months only and has no ids, and the
export of later years. A cell that cannot be read is unknown; a row that says nothing of when or where is refused, and
no other is lost with it. Source of the formats: https://missingmigrants.iom.int/downloads (CC BY 4.0).
"""

import calendar
import csv
import datetime
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.errors import SheetError
from search.sheets import sheet_limits
from search.sheets.encodings import decode
from search.sheets.row_outcomes import RowRefusal
from search.values.blanks import is_blank

# What a column is called in one format or the other.
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "id": ("incident id",),
    "date": ("incident date",),
    "year": ("incident year", "year"),
    "month": ("reported month",),
    "region": ("region of incident", "region"),
    "origins": ("country of origin",),
    "dead": ("number of dead", "number dead"),
    "missing": ("minimum estimated number of missing",),
    "survivors": ("number of survivors",),
    "cause": ("cause of death",),
    "route": ("migration route",),
    "place": ("location of death",),
    "source": ("information source",),
    "coordinates": ("coordinates",),
}
_EXPORT = frozenset({"id", "date", "place", "coordinates"})
_GLOBAL_LIST = frozenset({"year", "month", "place", "coordinates"})
# A row without an id is known again by when, where and through whom; its numbers may be corrected later.
_IDENTITY = ("year", "month", "date", "region", "origins", "cause", "route", "place", "source", "coordinates")
_MOST_LINES_A_ROW = 12
_MOST_CHARS = 1000
_LONGEST_ID = 32
_MOST_PEOPLE = 100_000
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_US_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_POINT = re.compile(r"\(?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?")
_COUNT = re.compile(r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One incident; the same day twice, or the ends of its month. Numbers and coordinates are None when unknown."""

    source_id: str
    first_day: datetime.date
    last_day: datetime.date
    latitude: float | None
    longitude: float | None
    place: str
    route: str
    region: str
    origins: str
    dead: int | None
    missing: int | None
    survivors: int | None
    source: str


def read_incidents(content: bytes) -> Iterator[IncidentRow | RowRefusal]:
    """Each row of a list as an incident or as refused, with the number of its line in the file.

    Codes of refusals: quote_unclosed, row_too_long, too_many_cells, no_date, no_place, id_twice. Raises SheetError
    (not_an_incident_list) where the header is of neither format.
    """
    lines = (
        decode(content)[0].lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
    )
    columns, width = _columns(lines[0])
    seen: Counter[str] = Counter()
    for line, cells in _records(lines, width):
        if isinstance(cells, str):
            yield RowRefusal(line, "", cells)
        elif any(cells):
            said = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
            yield _incident(line, said, seen)


def _columns(header: str) -> tuple[dict[str, int], int]:
    """Where each known column stands, and how many columns there are."""
    cells = _split(header)
    folded = [" ".join(cell.lower().split()) for cell in cells] if isinstance(cells, list) else []
    found = {name: folded.index(word) for name, words in _HEADERS.items() for word in words if word in folded}
    if not (found.keys() >= _EXPORT or found.keys() >= _GLOBAL_LIST):
        raise SheetError("not_an_incident_list")
    return found, len(folded)


def _records(lines: list[str], width: int) -> Iterator[tuple[int, list[str] | str]]:
    """Every row after the header with its line number: its cells, or the code of what is wrong with it.

    A quotation mark that nothing closes within a few lines, or that takes in the lines after it, spoils its own line
    and no other.
    """
    at = 1
    while at < len(lines):
        last = _last_line(lines, at)
        cells = _split("\n".join(lines[at : last + 1]), strict=last > at) if last >= at else "quote_unclosed"
        if isinstance(cells, list) and any(cells[width:]):
            cells = "too_many_cells"
        yield at + 1, cells
        at = at + 1 if isinstance(cells, str) else last + 1


def _split(text: str, *, strict: bool = False) -> list[str] | str:
    """The cells of a row, or the code of what is wrong with it.

    `strict` where a row is of several lines: a quotation mark in the middle of a cell makes it none.
    """
    if len(text) > sheet_limits.MAX_CELL_CHARS:
        return "row_too_long"
    try:
        return [cell.strip() for cell in next(csv.reader(io.StringIO(text, newline=""), strict=strict), [])]
    except csv.Error:
        return "quote_unclosed"


def _last_line(lines: list[str], first: int) -> int:
    """The line on which the row that begins at `first` ends; one before `first` where its quotation is never closed."""
    quotes = 0
    for at in range(first, min(first + _MOST_LINES_A_ROW, len(lines))):
        quotes += lines[at].count('"')
        if quotes % 2 == 0:
            return at
    return first - 1


def _incident(line: int, row: Mapping[str, str], seen: Counter[str]) -> IncidentRow | RowRefusal:
    days = _days(row)
    if days is None:
        return RowRefusal(line, "", "no_date")
    latitude, longitude = _point(row["coordinates"]) or (None, None)
    place = _words(row, "place")
    if latitude is None and not place:
        return RowRefusal(line, "", "no_place")
    identity = _identity(row)
    seen[identity] += 1
    if row.get("id") and seen[identity] > 1:
        return RowRefusal(line, "", "id_twice")
    return IncidentRow(
        source_id=identity if row.get("id") else f"{identity}-{seen[identity]}",
        first_day=days[0],
        last_day=days[1],
        latitude=latitude,
        longitude=longitude,
        place=place,
        route=_words(row, "route"),
        region=_words(row, "region"),
        origins=_words(row, "origins"),
        dead=_count(row.get("dead", "")),
        missing=_count(row.get("missing", "")),
        survivors=_count(row.get("survivors", "")),
        source=_words(row, "source"),
    )


def _identity(row: Mapping[str, str]) -> str:
    """The list's own id, else a digest; rows that are alike in all this are numbered in the order of the file."""
    given = row.get("id", "")
    if given and len(given) <= _LONGEST_ID:
        return given
    said = given or "\x1f".join(row.get(column, "") for column in _IDENTITY)
    return f"d{hashlib.sha256(said.encode()).hexdigest()[:20]}"


def _days(row: Mapping[str, str]) -> tuple[datetime.date, datetime.date] | None:
    """The day, else the month, else the year; month/day/year as the list writes it."""
    written = row.get("date", "")
    if found := _US_DATE.search(written):
        day = _day(found[3], found[1], found[2])
    elif found := _ISO_DATE.search(written):
        day = _day(found[1], found[2], found[3])
    else:
        day = None
    if day is not None:
        return day, day
    if not re.fullmatch(r"(?:19|20)\d\d", row.get("year", "")):
        return None
    year, month = int(row["year"]), _MONTHS.get(row.get("month", "").lower())
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])


def _day(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def _point(text: str) -> tuple[float, float] | None:
    """Latitude and longitude in degrees; None for anything but two numbers that lie on the globe."""
    found = _POINT.fullmatch(text.strip())
    if found is None:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _count(text: str) -> int | None:
    """A number of people; None for none, for words and for what cannot be one, such as a negative number."""
    bare = re.sub(r"\.0+$", "", text.strip())
    if not _COUNT.fullmatch(bare):
        return None
    count = int(re.sub(r"\D", "", bare))
    return count if count <= _MOST_PEOPLE else None


def _words(row: Mapping[str, str], column: str) -> str:
    text = " ".join(row.get(column, "").split())[:_MOST_CHARS]
    return "" if is_blank(text) else text
