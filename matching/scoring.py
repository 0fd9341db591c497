"""Weights of pairs: the sum of the prior and of every comparison, in a fixed order."""

import numpy as np

from matching.comparisons.age import AgeComparison
from matching.comparisons.birth import BirthComparison
from matching.comparisons.community import CommunityComparison
from matching.comparisons.companions import CompanionsComparison
from matching.comparisons.documents import DocumentsComparison
from matching.comparisons.effects import EffectsComparison
from matching.comparisons.elapsed import ElapsedComparison
from matching.comparisons.height import HeightComparison
from matching.comparisons.home import HomeComparison
from matching.comparisons.languages import LanguagesComparison
from matching.comparisons.levels import Bits, Comparison, LevelComparison
from matching.comparisons.marks import MarksComparison
from matching.comparisons.names import NamesComparison
from matching.comparisons.nationality import NationalityComparison
from matching.comparisons.origin import OriginComparison
from matching.comparisons.parents import ParentsComparison
from matching.comparisons.phones import PhonesComparison
from matching.comparisons.place import PlaceComparison
from matching.comparisons.sex import SexComparison
from matching.comparisons.together import TogetherComparison
from matching.comparisons.traits import TraitsComparison
from matching.errors import ParametersError
from matching.evidence import Evidence, ScoredPair
from matching.model import Model, probability
from matching.names.name_columns import Positions
from matching.pairs import Pairs
from matching.prepared_record import PreparedRecord

LEVEL_COMPARISONS: tuple[type[LevelComparison], ...] = (
    BirthComparison,
    AgeComparison,
    SexComparison,
    NationalityComparison,
    LanguagesComparison,
    PlaceComparison,
    OriginComparison,
    PhonesComparison,
    DocumentsComparison,
    HeightComparison,
    TraitsComparison,
    CompanionsComparison,
    ParentsComparison,
    HomeComparison,
    CommunityComparison,
    TogetherComparison,
)
# What is said of a person whoever says it: evidence that two reports of one side are of one person too. Not phones and
# companions: one relative seeks several who travelled together, and gives the same ones for each.
OF_THE_PERSON = frozenset(
    {
        "names",
        "birth",
        "age",
        "sex",
        "nationality",
        "languages",
        "documents",
        "height",
        "marks",
        "effects",
        "traits",
        "parents",
        "home",
        "community",
    }
)
# What compares names takes most of the time, and can tell at once what it comes to at the most.
_OF_NAMES = (NamesComparison, ParentsComparison, CompanionsComparison)
_ROUNDING = 0.001
# The order of evidence on every card.
ORDER = (
    "names",
    "parents",
    "birth",
    "age",
    "sex",
    "nationality",
    "languages",
    "community",
    "home",
    "elapsed",
    "place",
    "together",
    "origin",
    "phones",
    "documents",
    "height",
    "marks",
    "effects",
    "traits",
    "companions",
)


def comparisons_of(model: Model) -> tuple[Comparison, ...]:
    """Every comparison with the model's weights, in the card's order; raises ParametersError for a missing level."""
    try:
        made = _by_code(model)
    except KeyError as error:
        raise ParametersError(f"no estimate for {error.args[0]}") from error
    return tuple(made[code] for code in ORDER)


class Scorer:
    """All comparisons of one model."""

    def __init__(self, model: Model) -> None:
        self.prior = model.prior
        self._comparisons = comparisons_of(model)
        self._alike = tuple(one for one in self._comparisons if one.code in OF_THE_PERSON)

    @property
    def codes(self) -> tuple[str, ...]:
        """The comparisons in the card's order."""
        return tuple(one.code for one in self._comparisons)

    def weights(self, pairs: Pairs) -> Bits:
        """What every comparison says of every pair, in bits of shape (pairs, comparisons)."""
        return np.stack([one.weigh(pairs) for one in self._comparisons], axis=1)

    def score(self, pairs: Pairs) -> Bits:
        """Match weights in bits of pairs of a sought and a found record, prior included."""
        return self._sum(self._comparisons, pairs)

    def score_heavy(self, pairs: Pairs, least: float) -> tuple[Positions, Bits]:
        """Of the pairs of `least` bits and more the positions, ascending, and the match weights, as of `score`."""
        return self._heavy(self._comparisons, pairs, least)

    def score_alike(self, pairs: Pairs) -> Bits:
        """Match weights in bits of pairs of records of one side: may both be of one person?"""
        return self._sum(self._alike, pairs)

    def score_heavy_alike(self, pairs: Pairs, least: float) -> tuple[Positions, Bits]:
        """Of pairs of records of one side, those of `least` bits and more."""
        return self._heavy(self._alike, pairs, least)

    def explain(self, sought: PreparedRecord, found: PreparedRecord) -> ScoredPair:
        """The same weight with its evidence."""
        return self._explained(self._comparisons, sought, found)

    def explain_alike(self, one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        """The same for two records of one side."""
        return self._explained(self._alike, one, other)

    def _heavy(self, comparisons: tuple[Comparison, ...], pairs: Pairs, least: float) -> tuple[Positions, Bits]:
        """Names are compared only where the rest, with the most that names can weigh, comes to `least`."""
        most = self._sum(tuple(one for one in comparisons if not isinstance(one, _OF_NAMES)), pairs)
        for comparison in comparisons:
            if isinstance(comparison, _OF_NAMES):
                most += comparison.at_most(pairs)
        open_ = np.flatnonzero(most >= least - _ROUNDING)
        weights = self._sum(comparisons, pairs if len(open_) == len(pairs) else pairs.narrowed(open_))
        heavy = weights >= least
        return open_[heavy], weights[heavy]

    def _sum(self, comparisons: tuple[Comparison, ...], pairs: Pairs) -> Bits:
        total = np.full(len(pairs), self.prior)
        if len(pairs):
            for comparison in comparisons:
                total += comparison.weigh(pairs)
        # To a ten-thousandth of a bit, so that no order of summing shows.
        return total.round(4)

    def _explained(self, comparisons: tuple[Comparison, ...], one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        pair = Pairs.of_two(one, other)
        evidence: tuple[Evidence, ...] = tuple(each.evidence(one, other, pair) for each in comparisons)
        weight = float(self._sum(comparisons, pair)[0])
        return ScoredPair(weight, probability(weight), evidence)


def _by_code(model: Model) -> dict[str, Comparison]:
    made: dict[str, Comparison] = {}
    for kind in LEVEL_COMPARISONS:
        weights = model.weights(kind.code)
        made[kind.code] = kind({level: weights[level] for level in kind.levels})
    made["names"] = NamesComparison(model.name_weights())
    made["elapsed"] = ElapsedComparison(model.weights("elapsed"))
    made["marks"] = MarksComparison(model.weights("marks"), model.rarity_bits("marks"))
    made["effects"] = EffectsComparison(model.weights("effects"), model.rarity_bits("effects"))
    return made
