"""Where something happened, from words and coordinates in whatever way they were written."""

import re
from functools import lru_cache

from matching.record import Place, PlacePrecision
from search.values import lexicon
from search.values.country_names import countries_in
from search.values.folding import fold, plain_digits, single_blanks

_DEGREES = re.compile(
    r"([+-]?\d{1,3}(?:[.,]\d+)?)\s*[°º˚d]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['’′m]\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|”|″|''|s)?\s*)?([NSEWO]|[ЮСВЗ])?",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"([+-]?\d{1,3}(?:[.,]\d{1,15})?)\s*[°º]?\s*([NSEWO])?", re.IGNORECASE)
_PAIR_POINTS = re.compile(
    r"([+-]?\d{1,3}\.\d{2,15})\s*°?\s*([NSEWO]?)\s*[,;/\s|]+\s*([+-]?\d{1,3}\.\d{2,15})\s*°?\s*([NSEWO]?)",
    re.IGNORECASE,
)
_PAIR_COMMAS = re.compile(
    r"([+-]?\d{1,3},\d{2,15})\s*°?\s*([NSEWO]?)\s*[;/\s|,]+\s*([+-]?\d{1,3},\d{2,15})\s*°?\s*([NSEWO]?)", re.IGNORECASE
)
_LETTERED = re.compile(
    r"(?<![a-z])(?:([NS])\s*(?=\d))?(\d{1,2}(?:[.,]\d+)?)\s*°?\s*((?(1)(?![A-Z])|[NS]))[\s,;/]+([EWO])?\s*(\d{1,3}(?:[.,]\d+)?)\s*°?\s*([EWO])?(?![a-z])",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+(?:[.,]\d+)?")
_NOTHING_BESIDE = re.compile(
    r"(?:[\d\s.,;/|+\-−°º˚'’′\"”″()]|(?<![^\W\d])(?:[dmsNSEWO]|[ЮСВЗ])(?![^\W\d]))+", re.IGNORECASE
)
_LEAVING = re.compile(
    r"\b(?:departure from|departed from|departed|embarkation|embarked|left from|on the way to|en route to|salida de|"
    r"procedente de|con destino a|parti de|partito da|partiti da|destination)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:unspecified location|lugar no especificado|lieu non precise|luogo non specificato|desert|sea|mar|mer|mare|"
    r"ocean|province|region)\b",
    re.IGNORECASE,
)
_MAX_CHARS = 2000


def read_place(text: str, latitude: float | None = None, longitude: float | None = None) -> Place | None:
    """Build a place from its words and, where they are known, its coordinates; None where there is neither."""
    text = text.strip()[:_MAX_CHARS]
    if not text and latitude is None:
        return None
    if latitude is None or longitude is None:
        latitude, longitude = coordinates(text) or (None, None)
    countries, is_route = _countries_of(text)
    precision = PlacePrecision.POINT if latitude is not None else _precision(text, countries, is_route=is_route)
    return Place(text, countries, latitude, longitude, precision)


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    return {fold(word): code for code, _, words in lexicon.rows("regions") for word in words}


@lru_cache(maxsize=16384)
def _countries_of(text: str) -> tuple[tuple[str, ...], bool]:
    """The countries named, else those of a state or route; where the boat left from is not where it was found."""
    folded = fold(text)
    routes = {
        code
        for part in [folded, *map(fold, text.split(","))]
        if (code := _regions().get(part, "")).startswith("route:")
    }
    if routes:
        codes = [c for route in sorted(routes) for c in route.removeprefix("route:").split(",")]
        return tuple(dict.fromkeys(codes)), True
    head = _LEAVING.split(text)[0]
    for part in (head, text):
        codes = [code for code in (*countries_in(part), *_by_region(fold(part))) if code]
        if codes:
            return tuple(dict.fromkeys(codes)), False
    return (), False


def _by_region(folded: str) -> list[str]:
    words = folded.split()
    found = []
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            code = _regions().get(" ".join(words[at : at + size]), "")
            if code and not code.startswith("route:"):
                found.append(code)
    # One state is a sign, several of different countries (a street named after a state) are none.
    return found[:1] if len(set(found)) == 1 or (found and found.count(found[0]) > len(found) / 2) else []


def _precision(text: str, countries: tuple[str, ...], *, is_route: bool) -> PlacePrecision:
    if is_route:
        return PlacePrecision.ROUTE
    parts = [part for part in re.split(r"[,;\-–]", text) if fold(part)]
    if countries and len(parts) == 1 and countries_in(text) and len(fold(text).split()) <= 4:
        return PlacePrecision.COUNTRY
    if not parts:
        return PlacePrecision.UNKNOWN
    return PlacePrecision.REGION if _VAGUE.search(fold(text)) else PlacePrecision.MUNICIPALITY


@lru_cache(maxsize=16384)
def coordinates(text: str) -> tuple[float, float] | None:
    """Find latitude and longitude in one text: `31.79, 22.76`, `31,79; 22,76`, `31°47'42"N 22°45'36"E`."""
    plain = plain_digits(single_blanks(text.strip()))[:_MAX_CHARS].replace("٫", ".").replace("−", "-")
    if not re.search(r"\d", plain):
        return None
    if (found := _LETTERED.search(plain)) is not None:
        return _ordered(
            (_real(found[2]), (found[1] or found[3]).upper()), (_real(found[5]), (found[4] or found[6] or "").upper())
        )
    for pattern in (_PAIR_POINTS, _PAIR_COMMAS):
        if (found := pattern.search(plain)) is not None:
            return _ordered((_real(found[1]), found[2].upper()), (_real(found[3]), found[4].upper()))
    degrees = [(_from_degrees(m), (m[4] or "").upper()) for m in _DEGREES.finditer(plain) if m[2] or m[4]]
    if len(degrees) == 2:
        return _ordered(*degrees)
    pair = re.fullmatch(r"\(?\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,;]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*\)?", plain)
    return _ordered((_real(pair[1]), ""), (_real(pair[2]), "")) if pair else None


def is_only_coordinates(text: str) -> bool:
    """Whether a cell holds latitude and longitude and nothing else."""
    plain = plain_digits(text)
    # Degrees alone, with minutes, with seconds: of a third number nobody knows what it is.
    in_pairs = len(_FIGURES.findall(plain)) % 2 == 0
    return in_pairs and bool(_NOTHING_BESIDE.fullmatch(plain)) and coordinates(text) is not None


@lru_cache(maxsize=16384)
def coordinate(text: str, limit: float) -> float | None:
    """Read one coordinate in degrees, south and west negative; None outside ±`limit` or where it is no number."""
    plain = plain_digits(single_blanks(text.strip()))[:_MAX_CHARS].replace("٫", ".").replace("−", "-")
    plain = re.sub(r"^([NSEWO])\s*(.*)$", r"\2 \1", plain, flags=re.IGNORECASE)
    if (found := _DEGREES.fullmatch(plain)) is not None:
        value, letter = _from_degrees(found), (found[4] or "").upper()
    elif (found := _DECIMAL.fullmatch(plain)) is not None:
        value, letter = _real(found[1]), (found[2] or "").upper()
    else:
        return None
    value = _signed(value, letter)
    return value if abs(value) <= limit else None


def _from_degrees(found: re.Match[str]) -> float:
    degrees = _real(found[1])
    size = abs(degrees) + (_real(found[2]) / 60 if found[2] else 0) + (_real(found[3]) / 3600 if found[3] else 0)
    return round(-size if found[1].startswith("-") else size, 6)


def _ordered(first: tuple[float, str], second: tuple[float, str]) -> tuple[float, float] | None:
    """Latitude first, unless the letters or the size say otherwise. 0, 0 is a form's default, not a place."""
    if first[1] in ("E", "W", "O") or (abs(first[0]) > 90 and abs(second[0]) <= 90):
        first, second = second, first
    latitude, longitude = _signed(*first), _signed(*second)
    if abs(latitude) > 90 or abs(longitude) > 180 or (latitude == 0 and longitude == 0):
        return None
    return latitude, longitude


def _signed(value: float, letter: str) -> float:
    return -abs(value) if letter in ("S", "W", "O") else value


def _real(text: str) -> float:
    return float(text.replace(",", "."))
