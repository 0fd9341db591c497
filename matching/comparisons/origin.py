"""Where people of a nationality are usually found: counts only when the last contact has no place of its own."""

from matching.comparisons.levels import BLANK, LevelComparison, reason_of
from matching.evidence import AlignedPart
from matching.places.origins import usual_routes
from matching.prepared import Has, PreparedRecord


class OriginComparison(LevelComparison):
    """The finding place lies on a route usual for the nationality, or not; apart for the dead and the living."""

    code = "origin"
    needs = Has.ORIGIN
    levels = ("dead_usual", "dead_unusual", "living_usual", "living_unusual")
    disagreeing = frozenset({"dead_unusual", "living_unusual"})

    def level(self, sought: PreparedRecord, found: PreparedRecord) -> str:
        if sought.place is not None or found.place is None or not found.place.routes or not sought.nationalities:
            return BLANK
        usual = usual_routes(sought.nationalities)
        if not usual:
            return BLANK
        how = "unusual" if usual.isdisjoint(found.place.routes) else "usual"
        return f"{'dead' if found.dead else 'living'}_{how}"

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        place = found.record.event.place if found.record.event else None
        return (
            AlignedPart(
                " ".join(sorted(sought.nationalities)), place.text if place else "", reason_of(level, self.disagreeing)
            ),
        )
