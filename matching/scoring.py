"""Weights of pairs: the sum of the prior and of every comparison, in a fixed order."""

from collections.abc import Callable, Sequence

from matching.comparisons.age import AgeComparison
from matching.comparisons.birth import BirthComparison
from matching.comparisons.companions import CompanionsComparison
from matching.comparisons.documents import DocumentsComparison
from matching.comparisons.effects import EffectsComparison
from matching.comparisons.elapsed import ElapsedComparison
from matching.comparisons.height import HeightComparison
from matching.comparisons.languages import LanguagesComparison
from matching.comparisons.levels import Comparison, LevelComparison
from matching.comparisons.marks import MarksComparison
from matching.comparisons.names import NamesComparison
from matching.comparisons.nationality import NationalityComparison
from matching.comparisons.origin import OriginComparison
from matching.comparisons.phones import PhonesComparison
from matching.comparisons.place import PlaceComparison
from matching.comparisons.sex import SexComparison
from matching.comparisons.traits import TraitsComparison
from matching.errors import ParametersError
from matching.evidence import Evidence, ScoredPair
from matching.model import Model, probability
from matching.prepared import PreparedRecord
from matching.record import Side

Weigh = Callable[[PreparedRecord, PreparedRecord], float]
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
)
# What is said of a person whoever says it: evidence that two reports of one side are of one person too.
OF_THE_PERSON = frozenset(
    {
        "names",
        "birth",
        "age",
        "sex",
        "nationality",
        "languages",
        "phones",
        "documents",
        "height",
        "marks",
        "effects",
        "traits",
        "companions",
    }
)
# The order of evidence on every card.
ORDER = (
    "names",
    "birth",
    "age",
    "sex",
    "nationality",
    "languages",
    "elapsed",
    "place",
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
    """All comparisons of one model; knows which of them two records can be compared by."""

    def __init__(self, model: Model) -> None:
        self._prior = model.prior
        self._comparisons = comparisons_of(model)
        self._by_common: dict[int, tuple[Weigh, ...]] = {}

    def score_many(self, one: PreparedRecord, many: Sequence[PreparedRecord]) -> list[float]:
        """Match weight in bits of one record with each of the other side, prior included."""
        prior, weighers_for = self._prior, self._weighers_for
        if one.record.side is Side.SOUGHT:
            return [prior + sum([weigh(one, o) for weigh in weighers_for(one.has & o.has)]) for o in many]
        return [prior + sum([weigh(o, one) for weigh in weighers_for(one.has & o.has)]) for o in many]

    def explain(self, sought: PreparedRecord, found: PreparedRecord) -> ScoredPair:
        """The same weight with its evidence."""
        evidence: tuple[Evidence, ...] = tuple(one.evidence(sought, found) for one in self._comparisons)
        weight = self.score_many(sought, [found])[0]
        return ScoredPair(weight, probability(weight), evidence)

    def score_alike(self, one: PreparedRecord, many: Sequence[PreparedRecord]) -> list[float]:
        """Match weight in bits of one record with each of its own side: may both be of one person?"""
        alike = [comparison for comparison in self._comparisons if comparison.code in OF_THE_PERSON]
        return [self._prior + sum([comparison.weigh(one, other) for comparison in alike]) for other in many]

    def explain_alike(self, one: PreparedRecord, other: PreparedRecord) -> ScoredPair:
        """The same weight with its evidence."""
        evidence = tuple(each.evidence(one, other) for each in self._comparisons if each.code in OF_THE_PERSON)
        weight = self.score_alike(one, [other])[0]
        return ScoredPair(weight, probability(weight), evidence)

    def _weighers_for(self, common: int) -> tuple[Weigh, ...]:
        """The comparisons that both sides say something for; at most as many sets as there are kinds of record."""
        weighers = self._by_common.get(common)
        if weighers is None:
            weighers = tuple(one.weigh for one in self._comparisons if one.needs & common)
            self._by_common[common] = weighers
        return weighers


def _by_code(model: Model) -> dict[str, Comparison]:
    made: dict[str, Comparison] = {}
    for kind in LEVEL_COMPARISONS:
        weights = model.weights(kind.code)
        made[kind.code] = kind({level: weights[level] for level in kind.levels})
    made["names"] = NamesComparison(model.name_curve)
    made["elapsed"] = ElapsedComparison(model.weights("elapsed"))
    made["marks"] = MarksComparison(model.weights("marks"), dict(model.rarities["marks"]))
    made["effects"] = EffectsComparison(model.weights("effects"), dict(model.rarities["effects"]))
    return made
