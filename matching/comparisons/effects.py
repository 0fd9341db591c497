"""Clothing and belongings as codes; what somebody wore when last seen is not always what is found."""

from collections.abc import Iterable
from types import MappingProxyType

import numpy as np

from matching.comparisons.coded_sets import NOTHING, UNLIKE, PairedComparison, join_codes
from matching.comparisons.set_pairing import KinCodes, Ranks
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import Has, PreparedRecord
from matching.record_columns import Codes, RecordColumns

_TAKEN_FOR = KinCodes(
    (
        ("shirt", "tshirt"),
        ("shirt", "blouse"),
        ("jacket", "coat"),
        ("jacket", "hoodie"),
        ("sweater", "hoodie"),
        ("trousers", "jeans"),
        ("shoes", "boots"),
        ("shoes", "sandals"),
        ("cap", "hat"),
        ("headscarf", "scarf"),
        ("backpack", "bag"),
        ("rosary", "prayer_beads"),
        ("rosary", "necklace"),
        ("dress", "robe"),
    )
)


class EffectsComparison(PairedComparison):
    """Things by item and colour."""

    code = "effects"
    needs = Has.EFFECTS
    levels = ("same", "colour_open", "other_word", "colour_differs", UNLIKE)
    reasons = MappingProxyType({"colour_open": "same", UNLIKE: "missing"})

    @staticmethod
    def kinds(record: PreparedRecord) -> Iterable[str]:
        return [effect.item for effect in record.effects]

    def codes(self, records: RecordColumns, rows: Positions) -> Codes:
        return records.effects(rows)

    def ranks(self, pairs: Pairs, sought: Codes, found: Codes) -> Ranks:
        one, other = sought[:, :, None, :], found[:, None, :, :]
        same, given = one == other, (one > 0) & (other > 0)
        item, colour, both_colours = same[..., _ITEM], same[..., _COLOUR], given[..., _COLOUR]
        conditions = {
            "same": item & colour,
            "colour_differs": item & both_colours,
            "colour_open": item,
            "other_word": colour & both_colours & _TAKEN_FOR.of(one[..., _ITEM], other[..., _ITEM]),
        }
        known = [self.levels.index(level) for level in conditions]
        ranks = np.select(list(conditions.values()), known, self.levels.index(UNLIKE))
        return np.where(given[..., _ITEM], ranks, NOTHING).astype(np.uint8)

    def shown(self, record: PreparedRecord) -> list[str]:
        return [join_codes(effect.item, effect.colour) for effect in record.effects]


_ITEM, _COLOUR = range(2)
