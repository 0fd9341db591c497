"""Small invented lists of incidents in both published formats."""

from collections.abc import Mapping, Sequence

EXPORT_HEADER = (
    '"Main ID","Incident ID",Region,"Incident Date",Year,"Reported Month","Number Dead",'
    '"Minimum Estimated Number of Missing","Number of Survivors","Country of Origin","Location of death",'
    '"Information Source",Coordinates,"Migration route"'
)
GLOBAL_HEADER = (
    "Incident Type,Incident year,Reported Month,Region of Incident,Country of Origin,Number of Dead,"
    "Minimum Estimated Number of Missing,Number of Survivors,Cause of Death,Migration route,Location of death,"
    "Information Source,Coordinates"
)
_EXPORT_COLUMNS = ("main", "id", "region", "date", "year", "month", "dead", "missing", "survivors", "origins", "place",
                   "source", "coordinates", "route")  # fmt: skip
_GLOBAL_COLUMNS = ("type", "year", "month", "region", "origins", "dead", "missing", "survivors", "cause", "route",
                   "place", "source", "coordinates")  # fmt: skip
_USUAL = {
    "main": "2025.INV0001",
    "id": "2025.INV0001",
    "type": "Incident",
    "region": "Mediterranean",
    "date": "Tue, 06/10/2025 - 12:00",
    "year": "2025",
    "month": "June",
    "dead": "3",
    "missing": "40",
    "survivors": "",
    "origins": "Unknown",
    "place": "20 km off Zuwara, Libya",
    "source": "Invented Gazette",
    "coordinates": "33.1, 12.1",
    "route": "Central Mediterranean",
    "cause": "Drowning",
}


def export(*rows: Mapping[str, str]) -> bytes:
    """A list in the format with ids and days; each row says what differs from the usual one."""
    return _file(EXPORT_HEADER, [_row(_EXPORT_COLUMNS, row) for row in rows])


def global_list(*rows: Mapping[str, str]) -> bytes:
    """A list in the format of months, which has no ids."""
    return _file(GLOBAL_HEADER, [_row(_GLOBAL_COLUMNS, row) for row in rows])


def _row(columns: Sequence[str], row: Mapping[str, str]) -> str:
    said = {**_USUAL, **row}
    return ",".join('"' + said[column].replace('"', '""') + '"' for column in columns)


def _file(header: str, rows: Sequence[str]) -> bytes:
    return ("\ufeff" + "\r\n".join([header, *rows]) + "\r\n").encode()
