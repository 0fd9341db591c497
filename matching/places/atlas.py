"""The shipped gazetteer in memory: towns by folded name, loaded when the first text asks for one.

A line of the table stays as it was read until its town is wanted: reading a hundred thousand of them would cost more
than all the texts of a registry.
"""

import lzma
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from matching.places.distance import haversine_km

_TABLE = "gazetteer.tsv.xz"
_FIRST_NAME = 5
# A region reaches as far from its middle as this share of its towns, and further the fewer towns are known of it.
_SHARE, _MARGIN_KM, _FEW_TOWNS_KM, _MOST_FOR_FEW_KM = 0.9, 30.0, 240.0, 60.0
_LEAST_REGION_KM, _MOST_REGION_KM = 50.0, 400.0


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place; `number` is its line in the table, `region` the code of its first-level region."""

    number: int
    country: str
    region: str
    population: int
    latitude: float
    longitude: float
    name: str


@dataclass(frozen=True, slots=True)
class Extent:
    """The middle of the towns of a region, and how far from it most of them and all of them lie, in kilometres."""

    latitude: float
    longitude: float
    radius_km: float
    reach_km: float


class Atlas:
    """Every town of the table. Names are looked up as UTF-8, which keeps them small."""

    def __init__(self, content: bytes) -> None:
        self._lines = content.split(b"\n")
        self._towns: dict[bytes, int] = {}
        self._homonyms: dict[bytes, list[int]] = {}
        first, others = self._towns, self._homonyms
        for number, line in enumerate(self._lines):
            for name in line.split(b"\t")[_FIRST_NAME:-1]:
                if first.setdefault(name, number) != number:
                    others.setdefault(name, []).append(number)

    def __contains__(self, name: bytes) -> bool:
        """Whether any town has this folded name."""
        return name in self._towns

    def named(self, name: bytes) -> tuple[Town, ...]:
        """The towns of a folded name, in the order of the table; empty where there is none."""
        first = self._towns.get(name)
        if first is None:
            return ()
        return tuple(self.town(number) for number in (first, *self._homonyms.get(name, ())))

    @lru_cache(maxsize=16384)  # noqa: B019 - there is one atlas a process
    def town(self, number: int) -> Town:
        """The town of a line."""
        fields = self._lines[number].split(b"\t", _FIRST_NAME + 1)
        country, region, population, latitude, longitude, name = (part.decode() for part in fields[:6])
        return Town(number, country, region, int(population), float(latitude), float(longitude), name)

    @lru_cache(maxsize=256)  # noqa: B019 - there is one atlas a process
    def sounding(self, country: str) -> dict[bytes, list[int]]:
        """The lines of a country's towns by consonant skeleton."""
        found: dict[bytes, list[int]] = {}
        lines = self._lines
        # A line feed sorts right behind the tabulator of the country's lines.
        first, end = (bisect_left(lines, country.encode() + sign) for sign in (b"\t", b"\n"))
        for number in range(first, end):
            line = lines[number]
            for skeleton in line[line.rindex(b"\t") + 1 :].split():
                found.setdefault(skeleton, []).append(number)
        return found

    @lru_cache(maxsize=1024)  # noqa: B019 - there is one atlas a process
    def extent(self, country: str, region: str) -> Extent:
        """Where a first-level region lies, by its towns; it has at least the one that was asked about."""
        points = [self._point(number) for number in self._lines_of(country, region)]
        latitude = _middle([point[0] for point in points])
        longitude = _middle([point[1] for point in points])
        apart = sorted(haversine_km(latitude, longitude, *point) for point in points)
        reach = apart[int(_SHARE * (len(apart) - 1))] + _MARGIN_KM + min(_MOST_FOR_FEW_KM, _FEW_TOWNS_KM / len(apart))
        return Extent(
            latitude, longitude, min(_MOST_REGION_KM, max(_LEAST_REGION_KM, reach)), apart[-1] + _MOST_FOR_FEW_KM
        )

    def is_capital(self, town: Town) -> bool:
        """Whether a town is the largest of its region, whose lines are sorted by population."""
        first = next(self._lines_of(town.country, town.region), town.number)
        return first == town.number

    def _point(self, number: int) -> tuple[float, float]:
        fields = self._lines[number].split(b"\t", _FIRST_NAME)
        return float(fields[3]), float(fields[4])

    def _lines_of(self, country: str, region: str) -> Iterator[int]:
        """The lines of a region: they stand together, sorted by population, so only their beginnings are compared."""
        start = f"{country}\t{region}\t".encode()
        number = bisect_left(self._lines, start, key=lambda line: line[: len(start)])
        while number < len(self._lines) and self._lines[number].startswith(start):
            yield number
            number += 1


def _middle(numbers: list[float]) -> float:
    """Between the middle of what is there and where most of it is."""
    return ((min(numbers) + max(numbers)) / 2 + sum(numbers) / len(numbers)) / 2


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The shipped table, read once."""
    return Atlas(lzma.decompress(files("matching.places.tables").joinpath(_TABLE).read_bytes()))
