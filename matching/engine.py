"""The engine's public face: prepare a record, find its blocking keys, weigh and explain pairs."""

import math
from collections.abc import Sequence

from matching import blocking_keys, prepared_record
from matching.comparisons import COMPARISONS, Table
from matching.evidence import ScoredPair
from matching.model import Model, load_model, probability
from matching.names.name_columns import Positions
from matching.names.part_rarity import SHIPPED_RARITIES, PartRarities
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord
from matching.record import MatchRecord
from matching.record_columns import RecordColumns
from matching.record_packing import layout, pack
from matching.scoring import Scorer


class Engine:
    """A model and the rarities of name parts, ready to work; holds no records and may be shared between threads.

    Several engines live side by side: what one prepared or packed, it alone is to weigh.
    """

    def __init__(self, model: Model, rarities: PartRarities = SHIPPED_RARITIES, *, table: Table = COMPARISONS) -> None:
        """Raises ParametersError where the model was estimated for other comparisons than those of the table."""
        self._model = model
        self._rarities = rarities
        self._scorer = Scorer(model, table)

    @classmethod
    def load(cls) -> "Engine":
        """The engine with the shipped parameters and rarities."""
        return cls(load_model())

    @classmethod
    def without_weights(cls) -> "Engine":
        """An engine that prepares records and finds candidates, for whoever estimates weights that do not exist yet."""
        return cls(load_model(), table=())

    @property
    def version(self) -> str:
        """Which parameters and counted rarities a weight was made with; a proposal remembers it."""
        counted = self._rarities.version
        return f"{self._model.version}+{counted}" if counted else self._model.version

    @property
    def layout(self) -> int:
        """What the records begin with that this engine packs: it reads no others."""
        return layout(self._rarities)

    @property
    def proposal_threshold(self) -> float:
        """Match weight in bits from which a pair is worth a reviewer's time."""
        return self._model.proposal_threshold

    def threshold_among(self, reports: int | None) -> float:
        """The threshold in a registry of so many found reports: a bit more whenever they are twice as many.

        That many strangers are twice as many who happen to agree. None, and fewer than the model was made with: its
        own.
        """
        return self._model.proposal_threshold + self._more_strangers(reports)

    def probability_among(self, weight: float, reports: int | None) -> float:
        """The match probability of a weight in a registry of so many found reports."""
        return probability(weight - self._more_strangers(reports))

    def _more_strangers(self, reports: int | None) -> float:
        return max(0.0, math.log2(reports / self._model.reports)) if reports else 0.0

    @property
    def prior_weight(self) -> float:
        """The weight in bits with which every pair starts, before any evidence."""
        return self._model.prior

    def prepare(self, record: MatchRecord) -> PreparedRecord:
        """Everything that comparing needs, derived once."""
        return prepared_record.prepare(record, self._rarities)

    def blocking_keys(self, record: PreparedRecord) -> frozenset[str]:
        """Plain keys that a record is kept under; they hold personal data, store digests only."""
        return blocking_keys.keys(record)

    def sought_keys(self, record: PreparedRecord) -> frozenset[str]:
        """Plain keys under which the other side is looked for."""
        return blocking_keys.sought_keys(record)

    def pack(self, record: PreparedRecord) -> bytes:
        """All that comparing reads of a record, to be kept beside it; holds personal data."""
        return pack(record)

    def columns(self, packed: Sequence[bytes]) -> RecordColumns:
        """Packed records as columns to pair and weigh; raises PackingError for those of another layout."""
        return RecordColumns(packed, self._rarities)

    def score(self, pairs: Pairs) -> list[float]:
        """Match weight in bits (prior included) of many pairs of a sought and a found record at once."""
        weights: list[float] = self._scorer.score(pairs).tolist()
        return weights

    def score_above(self, pairs: Pairs, threshold: float) -> tuple[Positions, list[float]]:
        """Of many pairs those at or above a threshold in bits: their positions, ascending, and match weights.

        The weights are those of `score`; several times as fast where few pairs reach the threshold.
        """
        positions, weights = self._scorer.score_above(pairs, threshold)
        return positions, weights.tolist()

    def told_above(self, pairs: Pairs, threshold: float) -> tuple[Positions, list[float]]:
        """As `score_above`, by the weights that may be told to whoever reads the pair.

        Of the living nothing counts that moves with the place of the finding: whether a pair is there at all would tell
        it. Of the dead they are the match weights.
        """
        positions, weights = self._scorer.told_above(pairs, threshold)
        return positions, weights.tolist()

    def explain(self, sought: PreparedRecord, found: PreparedRecord) -> ScoredPair:
        """Match weight of one pair with its evidence, for a reviewer's card."""
        return self._scorer.explain(sought, found)

    def score_same_side(self, one: PreparedRecord, many: Sequence[PreparedRecord]) -> list[float]:
        """Match weight in bits of a record with each of its own side: may both be reports of one person?"""
        pairs = Pairs.one_with_all(RecordColumns.of([one]), RecordColumns.of(many))
        return self._scorer.score_same_side(pairs).tolist() if many else []

    def score_same_side_above(self, pairs: Pairs, threshold: float) -> tuple[Positions, list[float]]:
        """Of many pairs of records of one side those at or above a threshold, as `score_above`."""
        positions, weights = self._scorer.score_same_side_above(pairs, threshold)
        return positions, weights.tolist()

    def explain_same_side(self, one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        """Match weight of two records of one side with its evidence, for whoever judges them."""
        return self._scorer.explain_same_side(one, other)
