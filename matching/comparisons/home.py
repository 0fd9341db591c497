"""Where the person comes from: birth places told on both sides."""

import numpy as np

from matching.comparisons.levels import BLANK_LEVEL, LevelComparison, reason_of
from matching.comparisons.place import kilometres_apart
from matching.comparisons.set_pairing import share_a_code
from matching.evidence import AlignedPart
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord

_KILOMETRES = (60, 300)


class HomeComparison(LevelComparison):
    """By distance where both are found on the map, else by country."""

    code = "home"
    needs = Has.HOME
    levels = ("within_60_km", "within_300_km", "beyond", "same_country", "elsewhere")
    edges = _KILOMETRES

    def known_levels(self, pairs: Pairs) -> Positions:
        one, other = pairs.values("home")
        apart = kilometres_apart(one, other)
        shared = share_a_code(one["countries"], other["countries"])
        by_words = np.where(shared, self.levels.index("same_country"), self.levels.index("elsewhere"))
        by_words[~(one["countries"].any(axis=1) & other["countries"].any(axis=1))] = BLANK_LEVEL
        return np.where(np.isnan(apart), by_words, np.searchsorted(_KILOMETRES, apart))

    def parts(self, sought: PreparedRecord, found: PreparedRecord, level: str) -> tuple[AlignedPart, ...]:
        return (AlignedPart(_shown(sought), _shown(found), reason_of(level, self.disagreeing)),)


def _shown(record: PreparedRecord) -> str:
    place = record.record.birth_place
    return "" if place is None else place.text or " ".join(place.countries)
