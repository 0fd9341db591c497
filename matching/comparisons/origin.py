"""Where people of a nationality are usually found: counts only when the last contact has no place of its own."""

import numpy as np

from matching.comparisons.levels import BLANK_LEVEL, Family, LevelComparison, by_beginning, reason_of
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord


class OriginComparison(LevelComparison):
    """The finding place lies on a route usual for the nationality, or not; apart for the dead and the living."""

    code = "origin"
    needs = Has.ORIGIN
    levels = ("dead_usual", "dead_unusual", "living_usual", "living_unusual")

    @classmethod
    def families(cls) -> tuple[Family, ...]:
        """The dead and the living apart."""
        return by_beginning(cls.levels)

    def known_levels(self, pairs: Pairs) -> Positions:
        usual = pairs.sought.table["usual"][pairs.i]
        routes = pairs.found.table["routes"][pairs.j]
        dead = pairs.found.table["dead"][pairs.j]
        numbers = np.where(usual & routes, 0, 1) + np.where(dead, 0, 2)
        numbers[(usual == 0) | (routes == 0)] = BLANK_LEVEL
        return numbers

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        place = found.record.event.place if found.record.event else None
        return (
            AlignedPart(
                " ".join(sorted(sought.nationalities)), place.text if place else "", reason_of(level, self.disagreeing)
            ),
        )
