"""The place of the last contact and the place of the finding, judged by what was found.

By distance where both sides have coordinates; by route and country where one has words only.
"""

from matching.comparisons.levels import BLANK, LevelComparison, reason_of
from matching.evidence import AlignedPart
from matching.places.distance import haversine_km
from matching.places.resolved import ResolvedPlace
from matching.prepared import Has, PreparedRecord

_KILOMETRES = (60, 150, 300, 600, 1500)
_CODES = (
    *(f"within_{km}_km" for km in _KILOMETRES),
    "beyond_same_route",
    "beyond",
    "same_route",
    "same_country",
    "elsewhere",
)


class PlaceComparison(LevelComparison):
    """Distance bands, then route and country; apart for the dead and the living."""

    code = "place"
    needs = Has.PLACE
    levels = tuple(f"{kind}_{code}" for kind in ("dead", "living") for code in _CODES)
    disagreeing = frozenset(f"{kind}_{code}" for kind in ("dead", "living") for code in ("beyond", "elsewhere"))

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if sought.place is None or found.place is None:
            return BLANK
        code = _relation(sought.place, found.place)
        return code if code == BLANK else f"{'dead' if found.dead else 'living'}_{code}"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought), _shown(found), reason_of(level, self.disagreeing)),)


def _relation(one: ResolvedPlace, other: ResolvedPlace) -> str:
    shared_route = not one.routes.isdisjoint(other.routes)
    if (
        one.latitude is not None
        and one.longitude is not None
        and other.latitude is not None
        and other.longitude is not None
    ):
        apart = haversine_km(one.latitude, one.longitude, other.latitude, other.longitude)
        for limit in _KILOMETRES:
            if apart <= limit:
                return f"within_{limit}_km"
        return "beyond_same_route" if shared_route else "beyond"
    if shared_route:
        return "same_route"
    if not one.countries.isdisjoint(other.countries):
        return "same_country"
    if not (one.routes or one.countries) or not (other.routes or other.countries):
        return BLANK
    return "elsewhere"


def _shown(record: PreparedRecord) -> str:
    event = record.record.event
    place = event.place if event else None
    if place is None:
        return ""
    if place.text:
        return place.text
    return " ".join(place.countries) or f"{place.latitude}, {place.longitude}"
