"""The engine's public face: prepare a record, find its blocking keys, weigh and explain pairs."""

from collections.abc import Sequence

from matching import blocking, prepared
from matching.evidence import ScoredPair
from matching.model import Model, load_model
from matching.prepared import PreparedRecord
from matching.record import MatchRecord
from matching.scoring import Scorer


class Engine:
    """One model ready to work; holds no records and may be shared between threads."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._scorer = Scorer(model)

    @classmethod
    def load(cls) -> "Engine":
        """The engine with the shipped parameters."""
        return cls(load_model())

    @property
    def version(self) -> str:
        """Which parameters a weight was made with; a proposal remembers it."""
        return self._model.version

    @property
    def proposal_threshold(self) -> float:
        """Match weight in bits from which a pair is worth a reviewer's time."""
        return self._model.proposal_threshold

    @property
    def prior_weight(self) -> float:
        """The weight in bits with which every pair starts, before any evidence."""
        return self._model.prior

    def prepare(self, record: MatchRecord) -> PreparedRecord:
        """Everything that comparing needs, derived once."""
        return prepared.prepare(record)

    def blocking_keys(self, record: PreparedRecord) -> frozenset[str]:
        """Plain keys under which records of both sides may meet; they hold personal data, store digests only."""
        return blocking.keys(record)

    def score_many(self, one: PreparedRecord, many: Sequence[PreparedRecord]) -> list[float]:
        """Match weight in bits (prior included) of a record with each of the other side, in their order."""
        return self._scorer.score_many(one, many)

    def explain(self, sought: PreparedRecord, found: PreparedRecord) -> ScoredPair:
        """The same weight with its evidence, for a reviewer's card."""
        return self._scorer.explain(sought, found)

    def score_alike(self, one: PreparedRecord, many: Sequence[PreparedRecord]) -> list[float]:
        """Match weight in bits of a record with each of its own side: may both be reports of one person?"""
        return self._scorer.score_alike(one, many)

    def explain_alike(self, one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        """The same weight with its evidence, for whoever judges whether two reports are of one person."""
        return self._scorer.explain_alike(one, other)
