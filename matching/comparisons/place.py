"""The place of the last contact and the place of the finding, judged by what was found.

By distance where both sides have coordinates; by route and country where one has words only. A place known only to lie
within a radius is taken to be as far away as it is on average: the radii count like distances at right angles.
"""

import numpy as np
import numpy.typing as npt

from matching.comparisons.levels import BLANK_LEVEL, Family, LevelComparison, by_beginning, reason_of
from matching.comparisons.set_pairing import share_a_code
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions, Table
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

Degrees = npt.NDArray[np.floating]
_EARTH_DIAMETER_KM = 12742.0
_WIDEST_KM = 200.0
_KILOMETRES = (60, 150, 300, 600, 1500)
_BY_DISTANCE = (*(f"within_{km}_km" for km in _KILOMETRES), "beyond_same_route", "beyond")
_BY_WORDS = ("same_route", "same_country", "elsewhere")
_CODES = (*_BY_DISTANCE, *_BY_WORDS)


class PlaceComparison(LevelComparison):
    """Distance bands, then route and country; apart for the dead and the living."""

    code = "place"
    needs = Has.PLACE
    levels = tuple(f"{kind}_{code}" for kind in ("dead", "living") for code in _CODES)
    edges = (_WIDEST_KM, *_KILOMETRES)

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """The dead and the living apart, and of each what is judged by distance and what in words."""
        return tuple(
            tuple(level for level in family if (level.partition("_")[2] in _BY_WORDS) is by_words)
            for family in by_beginning(cls.levels)
            for by_words in (False, True)
        )

    def known_levels(self, pairs: Pairs) -> Positions:
        codes = relations(pairs)
        dead = pairs.found.table["dead"][pairs.j]
        return np.where(codes == BLANK_LEVEL, BLANK_LEVEL, codes + np.where(dead, 0, len(_CODES)))

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought), _shown(found), reason_of(level, self.disagreeing)),)


def relations(pairs: Pairs) -> Positions:
    """How the places of both sides' events lie to each other, as positions in the codes of one kind of report."""
    sought, found = pairs.values("routes")
    shared_route = (sought & found) != 0
    one, other = pairs.values("place")
    shared_country = share_a_code(one["countries"], other["countries"])
    by_words = np.where(
        shared_route,
        _CODES.index("same_route"),
        np.where(shared_country, _CODES.index("same_country"), _CODES.index("elsewhere")),
    )
    silent = ((sought == 0) & ~one["countries"].any(axis=1)) | ((found == 0) & ~other["countries"].any(axis=1))
    by_words[silent & ~shared_route & ~shared_country] = BLANK_LEVEL
    apart = kilometres_apart(one, other)
    by_distance = np.searchsorted(_KILOMETRES, apart)
    by_distance[(by_distance == len(_KILOMETRES)) & ~shared_route] += 1
    return np.where(np.isnan(apart), by_words, by_distance)


def kilometres_apart(one: Table, other: Table) -> npt.NDArray[np.float64]:
    """Kilometres between two columns of places, how precisely they are known counted in.

    NaN where one is not known, or lies anywhere in a circle so wide that its middle says nothing.
    """
    wide = (one["radius"] > _WIDEST_KM) | (other["radius"] > _WIDEST_KM)
    apart = _great_circle(one["latitude"], one["longitude"], other["latitude"], other["longitude"])
    apart = np.sqrt(apart**2 + one["radius"].astype(np.float64) ** 2 + other["radius"].astype(np.float64) ** 2)
    return np.where(wide, np.nan, apart)


def _great_circle(latitude: Degrees, longitude: Degrees, other_latitude: Degrees, other_longitude: Degrees) -> Degrees:
    """Kilometres, by haversines on a sphere: the error is under 0.6 %."""
    south, north = np.radians(latitude, dtype=np.float64), np.radians(other_latitude, dtype=np.float64)
    half_turn = np.radians(other_longitude - longitude, dtype=np.float64) / 2
    half = np.sin((north - south) / 2) ** 2 + np.cos(south) * np.cos(north) * np.sin(half_turn) ** 2
    kilometres: Degrees = _EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return kilometres


def _shown(record: PreparedRecord) -> str:
    event = record.record.event
    place = event.place if event else None
    if place is None:
        return ""
    if place.text:
        return place.text
    return " ".join(place.countries) or f"{place.latitude}, {place.longitude}"
